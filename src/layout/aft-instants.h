/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "aft-scale.h"

G_BEGIN_DECLS

/* Sorted arrays of instants, however many, of which a picture needs only what is in sight. */

guint aft_instants_find        (const gint64   *instants,
                                guint           n_instants,
                                gint64          instant_us);
guint aft_instants_find_at     (const gint64   *instants,
                                guint           n_instants,
                                const AftScale *scale,
                                double          place);
void  aft_instants_in_sight    (const gint64   *instants,
                                guint           n_instants,
                                const AftScale *scale,
                                double          x,
                                double          width,
                                guint          *first,
                                guint          *end);
guint aft_instants_count       (const gint64   *instants,
                                guint           n_instants,
                                const AftScale *scale,
                                double          x,
                                double          column_width,
                                guint           n_columns,
                                guint          *counts);
void  aft_instants_unite_spans (const gint64   *starts,
                                const gint64   *reaches,
                                guint           n_spans,
                                const AftScale *scale,
                                double          x,
                                double          width,
                                double          resolution,
                                GArray         *united);

G_END_DECLS

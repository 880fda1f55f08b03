/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-figure-data.h"
#include "aft-page-style.h"
#include "aft-panel.h"

G_BEGIN_DECLS

void    aft_figure_picture_add_panels (const AftFigureData  *data,
                                       PangoContext         *context,
                                       double                width,
                                       double                max_height,
                                       GPtrArray            *panels);
GBytes *aft_figure_picture_encode     (const AftFigureData  *data,
                                       const char          **media_type,
                                       double               *width,
                                       double               *height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-factor.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_FACTOR_ROW (aft_factor_row_get_type ())

G_DECLARE_FINAL_TYPE (AftFactorRow, aft_factor_row, AFT, FACTOR_ROW, GtkWidget)

GtkWidget *aft_factor_row_new        (AftSession   *session,
                                      AftFactor    *factor);
AftFactor *aft_factor_row_get_factor (AftFactorRow *self);
void       aft_factor_row_update     (AftFactorRow *self);
gboolean   aft_factor_row_drop       (AftFactorRow *self,
                                      const GValue *value);

G_END_DECLS

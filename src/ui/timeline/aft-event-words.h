/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "aft-event.h"

G_BEGIN_DECLS

const char *aft_event_kind_get_icon   (AftEventKind  kind);
const char *aft_effect_get_icon       (AftEffect     effect);
const char *aft_key_moment_get_icon   (guint         nth);
const char *aft_key_moment_get_label  (guint         nth);
char       *aft_event_dup_time        (AftEvent     *event,
                                       GTimeZone    *zone);
char       *aft_event_dup_full_time   (AftEvent     *event,
                                       GTimeZone    *zone);
char       *aft_event_dup_title       (AftEvent     *event);
char       *aft_event_dup_label       (AftEvent     *event,
                                       GTimeZone    *zone);
char       *aft_event_dup_description (AftEvent     *event);

G_END_DECLS

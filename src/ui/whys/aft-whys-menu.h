/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void aft_whys_menu_append (GMenu      *menu,
                           const char *text,
                           const char *action,
                           const char *target);

G_END_DECLS

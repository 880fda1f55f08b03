/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_WINDOW (aft_window_get_type ())

G_DECLARE_FINAL_TYPE (AftWindow, aft_window, AFT, WINDOW, AdwApplicationWindow)

AftWindow  *aft_window_new           (AdwApplication *application) G_GNUC_WARN_UNUSED_RESULT;
AftSession *aft_window_get_session   (AftWindow      *self);
void        aft_window_set_session   (AftWindow      *self,
                                      AftSession     *session);
GFile      *aft_window_get_file      (AftWindow      *self);
void        aft_window_open_file     (AftWindow      *self,
                                      GFile          *file);
gboolean    aft_window_is_modified   (AftWindow      *self);
gboolean    aft_window_show_page     (AftWindow      *self,
                                      const char     *name);
const char *aft_window_get_page_name (AftWindow      *self);
void        aft_window_refresh_library (AftWindow    *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define AFT_TYPE_LIBRARY_PAGE (aft_library_page_get_type ())

G_DECLARE_FINAL_TYPE (AftLibraryPage, aft_library_page, AFT, LIBRARY_PAGE, GtkWidget)

GtkWidget *aft_library_page_new          (void);
void       aft_library_page_add_template (AftLibraryPage *self,
                                          const char     *id,
                                          const char     *name,
                                          const char     *description,
                                          const char     *icon_name);
void       aft_library_page_refresh      (AftLibraryPage *self);

G_END_DECLS

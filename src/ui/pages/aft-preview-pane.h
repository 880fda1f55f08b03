/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-edition.h"
#include "aft-paper-roll.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_PREVIEW_PANE (aft_preview_pane_get_type ())

G_DECLARE_FINAL_TYPE (AftPreviewPane, aft_preview_pane, AFT, PREVIEW_PANE, GtkWidget)

void          aft_preview_pane_set_session   (AftPreviewPane  *self,
                                              AftSession      *session);
void          aft_preview_pane_set_edition   (AftPreviewPane  *self,
                                              AftEdition       edition);
AftEdition    aft_preview_pane_get_edition   (AftPreviewPane  *self);
void          aft_preview_pane_set_letter    (AftPreviewPane  *self,
                                              gboolean         letter);
void          aft_preview_pane_set_text      (AftPreviewPane  *self,
                                              gboolean         text);
void          aft_preview_pane_set_zoom      (AftPreviewPane  *self,
                                              double           zoom);
double        aft_preview_pane_get_zoom      (AftPreviewPane  *self);
gboolean      aft_preview_pane_is_busy       (AftPreviewPane  *self);
guint         aft_preview_pane_get_page      (AftPreviewPane  *self);
guint         aft_preview_pane_get_n_pages   (AftPreviewPane  *self);
guint         aft_preview_pane_get_n_headings (AftPreviewPane *self);
gboolean      aft_preview_pane_get_heading   (AftPreviewPane  *self,
                                              guint            index,
                                              const char     **title,
                                              guint           *level,
                                              const char     **name);
void          aft_preview_pane_show_heading  (AftPreviewPane  *self,
                                              guint            index);
GArray       *aft_preview_pane_list_places   (AftPreviewPane  *self) G_GNUC_WARN_UNUSED_RESULT;
GtkAdjustment *aft_preview_pane_get_adjustment (AftPreviewPane *self);
AftPaperRoll *aft_preview_pane_get_roll      (AftPreviewPane  *self);
GtkWidget    *aft_preview_pane_get_view      (AftPreviewPane  *self);
guint         aft_preview_pane_get_n_cancelled (AftPreviewPane *self);
guint         aft_preview_pane_get_n_shaped  (AftPreviewPane  *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-paper.h"

G_BEGIN_DECLS

#define AFT_TYPE_PAPER_ROLL (aft_paper_roll_get_type ())

G_DECLARE_FINAL_TYPE (AftPaperRoll, aft_paper_roll, AFT, PAPER_ROLL, GtkWidget)

/* As wide as there is room. */
#define AFT_PAPER_ROLL_FIT 0.0

GtkWidget *aft_paper_roll_new           (void);
void       aft_paper_roll_set_pages     (AftPaperRoll   *self,
                                         AftSharedPages *pages);
void       aft_paper_roll_set_zoom      (AftPaperRoll   *self,
                                         double          zoom);
double     aft_paper_roll_get_zoom      (AftPaperRoll   *self);
guint      aft_paper_roll_get_n_columns (AftPaperRoll   *self);
guint      aft_paper_roll_get_page      (AftPaperRoll   *self);
GtkWidget *aft_paper_roll_get_paper     (AftPaperRoll   *self,
                                         guint           page);
double     aft_paper_roll_get_y         (AftPaperRoll   *self,
                                         guint           page,
                                         double          y);
void       aft_paper_roll_scroll_to     (AftPaperRoll   *self,
                                         double          y);

G_END_DECLS

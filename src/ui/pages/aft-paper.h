/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-page-layout.h"

G_BEGIN_DECLS

#define AFT_TYPE_PAPER (aft_paper_get_type ())

G_DECLARE_FINAL_TYPE (AftPaper, aft_paper, AFT, PAPER, GtkWidget)

/* At the real size. */
#define AFT_PAPER_PIXELS_PER_POINT (96.0 / 72.0)

/**
 * AftSharedPages:
 *
 * Pages that several papers show, reference counted.
 */
typedef struct _AftSharedPages AftSharedPages;

AftSharedPages *aft_shared_pages_new   (AftPages       *pages) G_GNUC_WARN_UNUSED_RESULT;
AftSharedPages *aft_shared_pages_ref   (AftSharedPages *self);
void            aft_shared_pages_unref (AftSharedPages *self);
AftPages       *aft_shared_pages_get   (AftSharedPages *self);

gboolean        aft_paper_setting_is_letter (const char     *setting);
GtkWidget      *aft_paper_new               (AftSharedPages *pages,
                                             guint           page);
void            aft_paper_set_pages         (AftPaper       *self,
                                             AftSharedPages *pages);
void            aft_paper_set_zoom          (AftPaper       *self,
                                             double          zoom);
void            aft_paper_forget            (AftPaper       *self);
guint           aft_paper_get_n_drawn       (AftPaper       *self);

G_END_DECLS

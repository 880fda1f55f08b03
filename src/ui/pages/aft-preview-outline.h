/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-preview-pane.h"

G_BEGIN_DECLS

void aft_preview_outline_fill (GtkListBox     *list,
                               AftPreviewPane *pane);
void aft_preview_outline_show (AftPreviewPane *pane,
                               GtkListBoxRow  *row);
void aft_preview_follow       (AftPreviewPane *pane,
                               AftPreviewPane *leader);

G_END_DECLS

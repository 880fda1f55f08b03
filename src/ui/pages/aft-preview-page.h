/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-page.h"

G_BEGIN_DECLS

#define AFT_TYPE_PREVIEW_PAGE (aft_preview_page_get_type ())

G_DECLARE_FINAL_TYPE (AftPreviewPage, aft_preview_page, AFT, PREVIEW_PAGE, GtkWidget)

G_END_DECLS

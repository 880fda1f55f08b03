/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-page.h"

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_PAGE (aft_whys_page_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysPage, aft_whys_page, AFT, WHYS_PAGE, GtkWidget)

G_END_DECLS

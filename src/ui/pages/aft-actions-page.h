/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-page.h"

G_BEGIN_DECLS

#define AFT_TYPE_ACTIONS_PAGE (aft_actions_page_get_type ())

G_DECLARE_FINAL_TYPE (AftActionsPage, aft_actions_page, AFT, ACTIONS_PAGE, GtkWidget)

G_END_DECLS

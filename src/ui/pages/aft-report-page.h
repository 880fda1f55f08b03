/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-page.h"

G_BEGIN_DECLS

#define AFT_TYPE_REPORT_PAGE (aft_report_page_get_type ())

G_DECLARE_FINAL_TYPE (AftReportPage, aft_report_page, AFT, REPORT_PAGE, GtkWidget)

G_END_DECLS

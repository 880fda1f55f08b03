/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aft-report.h"

G_BEGIN_DECLS

GBytes *aft_figure_svg_write_whys     (AftReport  *report,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *aft_figure_svg_write_timeline (AftReport  *report,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

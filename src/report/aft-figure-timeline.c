/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-figure-timeline.h"

void
aft_figure_timeline_add_panels (const AftFigureData *data,
                                PangoContext        *context,
                                double               width,
                                double               max_height,
                                GPtrArray           *panels)
{
}

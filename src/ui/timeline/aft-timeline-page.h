/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-event.h"
#include "aft-page.h"

G_BEGIN_DECLS

/**
 * AftTimelineView:
 * @AFT_TIMELINE_VIEW_CANVAS: the canvas alone
 * @AFT_TIMELINE_VIEW_BOTH: the canvas and the table
 * @AFT_TIMELINE_VIEW_TABLE: the table alone
 *
 * What the page shows.
 */
typedef enum
{
  AFT_TIMELINE_VIEW_CANVAS,
  AFT_TIMELINE_VIEW_BOTH,
  AFT_TIMELINE_VIEW_TABLE,
} AftTimelineView;

#define AFT_TYPE_TIMELINE_VIEW (aft_timeline_view_get_type ())
GType aft_timeline_view_get_type (void) G_GNUC_CONST;

#define AFT_TYPE_TIMELINE_PAGE (aft_timeline_page_get_type ())

G_DECLARE_FINAL_TYPE (AftTimelinePage, aft_timeline_page, AFT, TIMELINE_PAGE, GtkWidget)

AftEvent *aft_timeline_page_get_selected (AftTimelinePage *self);
void      aft_timeline_page_set_selected (AftTimelinePage *self,
                                          AftEvent        *event);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-event-filter.h"

G_BEGIN_DECLS

/**
 * AftEventSort:
 * @AFT_EVENT_SORT_TIME: by time
 * @AFT_EVENT_SORT_KNOWN: by time too, but what was known only afterwards comes last
 *
 * In which order events stand.
 */
typedef enum
{
  AFT_EVENT_SORT_TIME,
  AFT_EVENT_SORT_KNOWN,
} AftEventSort;

#define AFT_TYPE_EVENT_SORT (aft_event_sort_get_type ())
GType aft_event_sort_get_type (void) G_GNUC_CONST;

#define AFT_TYPE_EVENT_LIST (aft_event_list_get_type ())
G_DECLARE_FINAL_TYPE (AftEventList, aft_event_list, AFT, EVENT_LIST, GObject)

AftEventList *aft_event_list_new            (void) G_GNUC_WARN_UNUSED_RESULT;
void          aft_event_list_set_filter     (AftEventList   *self,
                                             AftEventFilter *filter);
void          aft_event_list_set_sort       (AftEventList   *self,
                                             AftEventSort    sort);
void          aft_event_list_set_kept       (AftEventList   *self,
                                             AftEvent       *written,
                                             AftEvent       *added);
void          aft_event_list_read           (AftEventList   *self,
                                             AftDocument    *document);
void          aft_event_list_restart        (AftEventList   *self);
gboolean      aft_event_list_look           (AftEventList   *self,
                                             gint64          deadline);
void          aft_event_list_update         (AftEventList   *self);
gboolean      aft_event_list_tell_more      (AftEventList   *self);
guint         aft_event_list_get_n_all      (AftEventList   *self);
gboolean      aft_event_list_find           (AftEventList   *self,
                                             AftEvent       *event,
                                             guint          *position);
AftEvent     *aft_event_list_peek           (AftEventList   *self,
                                             guint           position);
AftEvent     *aft_event_list_get_first_late (AftEventList   *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-event.h"
#include "aft-moment-parser.h"
#include "widget-tools.h"

/* What the tests of the timeline share. Each function is used by some of them only. */

G_GNUC_UNUSED static AftMoment *
parse_moment (const char *text)
{
  const AftMomentContext context = { "UTC", 0, NULL };
  g_autoptr(GError) error = NULL;
  AftMoment *moment = aft_moment_parse (text, &context, &error);

  g_assert_no_error (error);

  return moment;
}

/* The document keeps it. */
G_GNUC_UNUSED static AftEvent *
append_event (AftDocument *document,
              const char  *at,
              const char  *text)
{
  g_autoptr(AftEvent) event = aft_event_new ();
  g_autoptr(AftMoment) moment = parse_moment (at);

  g_object_set (event, "text", text, "at", moment, NULL);
  g_assert_true (aft_history_insert (aft_document_get_history (document), AFT_ITEM (document), "events",
                                     g_list_model_get_n_items (aft_document_get_events (document)), AFT_ITEM (event)));

  return event;
}

G_GNUC_UNUSED static AftEvent *
get_nth_event (AftDocument *document,
               guint        nth)
{
  g_autoptr(AftEvent) event = g_list_model_get_item (aft_document_get_events (document), nth);

  return event;
}

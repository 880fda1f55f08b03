/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-scenario-note.h"
#include "aft-section.h"
#include "aft-timeline-page-private.h"

/* “Cut it in half”: the page while events are moved only in a scenario. */

static void
show_name (AftTimelinePage *self)
{
  g_autofree char *name = NULL;

  if (aft_scenario_get_n_moved (self->scenario) > 0)
    name = aft_scenario_note_dup_name (self->session, aft_metrics_strip_get_incident (self->strip), self->scenario);
  aft_scenario_bar_set_name (self->scenario_bar, name);
}

static void
changed_cb (AftTimelinePage *self)
{
  self->kept = FALSE;
  show_name (self);
}

static void
show_scenario (AftTimelinePage *self)
{
  static const char *const of_facts[] = { "timeline.shift", "timeline.end-later", "timeline.end-earlier" };
  const gboolean what_if = self->scenario != NULL;

  /* What would change the facts waits. */
  for (gsize i = 0; i < G_N_ELEMENTS (of_facts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_facts[i], !what_if);
  aft_timeline_canvas_set_scenario (self->canvas, self->scenario);
  aft_metrics_strip_set_scenario (self->strip, self->scenario);
  aft_scenario_bar_set_revealed (self->scenario_bar, what_if);
}

void
aft_timeline_page_set_what_if (AftTimelinePage *self,
                               gboolean         what_if)
{
  g_autoptr(AftScenario) left = NULL;

  if (what_if == (self->scenario != NULL))
    return;

  aft_timeline_canvas_drop_drag (self->canvas);
  left = g_steal_pointer (&self->scenario);
  if (what_if)
    {
      self->scenario = aft_scenario_new ();
      g_signal_connect_object (self->scenario, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      changed_cb (self);
    }
  show_scenario (self);
  if (left != NULL && aft_scenario_get_n_moved (left) > 0 && !self->kept)
    aft_session_tell (self->session, _("Left the scenario; the document is as it was"), FALSE);
  g_object_notify (G_OBJECT (self), "what-if");
}

void
aft_timeline_page_keep_scenario (AftTimelinePage *self,
                                 const char      *name)
{
  AftResponseQuestion *note;
  AftSection *section;
  const char *title;
  g_autofree char *message = NULL;

  if (self->scenario == NULL)
    return;

  note = aft_scenario_note_keep (self->session, aft_metrics_strip_get_incident (self->strip), self->scenario, name);
  if (note == NULL)
    {
      aft_session_tell (self->session, _("This document can’t be changed."), FALSE);
      return;
    }

  self->kept = TRUE;
  section = AFT_SECTION (aft_item_get_parent (AFT_ITEM (note)));
  title = aft_section_get_title (section);
  if (title[0] == '\0')
    title = aft_choice_get_nth_label (AFT_TYPE_SECTION_KIND, aft_section_get_kind (section));
  /* Translators: %s is the title of a section of the report */
  message = g_strdup_printf (_("Kept as a note in “%s”"), title);
  aft_session_tell (self->session, message, TRUE);
}

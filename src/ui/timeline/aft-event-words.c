/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-event-words.h"

static const char *const kind_icons[] = {
  "afterword-observation-symbolic",
  "afterword-action-symbolic",
  "afterword-decision-symbolic",
  "afterword-hypothesis-symbolic",
  "afterword-message-symbolic",
};

static const char *const key_icons[AFT_N_KEY_MOMENTS] = {
  "afterword-trigger-symbolic",
  "afterword-impact-symbolic",
  "afterword-detected-symbolic",
  "afterword-acknowledged-symbolic",
  "afterword-users-told-symbolic",
  "afterword-diagnosed-symbolic",
  "afterword-mitigated-symbolic",
  "afterword-resolved-symbolic",
  "afterword-empty-symbolic",
};

static char *
dup_span (AftEvent       *event,
          GTimeZone      *zone,
          AftMomentStyle  style)
{
  AftMoment *end = aft_event_get_end (event);
  g_autofree char *from = aft_moment_format (aft_event_get_at (event), zone, style);
  g_autofree char *to = NULL;

  if (!aft_moment_is_known (end))
    return g_steal_pointer (&from);

  to = aft_moment_format (end, zone, style);
  /* Translators: from one time to another, such as 15:08 – 16:25 */
  return g_strdup_printf (C_("span of time", "%s – %s"), from, to);
}

/**
 * aft_event_kind_get_icon:
 * @kind: a kind of event
 *
 * Returns: (transfer none): the name of its symbol
 */
const char *
aft_event_kind_get_icon (AftEventKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_icons), kind_icons[0]);

  return kind_icons[kind];
}

/**
 * aft_effect_get_icon:
 * @effect: an effect
 *
 * Returns: (transfer none) (nullable): the name of its symbol, %NULL where there is nothing to show
 */
const char *
aft_effect_get_icon (AftEffect effect)
{
  switch (effect)
    {
    case AFT_EFFECT_HELPED:
      return "afterword-helped-symbolic";
    case AFT_EFFECT_HURT:
      return "afterword-hurt-symbolic";
    case AFT_EFFECT_NOT_ASSESSED:
    case AFT_EFFECT_NONE:
    default:
      return NULL;
    }
}

/**
 * aft_key_moment_get_icon:
 * @nth: which key moment, counted from 0
 *
 * Returns: (transfer none): the name of its symbol
 */
const char *
aft_key_moment_get_icon (guint nth)
{
  g_return_val_if_fail (nth < AFT_N_KEY_MOMENTS, key_icons[0]);

  return key_icons[nth];
}

/**
 * aft_key_moment_get_label:
 * @nth: which key moment, counted from 0
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
aft_key_moment_get_label (guint nth)
{
  return aft_choice_get_nth_label (AFT_TYPE_KEY_MOMENTS, nth);
}

/**
 * aft_event_dup_time:
 * @event: an event
 * @zone: the zone to show it in
 *
 * Returns: (transfer full): when it was, as short as it can be beside a date
 */
char *
aft_event_dup_time (AftEvent  *event,
                    GTimeZone *zone)
{
  return dup_span (event, zone, AFT_MOMENT_STYLE_TIME);
}

/**
 * aft_event_dup_full_time:
 * @event: an event
 * @zone: the zone to show it in
 *
 * Returns: (transfer full): when it was, with the date
 */
char *
aft_event_dup_full_time (AftEvent  *event,
                         GTimeZone *zone)
{
  return dup_span (event, zone, AFT_MOMENT_STYLE_FULL);
}

/**
 * aft_event_dup_title:
 * @event: an event
 *
 * Returns: (transfer full): its text, or words for one that has none yet
 */
char *
aft_event_dup_title (AftEvent *event)
{
  const char *text = aft_event_get_text (event);

  return g_strdup (text[0] != '\0' ? text : _("Untitled event"));
}

/**
 * aft_event_dup_label:
 * @event: an event
 * @zone: the zone to show it in
 *
 * Returns: (transfer full): what a screen reader says first: the time and the text
 */
char *
aft_event_dup_label (AftEvent  *event,
                     GTimeZone *zone)
{
  g_autofree char *time = aft_event_dup_time (event, zone);
  g_autofree char *title = aft_event_dup_title (event);

  if (!aft_moment_is_known (aft_event_get_at (event)))
    /* Translators: %s is the text of an event of which nobody knows when it was */
    return g_strdup_printf (_("time unknown, %s"), title);

  /* Translators: a time and the text of an event, as a screen reader says it */
  return g_strdup_printf (C_("time, event", "%s, %s"), time, title);
}

/**
 * aft_event_dup_description:
 * @event: an event
 *
 * Returns: (transfer full): in words everything that its symbols show, empty if there is nothing
 */
char *
aft_event_dup_description (AftEvent *event)
{
  const AftKeyMoments keys = aft_event_get_key_moments (event);
  const AftMoment *at = aft_event_get_at (event);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;

  for (guint i = 0; i < AFT_N_KEY_MOMENTS; i++)
    if ((keys & (1u << i)) != 0)
      g_strv_builder_add (builder, aft_key_moment_get_label (i));

  if (aft_event_get_kind (event) != AFT_EVENT_OBSERVATION)
    g_strv_builder_add (builder, aft_choice_get_nth_label (AFT_TYPE_EVENT_KIND, aft_event_get_kind (event)));
  if (aft_effect_get_icon (aft_event_get_effect (event)) != NULL)
    g_strv_builder_add (builder, aft_choice_get_nth_label (AFT_TYPE_EFFECT, aft_event_get_effect (event)));
  if (aft_event_is_lead_up (event))
    /* Translators: said of an event that belongs to the time before the incident */
    g_strv_builder_add (builder, C_("event", "lead-up"));
  if (aft_event_is_planned (event))
    /* Translators: said of an event that has not happened yet */
    g_strv_builder_add (builder, C_("event", "planned"));
  if (aft_event_get_known_afterwards (event))
    /* Translators: said of an event that nobody knew of while it happened */
    g_strv_builder_add (builder, C_("event", "known only afterwards"));
  if (at != NULL && aft_moment_is_doubtful (at))
    /* Translators: said of an event whose time can be read in more than one way */
    g_strv_builder_add (builder, C_("event", "time in doubt"));

  words = g_strv_builder_end (builder);

  return g_strjoinv (", ", words);
}

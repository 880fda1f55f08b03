/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-action-item.h"
#include "aft-answer.h"
#include "aft-corrective-action.h"
#include "aft-event-picker.h"
#include "aft-factor-links.h"
#include "aft-lesson.h"
#include "aft-numbering.h"
#include "aft-wrap-layout.h"

/* Characters of a link; the rest is in its tooltip. */
#define LINK_WIDTH 30

/**
 * AftFactorLinks:
 *
 * What a contributing factor belongs to: the events and answers that it names, and the lessons and
 * actions that name it. Each is a button that leads there, with another that takes the link away.
 */
struct _AftFactorLinks
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *picker;
  GtkWidget  *lessons;

  /* Owned */
  AftSession *session;
  AftFactor  *factor;
  char       *shown;      /* the links that are there, to know when they change */
};

G_DEFINE_FINAL_TYPE (AftFactorLinks, aft_factor_links, GTK_TYPE_WIDGET)

static GStrv
dup_toggled (const char *const *words,
             const char        *word)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) != 0)
      g_strv_builder_add (builder, words[i]);
  if (!g_strv_contains (words, word))
    g_strv_builder_add (builder, word);

  return g_strv_builder_end (builder);
}

/* Adds the id of @target to a field of references of @item, or takes it away, as one edit. */
static void
toggle (AftFactorLinks *self,
        AftItem        *item,
        const char     *field,
        AftItem        *target,
        const char     *name)
{
  AftHistory *history = aft_session_get_history (self->session);
  g_auto(GStrv) after = NULL;
  guint index;

  aft_item_find_field (item, field, &index);
  after = dup_toggled (aft_item_get_words (item, index), aft_item_get_id (target));
  aft_history_commit (history);
  aft_history_begin (history, name);
  g_object_set (item, field, after, NULL);
  aft_history_end (history);
}

static AftItem *
find (AftFactorLinks *self,
      GVariant       *parameter)
{
  return aft_document_find (aft_session_get_document (self->session), g_variant_get_string (parameter, NULL));
}

static void
follow_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AftFactorLinks *self = AFT_FACTOR_LINKS (widget);
  AftItem *item = find (self, parameter);

  if (item != NULL)
    aft_session_show_item (self->session, item);
}

static void
link_event_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AftFactorLinks *self = AFT_FACTOR_LINKS (widget);
  AftItem *event = find (self, parameter);

  if (event != NULL)
    aft_factor_links_link_event (self, event);
}

static void
link_lesson_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AftFactorLinks *self = AFT_FACTOR_LINKS (widget);
  AftItem *lesson = find (self, parameter);

  if (AFT_IS_LESSON (lesson) &&
      !g_strv_contains (aft_lesson_get_factors (AFT_LESSON (lesson)), aft_item_get_id (AFT_ITEM (self->factor))))
    toggle (self, lesson, "factors", AFT_ITEM (self->factor), _("Link a Lesson"));
}

/* A link to a lesson or an action is kept there. */
static void
unlink_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AftFactorLinks *self = AFT_FACTOR_LINKS (widget);
  AftItem *item = find (self, parameter);

  if (item == NULL)
    return;

  if (AFT_IS_EVENT (item))
    toggle (self, AFT_ITEM (self->factor), "events", item, _("Remove Link"));
  else if (AFT_IS_ANSWER (item))
    toggle (self, AFT_ITEM (self->factor), "answers", item, _("Remove Link"));
  else
    toggle (self, item, "factors", AFT_ITEM (self->factor), _("Remove Link"));
}

static char *
dup_label (AftFactorLinks *self,
           AftItem        *item)
{
  const char *heading = aft_item_get_heading (item);
  g_autofree char *number = NULL;

  if (AFT_IS_EVENT (item))
    return aft_event_picker_dup_label (self->session, AFT_EVENT (item));
  if (heading[0] == '\0')
    heading = _("Untitled");
  if (AFT_IS_ANSWER (item))
    return g_strdup (heading);

  number = AFT_IS_LESSON (item) ? aft_numbering_get_of_total (item) : aft_numbering_get (item);

  return g_strdup_printf ("(%s) %s", number, heading);
}

static const char *
get_icon (AftItem *item)
{
  if (AFT_IS_EVENT (item))
    return "afterword-timeline-symbolic";

  return AFT_IS_ANSWER (item) ? "afterword-whys-symbolic" : "afterword-actions-symbolic";
}

/* Everything that is linked, in the order in which it is shown. */
static GPtrArray *
list_links (AftFactorLinks *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  GPtrArray *links = g_ptr_array_new ();
  const GType types[] = { AFT_TYPE_LESSON, AFT_TYPE_CORRECTIVE_ACTION, AFT_TYPE_ACTION_ITEM };
  g_autoptr(GPtrArray) events = aft_document_resolve (document, aft_factor_get_events (self->factor));
  g_autoptr(GPtrArray) answers = aft_document_resolve (document, aft_factor_get_answers (self->factor));

  g_ptr_array_extend (links, events, NULL, NULL);
  g_ptr_array_extend (links, answers, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(GPtrArray) referrers = aft_document_get_referrers (document, AFT_ITEM (self->factor), types[i],
                                                                   "factors");

      g_ptr_array_extend (links, referrers, NULL, NULL);
    }

  return links;
}

static GtkWidget *
create_link (AftFactorLinks *self,
             AftItem        *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (item));
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *text = dup_label (self, item);
  GtkWidget *label = gtk_label_new (text);
  /* Translators: what a screen reader calls a link: what it leads to, such as “Event”, and which one */
  g_autofree char *spoken = g_strdup_printf (C_("link", "%s: %s"), aft_item_get_kind_label (item), text);
  /* Translators: what a screen reader calls the button that takes a link away; %s is the link */
  g_autofree char *spoken_remove = g_strdup_printf (_("Remove link to %s"), spoken);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINK_WIDTH);
  gtk_box_append (GTK_BOX (content), icon);
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "links.follow");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", aft_item_get_id (item));

  gtk_widget_set_tooltip_text (remove, _("Remove Link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken_remove, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "links.unlink");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "s", aft_item_get_id (item));

  gtk_widget_add_css_class (line, "linked");
  gtk_widget_add_css_class (line, "aft-link");
  gtk_widget_set_margin_top (line, 3);
  gtk_widget_set_margin_bottom (line, 3);
  gtk_widget_set_margin_end (line, 3);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (line), remove);

  return line;
}

static char *
dup_entry (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (escaped, -1) <= 60)
    return g_steal_pointer (&escaped);

  start = g_utf8_substring (escaped, 0, 58);

  return g_strconcat (start, "…", NULL);
}

static void
fill_lessons (AftFactorLinks *self)
{
  GListModel *lessons = aft_document_get_lessons (aft_session_get_document (self->session));
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (lessons); i++)
    {
      g_autoptr(AftLesson) lesson = g_list_model_get_item (lessons, i);
      g_autofree char *text = dup_label (self, AFT_ITEM (lesson));
      g_autofree char *label = dup_entry (text);
      g_autoptr(GMenuItem) entry = NULL;

      if (g_strv_contains (aft_lesson_get_factors (lesson), aft_item_get_id (AFT_ITEM (self->factor))))
        continue;

      entry = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (entry, "links.link-lesson", "s", aft_item_get_id (AFT_ITEM (lesson)));
      g_menu_append_item (menu, entry);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->lessons), G_MENU_MODEL (menu));
}

static void
lessons_shown_cb (GtkMenuButton *button,
                  gpointer       user_data)
{
  fill_lessons (AFT_FACTOR_LINKS (user_data));
}

static void
picked_cb (AftFactorLinks *self,
           AftItem        *event)
{
  if (g_strv_contains (aft_factor_get_events (self->factor), aft_item_get_id (event)))
    toggle (self, AFT_ITEM (self->factor), "events", event, _("Remove Link"));
  else
    aft_factor_links_link_event (self, event);
}

static void
aft_factor_links_dispose (GObject *object)
{
  AftFactorLinks *self = AFT_FACTOR_LINKS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->factor);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (aft_factor_links_parent_class)->dispose (object);
}

static void
aft_factor_links_class_init (AftFactorLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_factor_links_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, AFT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_install_action (widget_class, "links.follow", "s", follow_action);
  gtk_widget_class_install_action (widget_class, "links.unlink", "s", unlink_action);
  gtk_widget_class_install_action (widget_class, "links.link-event", "s", link_event_action);
  gtk_widget_class_install_action (widget_class, "links.link-lesson", "s", link_lesson_action);
}

static void
aft_factor_links_init (AftFactorLinks *self)
{
}

/**
 * aft_factor_links_new:
 * @session: the document
 * @factor: a contributing factor of it
 *
 * Returns: (transfer floating): its links
 */
GtkWidget *
aft_factor_links_new (AftSession *session,
                      AftFactor  *factor)
{
  AftFactorLinks *self;

  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);
  g_return_val_if_fail (AFT_IS_FACTOR (factor), NULL);

  self = g_object_new (AFT_TYPE_FACTOR_LINKS, NULL);
  self->session = g_object_ref (session);
  self->factor = g_object_ref (factor);

  self->picker = aft_event_picker_new (session, _("Link an Event"));
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->picker, GTK_WIDGET (self));

  self->lessons = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->lessons), _("Link a Lesson"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->lessons), lessons_shown_cb, self, NULL);
  gtk_widget_add_css_class (self->lessons, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lessons), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Link a Lesson"),
                                  -1);
  gtk_widget_set_parent (self->lessons, GTK_WIDGET (self));
  aft_factor_links_update (self);

  return GTK_WIDGET (self);
}

/* Which link has the focus, or -1. */
static int
find_focus (AftFactorLinks *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *link = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return -1;

  for (int i = 0; link != self->picker; i++, link = gtk_widget_get_next_sibling (link))
    if (gtk_widget_is_ancestor (focus, link))
      return i;

  return -1;
}

static void
replace_links (AftFactorLinks  *self,
               const GPtrArray *links)
{
  const int focus = find_focus (self);
  GtkWidget *before = NULL;
  GtkWidget *focused = NULL;

  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != self->picker)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  for (guint i = 0; i < links->len; i++)
    {
      GtkWidget *link = create_link (self, links->pdata[i]);

      gtk_widget_insert_after (link, GTK_WIDGET (self), before);
      before = link;
      if ((int) i <= focus)
        focused = link;
    }

  /* Who takes one link away with a key goes on from there. */
  if (focus >= 0)
    gtk_widget_child_focus (focused != NULL ? focused : self->picker, GTK_DIR_TAB_FORWARD);
}

/**
 * aft_factor_links_update:
 * @self: the links of a factor
 *
 * Shows them as they are now. What did not change stays, and with it the focus.
 */
void
aft_factor_links_update (AftFactorLinks *self)
{
  AftDocument *document;
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(GString) shown = g_string_new (NULL);

  g_return_if_fail (AFT_IS_FACTOR_LINKS (self));

  document = aft_session_get_document (self->session);
  if (aft_item_get_document (AFT_ITEM (self->factor)) == NULL)
    return;

  gtk_widget_set_visible (self->picker, g_list_model_get_n_items (aft_document_get_events (document)) > 0);
  gtk_widget_set_visible (self->lessons, g_list_model_get_n_items (aft_document_get_lessons (document)) > 0);
  aft_event_picker_set_picked (AFT_EVENT_PICKER (self->picker), aft_factor_get_events (self->factor));

  links = list_links (self);
  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *label = dup_label (self, links->pdata[i]);

      g_string_append_printf (shown, "%s %s\n", aft_item_get_id (links->pdata[i]), label);
    }
  if (g_strcmp0 (self->shown, shown->str) == 0)
    return;

  g_free (self->shown);
  self->shown = g_string_free (g_steal_pointer (&shown), FALSE);
  replace_links (self, links);
}

/**
 * aft_factor_links_link_event:
 * @self: the links of a factor
 * @event: an event of the document
 *
 * Links the factor and the event, as one edit.
 *
 * Returns: whether they were not linked before
 */
gboolean
aft_factor_links_link_event (AftFactorLinks *self,
                             AftItem        *event)
{
  g_return_val_if_fail (AFT_IS_FACTOR_LINKS (self), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (event), FALSE);

  if (!AFT_IS_EVENT (event) || aft_item_get_document (event) != aft_session_get_document (self->session) ||
      g_strv_contains (aft_factor_get_events (self->factor), aft_item_get_id (event)))
    return FALSE;

  toggle (self, AFT_ITEM (self->factor), "events", event, _("Link an Event"));

  return TRUE;
}

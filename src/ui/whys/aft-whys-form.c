/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-answer.h"
#include "aft-chronology.h"
#include "aft-factor.h"
#include "aft-item-form.h"
#include "aft-lesson.h"
#include "aft-numbering.h"
#include "aft-popup-menu.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-edits.h"
#include "aft-whys-form.h"

/* The most answers that are offered as equal, besides those with the same text. */
#define MAX_OFFERED 40

/* The most events that are offered; the list of events has all. */
#define MAX_EVENTS 60

/**
 * AftWhysForm:
 *
 * The fields of the problem, question or answer that is chosen, and its links.
 */
struct _AftWhysForm
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *scroller;
  GtkWidget  *box;
  GtkWidget  *links;

  /* Owned */
  AftSession *session;
  AftItem    *item;
};

G_DEFINE_FINAL_TYPE (AftWhysForm, aft_whys_form, GTK_TYPE_WIDGET)

static void
follow_cb (GtkButton   *button,
           AftWhysForm *self)
{
  AftItem *item =
    aft_document_find (aft_session_get_document (self->session), g_object_get_data (G_OBJECT (button), "id"));

  if (item != NULL)
    aft_session_show_item (self->session, item);
}

static GStrv
toggle_word (const char *const *words,
             const char        *word)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  gboolean found = FALSE;

  for (gsize i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      found = TRUE;
    else
      g_strv_builder_add (builder, words[i]);
  if (!found)
    g_strv_builder_add (builder, word);

  return g_strv_builder_end (builder);
}

static void
toggle_event_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AftWhysForm *self = AFT_WHYS_FORM (widget);
  g_auto(GStrv) events = NULL;

  if (!AFT_IS_ANSWER (self->item))
    return;

  events = toggle_word (aft_answer_get_events (AFT_ANSWER (self->item)), g_variant_get_string (parameter, NULL));
  g_object_set (self->item, "events", events, NULL);
}

/* A link to a lesson is kept by the lesson. */
static void
toggle_lesson_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  AftWhysForm *self = AFT_WHYS_FORM (widget);
  AftItem *lesson =
    aft_document_find (aft_session_get_document (self->session), g_variant_get_string (parameter, NULL));
  g_auto(GStrv) answers = NULL;

  if (!AFT_IS_ANSWER (self->item) || !AFT_IS_LESSON (lesson))
    return;

  answers = toggle_word (aft_lesson_get_answers (AFT_LESSON (lesson)), aft_item_get_id (self->item));
  g_object_set (lesson, "answers", answers, NULL);
}

static void
make_lesson_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AftWhysForm *self = AFT_WHYS_FORM (widget);

  if (AFT_IS_ANSWER (self->item) && aft_whys_make_lesson (aft_session_get_document (self->session), self->item) != NULL)
    aft_session_tell (self->session, _("Lesson added to the list of actions"), TRUE);
}

static void
add_link (AftWhysForm *self,
          AftItem     *item,
          const char  *text,
          const char  *action)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (aft_item_get_id (item)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (follow_cb), self, 0);
  gtk_box_append (GTK_BOX (line), button);

  if (action != NULL)
    {
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_set_tooltip_text (remove, _("Remove Link"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove Link"), -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "s", aft_item_get_id (item));
      gtk_box_append (GTK_BOX (line), remove);
    }
  else
    {
      g_object_ref_sink (remove);
      g_object_unref (remove);
    }
  gtk_box_append (GTK_BOX (self->links), line);
}

static void
add_caption (GtkWidget  *box,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
}

static char *
describe_event (AftWhysForm *self,
                AftEvent    *event)
{
  g_autofree char *time =
    aft_moment_format (aft_event_get_at (event), aft_session_get_zone (self->session), AFT_MOMENT_STYLE_FULL);

  return g_strdup_printf ("%s  %s", time, aft_event_get_text (event));
}

static void
add_menu (AftWhysForm *self,
          const char  *label,
          GMenu       *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (button, g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (self->links), button);
}

static void
update_events (AftWhysForm *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  const char *const *linked = aft_answer_get_events (AFT_ANSWER (self->item));
  g_autoptr(GPtrArray) events = aft_chronology_order (document);
  g_autoptr(GMenu) menu = g_menu_new ();

  add_caption (self->links, _("Events"));
  for (guint i = 0; i < events->len; i++)
    {
      g_autofree char *text = describe_event (self, events->pdata[i]);

      if (g_strv_contains (linked, aft_item_get_id (events->pdata[i])))
        add_link (self, events->pdata[i], text, "form.toggle-event");
      else if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) < MAX_EVENTS)
        aft_popup_menu_append (menu, text, "form.toggle-event", aft_item_get_id (events->pdata[i]));
    }
  add_menu (self, _("Link an Event"), menu);
}

static void
update_lessons (AftWhysForm *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  GListModel *lessons = aft_document_get_lessons (document);
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *make = gtk_button_new_with_mnemonic (_("_Make a Lesson of This"));

  add_caption (self->links, _("Lessons"));
  for (guint i = 0; i < g_list_model_get_n_items (lessons); i++)
    {
      g_autoptr(AftLesson) lesson = g_list_model_get_item (lessons, i);
      g_autofree char *number = aft_numbering_get_of_total (AFT_ITEM (lesson));
      g_autofree char *text = g_strdup_printf ("(%s) %s", number, aft_lesson_get_text (lesson));

      if (g_strv_contains (aft_lesson_get_answers (lesson), aft_item_get_id (self->item)))
        add_link (self, AFT_ITEM (lesson), text, "form.toggle-lesson");
      else
        aft_popup_menu_append (menu, text, "form.toggle-lesson", aft_item_get_id (AFT_ITEM (lesson)));
    }
  add_menu (self, _("Link a Lesson"), menu);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (make), "form.make-lesson");
  gtk_widget_set_halign (make, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->links), make);
}

static void
set_same_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  AftWhysForm *self = AFT_WHYS_FORM (widget);
  AftDocument *document = aft_session_get_document (self->session);
  AftItem *other = aft_document_find (document, g_variant_get_string (parameter, NULL));

  if (!AFT_IS_ANSWER (self->item))
    return;

  if (g_strcmp0 (aft_answer_get_same_as (AFT_ANSWER (self->item)), g_variant_get_string (parameter, NULL)) == 0)
    aft_whys_set_same_as (document, AFT_ANSWER (self->item), NULL);
  else if (!AFT_IS_ANSWER (other) || !aft_whys_set_same_as (document, AFT_ANSWER (self->item), AFT_ANSWER (other)))
    aft_session_tell (self->session,
                      _ ("That would lead in a circle: the other answer already leads back to this one."), FALSE);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AftWhysForm *self = AFT_WHYS_FORM (widget);
  AftDocument *document = aft_session_get_document (self->session);
  AftItem *other = aft_document_find (document, aft_answer_get_same_as (AFT_ANSWER (self->item)));

  if (AFT_IS_ANSWER (self->item) && AFT_IS_ANSWER (other) &&
      aft_whys_merge (document, AFT_ANSWER (other), AFT_ANSWER (self->item)))
    aft_session_tell (self->session, _("Answers merged"), TRUE);
}

typedef struct
{
  AftItem   *item;
  GPtrArray *equal;
  GPtrArray *others;
} Likeness;

static void
compare_answer (AftItem  *item,
                gpointer  user_data)
{
  Likeness *likeness = user_data;

  if (!AFT_IS_ANSWER (item) || aft_item_get_heading (item)[0] == '\0' ||
      !aft_whys_can_be_same (aft_item_get_document (item), AFT_ANSWER (likeness->item), AFT_ANSWER (item)))
    return;

  if (g_utf8_collate (aft_item_get_heading (item), aft_item_get_heading (likeness->item)) == 0)
    g_ptr_array_add (likeness->equal, item);
  else if (likeness->others->len < MAX_OFFERED)
    g_ptr_array_add (likeness->others, item);
}

/* Equal answers come first. */
static void
update_same (AftWhysForm *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  AftItem *same = aft_document_find (document, aft_answer_get_same_as (AFT_ANSWER (self->item)));
  g_autoptr(GPtrArray) equal = g_ptr_array_new ();
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  Likeness likeness = { self->item, equal, others };
  g_autoptr(GMenu) menu = NULL;

  add_caption (self->links, _("Same As"));
  if (same != NULL)
    {
      GtkWidget *merge = gtk_button_new_with_mnemonic (_("M_erge Into That Answer"));

      add_link (self, same, aft_item_get_heading (same), "form.set-same");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (merge), "form.merge");
      gtk_widget_set_halign (merge, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (self->links), merge);
      return;
    }

  menu = g_menu_new ();
  aft_item_foreach (AFT_ITEM (document), compare_answer, &likeness);
  for (guint i = 0; i < equal->len; i++)
    aft_popup_menu_append (menu, aft_item_get_heading (equal->pdata[i]), "form.set-same",
                          aft_item_get_id (equal->pdata[i]));
  for (guint i = 0; i < others->len; i++)
    aft_popup_menu_append (menu, aft_item_get_heading (others->pdata[i]), "form.set-same",
                          aft_item_get_id (others->pdata[i]));
  add_menu (self, _("Choose an Equal Answer"), menu);
}

static void
update_links (AftWhysForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->links)) != NULL)
    gtk_box_remove (GTK_BOX (self->links), child);

  if (!AFT_IS_ANSWER (self->item) || aft_item_get_document (self->item) == NULL)
    return;

  update_events (self);
  update_lessons (self);
  update_same (self);
}

static void
rebuild (AftWhysForm *self)
{
  static const char *const answer_fields[] = { "text",     "state", "+contributing-factor", "evidence", "link", "note",
                                               "audience", NULL };
  static const char *const question_fields[] = { "text", "join", NULL };
  static const char *const problem_fields[] = { "text", "went-well", NULL };
  static const char *const problem_fields_several[] = { "text", "went-well", "incident", NULL };
  const char *const *fields = answer_fields;
  GtkWidget *child;
  GtkWidget *title;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  if (self->item == NULL)
    {
      GtkWidget *hint = gtk_label_new (_("Choose a box to see its evidence, events and lessons here."));

      gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
      gtk_label_set_justify (GTK_LABEL (hint), GTK_JUSTIFY_CENTER);
      gtk_widget_add_css_class (hint, "dim-label");
      gtk_widget_set_vexpand (hint, TRUE);
      gtk_box_append (GTK_BOX (self->box), hint);
      return;
    }

  if (AFT_IS_QUESTION (self->item))
    fields = question_fields;
  else if (AFT_IS_PROBLEM (self->item))
    fields = g_list_model_get_n_items (aft_document_get_incidents (aft_session_get_document (self->session))) > 1
               ? problem_fields_several
               : problem_fields;

  title = gtk_label_new (aft_item_get_kind_label (self->item));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "title-4");
  gtk_box_append (GTK_BOX (self->box), title);
  gtk_box_append (GTK_BOX (self->box), aft_item_form_create (self->session, self->item, fields));
  self->links = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->box), self->links);
  update_links (self);
}

static void
edited_cb (AftWhysForm *self)
{
  if (self->item != NULL && aft_item_get_document (self->item) == NULL)
    aft_whys_form_set_item (self, NULL);
  else if (self->item != NULL)
    update_links (self);
}

static void
aft_whys_form_dispose (GObject *object)
{
  AftWhysForm *self = AFT_WHYS_FORM (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_whys_form_parent_class)->dispose (object);
}

static void
aft_whys_form_class_init (AftWhysFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_whys_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "form.toggle-event", "s", toggle_event_action);
  gtk_widget_class_install_action (widget_class, "form.toggle-lesson", "s", toggle_lesson_action);
  gtk_widget_class_install_action (widget_class, "form.set-same", "s", set_same_action);
  gtk_widget_class_install_action (widget_class, "form.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "form.make-lesson", NULL, make_lesson_action);
}

static void
aft_whys_form_init (AftWhysForm *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 18);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_size_request (self->scroller, 340, -1);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * aft_whys_form_new:
 * @session: the document
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
aft_whys_form_new (AftSession *session)
{
  AftWhysForm *self = g_object_new (AFT_TYPE_WHYS_FORM, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  rebuild (self);

  return GTK_WIDGET (self);
}

/**
 * aft_whys_form_set_item:
 * @self: a form
 * @item: (nullable): a problem, question or answer
 */
void
aft_whys_form_set_item (AftWhysForm *self,
                        AftItem     *item)
{
  g_return_if_fail (AFT_IS_WHYS_FORM (self));

  if (g_set_object (&self->item, item))
    rebuild (self);
}

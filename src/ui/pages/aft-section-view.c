/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-event.h"
#include "aft-field-binding.h"
#include "aft-figure-adder.h"
#include "aft-incident.h"
#include "aft-item-form.h"
#include "aft-item-list-view.h"
#include "aft-prose-view.h"
#include "aft-section-view.h"
#include "aft-template.h"

/**
 * AftSectionView:
 *
 * A section of the report as a form: its guidance, its prose, its questions, and what else it
 * holds.
 */
struct _AftSectionView
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *box;
  GtkWidget  *guidance;
  GtkWidget  *incidents;
  GtkLabel   *guidance_label;
  GtkLabel   *count;

  /* Owned */
  AftSession *session;
  AftSection *section;
  GPtrArray  *lists;
};

G_DEFINE_FINAL_TYPE (AftSectionView, aft_section_view, GTK_TYPE_WIDGET)

/* What a section shows of the document's own lists. */
typedef struct
{
  AftSectionKind     kind;
  const char        *list;
  const char        *fields[6];
  const char        *add_label;
} ListRow;

static const ListRow list_rows[] = {
  { AFT_SECTION_FACTORS, "factors", { "text", "note" }, N_("Add Contributing Factor") },
  { AFT_SECTION_OBSERVATIONS, "observations", { "kind", "+text" }, N_("Add Observation") },
  { AFT_SECTION_OPEN_QUESTIONS, "open-questions", { "text", "answer" }, N_("Add Open Question") },
  { AFT_SECTION_RELATED, "references", { "title", "+link", "note" }, N_("Add Related Item") },
  { AFT_SECTION_GLOSSARY, "glossary", { "term", "meaning" }, N_("Add Term") },
  { AFT_SECTION_FIGURES, "figures", { "caption", "alternative-text", "checked" }, NULL },
};

typedef struct
{
  AftSectionKind  kind;
  const char     *page;
  const char     *label;
  const char     *sentence;
} PageLink;

/* What has a page of its own. */
static const PageLink page_links[] = {
  { AFT_SECTION_LEAD_UP, "timeline", N_("Open _Timeline"), N_("Events before the event are marked as lead-up on the timeline.") },
  { AFT_SECTION_TIMELINE, "timeline", N_("Open _Timeline"), N_("Events are added and moved on their own page.") },
  { AFT_SECTION_ANALYSIS, "whys", N_("Open _Five Whys"), N_("The tree of questions and answers grows on its own page.") },
  { AFT_SECTION_LESSONS, "actions", N_("Open _Actions"), N_("Lessons, corrective actions and action items stand on their own page.") },
};

static const PageLink *
find_page_link (AftSectionKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (page_links); i++)
    if (page_links[i].kind == kind)
      return &page_links[i];

  return NULL;
}

static GtkWidget *
create_heading (AftSectionView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *toggle = gtk_toggle_button_new ();
  g_autofree char *title = aft_section_dup_title (aft_session_get_document (self->session), self->section);
  GtkWidget *heading;

  if (aft_section_get_kind (self->section) == AFT_SECTION_OTHER)
    {
      heading = gtk_entry_new ();
      aft_field_bind (G_OBJECT (heading), AFT_ITEM (self->section), "title");
      gtk_entry_set_placeholder_text (GTK_ENTRY (heading), _("Title of the section"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the section"), -1);
    }
  else
    {
      heading = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
    }
  gtk_widget_add_css_class (heading, "title-2");
  gtk_widget_set_hexpand (heading, TRUE);

  gtk_button_set_icon_name (GTK_BUTTON (toggle), "help-about-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "circular");
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (toggle, _("What to Write Here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to Write Here"), -1);
  g_object_bind_property (toggle, "active", self->guidance, "reveal-child", G_BINDING_SYNC_CREATE);

  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), toggle);

  return line;
}

static void
update_guidance (AftSectionView *self)
{
  AftTemplate *template = aft_template_find (aft_document_get_template (aft_session_get_document (self->session)));
  g_autoptr(GPtrArray) templates = aft_template_list ();

  if (template == NULL)
    template = templates->pdata[0];
  gtk_label_set_text (self->guidance_label, aft_template_get_guidance (template, self->section));
}

static void
create_guidance (AftSectionView *self)
{
  self->guidance = gtk_revealer_new ();
  self->guidance_label = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->guidance_label, TRUE);
  gtk_label_set_xalign (self->guidance_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->guidance_label), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->guidance_label), "aft-guidance");
  gtk_revealer_set_child (GTK_REVEALER (self->guidance), GTK_WIDGET (self->guidance_label));
}

static void
add_list (AftSectionView    *self,
          AftItem           *parent,
          const char        *list,
          const char *const *fields,
          const char        *add_label)
{
  GtkWidget *view = aft_item_list_view_new (self->session, parent, list, fields, add_label);

  gtk_box_append (GTK_BOX (self->box), view);
  g_ptr_array_add (self->lists, view);
}

static void
add_summary (AftSectionView *self)
{
  static const char *const fields[] = { "one-line", "text", "surprise", NULL };
  GtkWidget *form = aft_item_form_create (self->session, AFT_ITEM (self->section), fields);

  gtk_box_append (GTK_BOX (self->box), form);
}

static void
remove_incident_cb (GtkButton      *button,
                    AftSectionView *self)
{
  AftItem *incident = g_object_get_data (G_OBJECT (button), "item");

  if (aft_history_remove (aft_session_get_history (self->session), incident))
    aft_session_tell (self->session, _("Incident removed"), TRUE);
}

static void
add_incident_cb (AftSectionView *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(AftIncident) incident = aft_incident_new ();

  aft_history_insert (aft_document_get_history (document), AFT_ITEM (document), "incidents", G_MAXUINT, AFT_ITEM (incident));
}

static GtkWidget *
create_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 6);

  return label;
}

static GtkWidget *
create_incident (AftSectionView *self,
                 AftItem        *incident,
                 gboolean        several)
{
  static const char *const quantity_fields[] = { "label", "+value", "+unit", NULL };
  static const char *const duration_fields[] = { "label", "+value", "+source", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  if (several)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *title = aft_item_form_create_field (self->session, incident, "title");
      GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Remove Incident"));

      gtk_widget_set_hexpand (title, TRUE);
      gtk_widget_set_valign (remove, GTK_ALIGN_END);
      g_object_set_data_full (G_OBJECT (remove), "item", g_object_ref (incident), g_object_unref);
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_incident_cb), self, 0);
      gtk_box_append (GTK_BOX (line), title);
      gtk_box_append (GTK_BOX (line), remove);
      gtk_box_append (GTK_BOX (box), line);
    }
  gtk_box_append (GTK_BOX (box), aft_item_form_create_field (self->session, incident, "impact"));
  gtk_box_append (GTK_BOX (box), create_caption (_("How much")));
  gtk_box_append (GTK_BOX (box), aft_item_list_view_new (self->session, incident, "quantities", quantity_fields, _("Add Quantity")));
  gtk_box_append (GTK_BOX (box), create_caption (_("Durations as people stated them")));
  gtk_box_append (GTK_BOX (box), aft_item_list_view_new (self->session, incident, "durations", duration_fields, _("Add Stated Duration")));

  return box;
}

/* With one incident nothing of incidents shows. */
static void
rebuild_incidents (AftSectionView *self)
{
  GListModel *incidents = aft_document_get_incidents (aft_session_get_document (self->session));
  const guint n_incidents = g_list_model_get_n_items (incidents);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->incidents)) != NULL)
    gtk_box_remove (GTK_BOX (self->incidents), child);
  for (guint i = 0; i < n_incidents; i++)
    {
      g_autoptr(AftItem) incident = g_list_model_get_item (incidents, i);

      gtk_box_append (GTK_BOX (self->incidents), create_incident (self, incident, n_incidents > 1));
    }
}

static void
add_impact (AftSectionView *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_("Add Another _Incident"));

  self->incidents = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (add, _("For a second wave or a recurrence, with its own impact and key moments"));
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_incident_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (aft_document_get_incidents (aft_session_get_document (self->session)), "items-changed",
                           G_CALLBACK (rebuild_incidents), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->incidents);
  gtk_box_append (GTK_BOX (self->box), add);
  rebuild_incidents (self);
}

static void
add_page_link (AftSectionView *self,
               const PageLink *link)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *sentence = gtk_label_new (_(link->sentence));
  GtkWidget *button = gtk_button_new_with_mnemonic (_(link->label));

  self->count = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "heading");
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_widget_add_css_class (sentence, "dim-label");
  gtk_widget_add_css_class (sentence, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", link->page);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (texts), sentence);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), button);
  gtk_widget_add_css_class (line, "card");
  gtk_widget_add_css_class (line, "aft-page-link");
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
update_count (AftSectionView *self)
{
  guint n_items;
  g_autofree char *text = NULL;

  if (self->count == NULL)
    return;

  n_items = aft_section_count_items (aft_session_get_document (self->session), self->section);
  switch (aft_section_get_kind (self->section))
    {
    case AFT_SECTION_ANALYSIS:
      text = g_strdup_printf (ngettext ("%u problem", "%u problems", n_items), n_items);
      break;
    case AFT_SECTION_LESSONS:
      text = g_strdup_printf (ngettext ("%u lesson", "%u lessons", n_items), n_items);
      break;
    default:
      text = g_strdup_printf (ngettext ("%u event", "%u events", n_items), n_items);
      break;
    }
  gtk_label_set_text (self->count, text);
}

static void
add_figure_cb (AftSectionView *self)
{
  aft_figure_adder_choose (GTK_WIDGET (self), self->session);
}

static void
add_figure_button (AftSectionView *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Add _Figure…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_figure_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
add_content (AftSectionView *self)
{
  static const char *const question_fields[] = { "question", "answer", NULL };
  AftDocument *document = aft_session_get_document (self->session);
  const AftSectionKind kind = aft_section_get_kind (self->section);
  const PageLink *link = find_page_link (kind);

  if (kind == AFT_SECTION_SUMMARY)
    add_summary (self);
  else if (kind == AFT_SECTION_IMPACT)
    add_impact (self);
  else
    gtk_box_append (GTK_BOX (self->box),
                    aft_prose_view_new (AFT_ITEM (self->section), "text", aft_choice_get_nth_label (AFT_TYPE_SECTION_KIND, kind)));

  if (link != NULL)
    add_page_link (self, link);
  for (gsize i = 0; i < G_N_ELEMENTS (list_rows); i++)
    if (list_rows[i].kind == kind)
      add_list (self, AFT_ITEM (document), list_rows[i].list, list_rows[i].fields,
                list_rows[i].add_label != NULL ? _(list_rows[i].add_label) : NULL);
  if (kind == AFT_SECTION_FIGURES)
    add_figure_button (self);

  if (g_list_model_get_n_items (aft_section_get_questions (self->section)) > 0 ||
      (kind >= AFT_SECTION_DETECTION && kind <= AFT_SECTION_KNOWN_BEFORE))
    {
      gtk_box_append (GTK_BOX (self->box), create_caption (_("Questions")));
      add_list (self, AFT_ITEM (self->section), "questions", question_fields, _("Add Question"));
    }
}

static void
aft_section_view_dispose (GObject *object)
{
  AftSectionView *self = AFT_SECTION_VIEW (object);

  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->section);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_section_view_parent_class)->dispose (object);
}

static void
aft_section_view_class_init (AftSectionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_section_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
aft_section_view_init (AftSectionView *self)
{
  self->lists = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * aft_section_dup_title:
 * @document: a document
 * @section: one of its sections
 *
 * Returns: (transfer full): its title, or what its kind is called
 */
char *
aft_section_dup_title (AftDocument *document,
                       AftSection  *section)
{
  const AftSectionKind kind = aft_section_get_kind (section);

  if (aft_section_get_title (section)[0] != '\0')
    return g_strdup (aft_section_get_title (section));
  if (kind == AFT_SECTION_ANALYSIS)
    return g_strdup (aft_choice_get_nth_label (AFT_TYPE_METHOD, aft_document_get_method (document)));

  return g_strdup (aft_choice_get_nth_label (AFT_TYPE_SECTION_KIND, kind));
}

/**
 * aft_section_count_items:
 * @document: a document
 * @section: one of its sections
 *
 * Returns: how many events, problems, lessons or other items it shows
 */
guint
aft_section_count_items (AftDocument *document,
                         AftSection  *section)
{
  const AftSectionKind kind = aft_section_get_kind (section);
  GListModel *events = aft_document_get_events (document);
  guint n_events = 0;

  switch (kind)
    {
    case AFT_SECTION_ANALYSIS: return g_list_model_get_n_items (aft_document_get_problems (document));
    case AFT_SECTION_LESSONS: return g_list_model_get_n_items (aft_document_get_lessons (document));
    case AFT_SECTION_TIMELINE:
    case AFT_SECTION_LEAD_UP:
      for (guint i = 0; i < g_list_model_get_n_items (events); i++)
        {
          g_autoptr(AftEvent) event = g_list_model_get_item (events, i);

          if (aft_event_is_lead_up (event) == (kind == AFT_SECTION_LEAD_UP))
            n_events++;
        }
      return n_events;
    default:
      for (gsize i = 0; i < G_N_ELEMENTS (list_rows); i++)
        if (list_rows[i].kind == kind)
          return g_list_model_get_n_items (aft_item_get_list (AFT_ITEM (document), list_rows[i].list));
      return 0;
    }
}

/**
 * aft_section_view_new:
 * @session: the document
 * @section: one of its sections
 *
 * Returns: (transfer floating): a form of the section
 */
GtkWidget *
aft_section_view_new (AftSession *session,
                      AftSection *section)
{
  AftSectionView *self = g_object_new (AFT_TYPE_SECTION_VIEW, NULL);
  AftDocument *document = aft_session_get_document (session);

  self->session = g_object_ref (session);
  self->section = g_object_ref (section);

  create_guidance (self);
  gtk_box_append (GTK_BOX (self->box), create_heading (self));
  gtk_box_append (GTK_BOX (self->box), self->guidance);
  add_content (self);
  update_guidance (self);
  update_count (self);
  g_signal_connect_object (document, "notify::template", G_CALLBACK (update_guidance), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "edited", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * aft_section_view_get_section:
 * @self: a section view
 *
 * Returns: (transfer none): the section it shows
 */
AftSection *
aft_section_view_get_section (AftSectionView *self)
{
  return self->section;
}

/**
 * aft_section_view_show_item:
 * @self: a section view
 * @item: an item
 *
 * Returns: whether the item stands here and has the focus now
 */
gboolean
aft_section_view_show_item (AftSectionView *self,
                            AftItem        *item)
{
  g_return_val_if_fail (AFT_IS_SECTION_VIEW (self), FALSE);

  for (guint i = 0; i < self->lists->len; i++)
    if (aft_item_list_view_show_item (self->lists->pdata[i], item))
      return TRUE;

  return aft_item_is_inside (item, AFT_ITEM (self->section)) && gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-filter-bar.h"

#define WORD_WIDTH 24

/**
 * AftFilterBar:
 *
 * Where the user says which events the table shows and in which order: an entry for words, and the
 * rest behind a button. Tells how many of them there are.
 */
struct _AftFilterBar
{
  GtkWidget       parent_instance;

  /* Template children */
  GtkWidget      *box;
  GtkEditable    *entry;
  GtkLabel       *count;
  GtkWidget      *clear;
  GtkWidget      *button;
  GtkDropDown    *kind;
  GtkDropDown    *effect;
  GtkDropDown    *tag;
  GtkDropDown    *source;
  GtkDropDown    *sort;

  /* Owned */
  AftSession     *session;
  AftEventFilter *filter;
  GSignalGroup   *filter_signals;

  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (AftFilterBar, aft_filter_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SORT,
  N_PROPS
};

enum
{
  SIGNAL_LEFT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
add_word (GHashTable *words,
          const char *word)
{
  if (word != NULL && word[0] != '\0')
    g_hash_table_add (words, (gpointer) word);
}

/* The words that are in the document, in order, and the chosen one in any case. */
static void
fill_words (GtkDropDown *drop_down,
            GHashTable  *words,
            const char  *any,
            const char  *chosen)
{
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer word;
  guint selected = 0;

  add_word (words, chosen);
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (sorted, word);
  g_ptr_array_sort (sorted, compare_words);

  gtk_string_list_append (model, any);
  for (guint i = 0; i < sorted->len; i++)
    {
      gtk_string_list_append (model, sorted->pdata[i]);
      if (strcmp (sorted->pdata[i], chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (drop_down, selected);
  gtk_drop_down_set_enable_search (drop_down, sorted->len > 12);
  gtk_widget_set_sensitive (GTK_WIDGET (drop_down), sorted->len > 0);
}

static void
fill_choices (GtkDropDown *drop_down,
              GType        type,
              const char  *any)
{
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, any);
  for (guint i = 0; i < aft_choice_get_n_values (type); i++)
    gtk_string_list_append (model, aft_choice_get_nth_label (type, i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (model));
}

static const char *
get_word (GtkDropDown *drop_down)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (drop_down);

  return selected != NULL && gtk_drop_down_get_selected (drop_down) > 0 ? gtk_string_object_get_string (selected) : "";
}

static void
collect_words (AftFilterBar *self)
{
  g_autoptr(GHashTable) tags = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *events = NULL;

  if (self->session != NULL)
    events = aft_document_get_events (aft_session_get_document (self->session));
  for (guint i = 0; events != NULL && i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr(AftEvent) event = g_list_model_get_item (events, i);
      const char *const *words = aft_event_get_tags (event);

      for (gsize j = 0; words != NULL && words[j] != NULL; j++)
        add_word (tags, words[j]);
      add_word (sources, aft_event_get_source (event));
    }

  self->updating = TRUE;
  /* Translators: a choice beside those for one tag only */
  fill_words (self->tag, tags, _("Any tag"),
              self->filter != NULL ? aft_event_filter_get_tag (self->filter) : "");
  /* Translators: a choice beside those for one source only, such as a chat or a log */
  fill_words (self->source, sources, _("Any source"),
              self->filter != NULL ? aft_event_filter_get_source (self->filter) : "");
  self->updating = FALSE;
}

static void
popover_shown_cb (AftFilterBar *self)
{
  collect_words (self);
}

/* To go through all events is for when somebody looks. */
static void
show_words (AftFilterBar *self)
{
  if (strcmp (get_word (self->tag), aft_event_filter_get_tag (self->filter)) != 0 ||
      strcmp (get_word (self->source), aft_event_filter_get_source (self->filter)) != 0)
    collect_words (self);
}

/* What is chosen behind the button stands in its tooltip, and in what a screen reader says of it. */
static char *
dup_chosen (AftFilterBar *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) words = NULL;
  const int kind = aft_event_filter_get_kind (self->filter);
  const int effect = aft_event_filter_get_effect (self->filter);

  if (kind != AFT_EVENT_FILTER_ANY)
    g_strv_builder_add (builder, aft_choice_get_nth_label (AFT_TYPE_EVENT_KIND, (guint) kind));
  if (effect != AFT_EVENT_FILTER_ANY)
    g_strv_builder_add (builder, aft_choice_get_nth_label (AFT_TYPE_EFFECT, (guint) effect));
  if (aft_event_filter_get_tag (self->filter)[0] != '\0')
    g_strv_builder_add (builder, aft_event_filter_get_tag (self->filter));
  if (aft_event_filter_get_source (self->filter)[0] != '\0')
    g_strv_builder_add (builder, aft_event_filter_get_source (self->filter));
  words = g_strv_builder_end (builder);

  return g_strjoinv (", ", words);
}

static void
show_filter (AftFilterBar *self)
{
  const char *text = aft_event_filter_get_text (self->filter);
  g_autofree char *chosen = dup_chosen (self);

  self->updating = TRUE;
  if (strcmp (gtk_editable_get_text (self->entry), text) != 0)
    gtk_editable_set_text (self->entry, text);
  gtk_drop_down_set_selected (self->kind, (guint) (aft_event_filter_get_kind (self->filter) + 1));
  gtk_drop_down_set_selected (self->effect, (guint) (aft_event_filter_get_effect (self->filter) + 1));
  self->updating = FALSE;
  show_words (self);

  /* Words alone have a button in the entry. */
  gtk_widget_set_visible (self->clear, chosen[0] != '\0');
  if (chosen[0] != '\0')
    gtk_widget_add_css_class (self->button, "aft-filtering");
  else
    gtk_widget_remove_css_class (self->button, "aft-filtering");
  gtk_widget_set_tooltip_text (self->button, chosen[0] != '\0' ? chosen : _("Filter and order"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chosen, -1);
}

static void
search_changed_cb (AftFilterBar *self)
{
  if (!self->updating && self->filter != NULL)
    aft_event_filter_set_text (self->filter, gtk_editable_get_text (self->entry));
}

static void
leave_cb (AftFilterBar *self)
{
  /* The words may not have been looked for yet. */
  search_changed_cb (self);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
stop_search_cb (AftFilterBar *self)
{
  if (gtk_editable_get_text (self->entry)[0] == '\0' && !aft_event_filter_is_active (self->filter))
    {
      g_signal_emit (self, signals[SIGNAL_LEFT], 0);
      return;
    }

  gtk_editable_set_text (self->entry, "");
  aft_event_filter_clear (self->filter);
}

static void
clear_cb (AftFilterBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_text (self->entry, "");
  aft_event_filter_clear (self->filter);
}

static void
kind_chosen_cb (AftFilterBar *self)
{
  if (!self->updating && self->filter != NULL)
    aft_event_filter_set_kind (self->filter, (int) gtk_drop_down_get_selected (self->kind) - 1);
}

static void
effect_chosen_cb (AftFilterBar *self)
{
  if (!self->updating && self->filter != NULL)
    aft_event_filter_set_effect (self->filter, (int) gtk_drop_down_get_selected (self->effect) - 1);
}

static void
tag_chosen_cb (AftFilterBar *self)
{
  if (!self->updating && self->filter != NULL)
    aft_event_filter_set_tag (self->filter, get_word (self->tag));
}

static void
source_chosen_cb (AftFilterBar *self)
{
  if (!self->updating && self->filter != NULL)
    aft_event_filter_set_source (self->filter, get_word (self->source));
}

static void
sort_chosen_cb (AftFilterBar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

static gboolean
key_pressed_cb (AftFilterBar    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down))
    return FALSE;

  leave_cb (self);

  return TRUE;
}

static void
setup_word_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WORD_WIDTH);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_word_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  const char *word = gtk_string_object_get_string (gtk_list_item_get_item (list_item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), word);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (list_item), word);
}

/* A source may be as long as an address. */
static void
shorten_words (GtkDropDown *drop_down)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkExpression) word = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_signal_connect (factory, "setup", G_CALLBACK (setup_word_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_word_cb), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
  gtk_drop_down_set_expression (drop_down, word);
}

static void
aft_filter_bar_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AftFilterBar *self = AFT_FILTER_BAR (object);

  switch (property_id)
    {
    case PROP_SORT:
      g_value_set_enum (value, aft_filter_bar_get_sort (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_filter_bar_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AftFilterBar *self = AFT_FILTER_BAR (object);

  switch (property_id)
    {
    case PROP_SORT:
      gtk_drop_down_set_selected (self->sort, (guint) g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
aft_filter_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AFT_FILTER_BAR (widget)->entry));
}

static void
aft_filter_bar_dispose (GObject *object)
{
  AftFilterBar *self = AFT_FILTER_BAR (object);

  self->updating = TRUE;
  g_clear_object (&self->filter_signals);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_FILTER_BAR);

  G_OBJECT_CLASS (aft_filter_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/timeline/aft-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, box);
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, clear);
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, button);
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, kind);
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, effect);
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, tag);
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, source);
  gtk_widget_class_bind_template_child (widget_class, AftFilterBar, sort);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, effect_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_chosen_cb);
}

static void
aft_filter_bar_class_init (AftFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_filter_bar_dispose;
  object_class->get_property = aft_filter_bar_get_property;
  object_class->set_property = aft_filter_bar_set_property;

  widget_class->grab_focus = aft_filter_bar_grab_focus;

  /**
   * AftFilterBar:sort:
   *
   * In which order the events stand.
   */
  properties[PROP_SORT] = g_param_spec_enum ("sort", NULL, NULL, AFT_TYPE_EVENT_SORT, AFT_EVENT_SORT_TIME,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AftFilterBar::left:
   *
   * The user wants to go on to what was found.
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "aft-filter-bar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
aft_filter_bar_init (AftFilterBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->filter_signals = g_signal_group_new (AFT_TYPE_EVENT_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (show_filter), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: a choice beside those for one kind of event only */
  fill_choices (self->kind, AFT_TYPE_EVENT_KIND, _("Any kind"));
  /* Translators: a choice beside those for one effect of an event only */
  fill_choices (self->effect, AFT_TYPE_EFFECT, _("Any effect"));
  shorten_words (self->tag);
  shorten_words (self->source);
  collect_words (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

/**
 * aft_filter_bar_new:
 *
 * Returns: (transfer floating): a bar that filters nothing yet
 */
GtkWidget *
aft_filter_bar_new (void)
{
  return g_object_new (AFT_TYPE_FILTER_BAR, NULL);
}

/**
 * aft_filter_bar_set_session:
 * @self: a bar
 * @session: whose tags and sources can be chosen
 */
void
aft_filter_bar_set_session (AftFilterBar *self,
                            AftSession   *session)
{
  g_return_if_fail (AFT_IS_FILTER_BAR (self) && AFT_IS_SESSION (session));

  g_set_object (&self->session, session);
}

/**
 * aft_filter_bar_set_filter:
 * @self: a bar
 * @filter: the filter that it shows and changes
 */
void
aft_filter_bar_set_filter (AftFilterBar   *self,
                           AftEventFilter *filter)
{
  g_return_if_fail (AFT_IS_FILTER_BAR (self) && AFT_IS_EVENT_FILTER (filter));

  if (!g_set_object (&self->filter, filter))
    return;

  g_signal_group_set_target (self->filter_signals, filter);
  show_filter (self);
}

/**
 * aft_filter_bar_set_counts:
 * @self: a bar
 * @n_shown: how many events are shown
 * @n_all: how many there are
 */
void
aft_filter_bar_set_counts (AftFilterBar *self,
                           guint         n_shown,
                           guint         n_all)
{
  g_autofree char *text = NULL;

  g_return_if_fail (AFT_IS_FILTER_BAR (self));

  if (self->filter != NULL && aft_event_filter_is_active (self->filter))
    /* Translators: how many events match a filter, and how many there are */
    text = g_strdup_printf (ngettext ("%u of %u event", "%u of %u events", n_all), n_shown, n_all);
  else
    /* Translators: how many events there are */
    text = g_strdup_printf (ngettext ("%u event", "%u events", n_all), n_all);

  gtk_label_set_text (self->count, text);
}

/**
 * aft_filter_bar_get_sort:
 * @self: a bar
 *
 * Returns: in which order the events stand
 */
AftEventSort
aft_filter_bar_get_sort (AftFilterBar *self)
{
  g_return_val_if_fail (AFT_IS_FILTER_BAR (self), AFT_EVENT_SORT_TIME);

  return (AftEventSort) gtk_drop_down_get_selected (self->sort);
}

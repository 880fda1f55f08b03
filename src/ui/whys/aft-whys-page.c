/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-factor.h"
#include "aft-factors-list.h"
#include "aft-fold-bin.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-canvas.h"
#include "aft-whys-events.h"
#include "aft-whys-form.h"
#include "aft-whys-hints.h"
#include "aft-whys-overview.h"
#include "aft-whys-page.h"

typedef enum
{
  AFT_WHYS_PAGE_CANVAS,
  AFT_WHYS_PAGE_BOTH,
  AFT_WHYS_PAGE_OUTLINE,
} AftWhysPageView;

#define AFT_TYPE_WHYS_PAGE_VIEW (aft_whys_page_view_get_type ())
static GType aft_whys_page_view_get_type (void);

G_DEFINE_ENUM_TYPE (AftWhysPageView, aft_whys_page_view,
                    G_DEFINE_ENUM_VALUE (AFT_WHYS_PAGE_CANVAS, "canvas"),
                    G_DEFINE_ENUM_VALUE (AFT_WHYS_PAGE_BOTH, "both"),
                    G_DEFINE_ENUM_VALUE (AFT_WHYS_PAGE_OUTLINE, "outline"))

/**
 * AftWhysPage:
 *
 * The five whys: the canvas, the same as an outline, and the form of what is chosen.
 */
struct _AftWhysPage
{
  GtkWidget        parent_instance;

  /* Template widgets */
  AftFoldBin      *content;
  GtkWidget       *toolbar;
  GtkWidget       *ask_button;
  GtkSearchBar    *search_bar;
  GtkEditable     *search;
  GtkLabel        *search_count;
  GtkStack        *stack;
  AdwStatusPage   *empty;
  GtkPaned        *paned;
  GtkBox          *content_box;
  AdwBin          *outline_bin;
  GtkOverlay      *overlay;
  GtkBox          *corner;
  AdwBin          *form_bin;
  GtkRevealer     *form_revealer;
  GtkWidget       *form_toggle;
  GtkWidget       *keys_label;

  /* Owned */
  AftSession      *session;
  AftWhysView     *view;

  /* Children of the bins, not owned */
  AftWhysCanvas   *canvas;
  AftWhysCanvas   *outline;
  AftWhysForm     *form;
  AftWhysHints    *hints;

  AftWhysPageView  shown;
  gboolean         down;
  gboolean         stacked;
  gboolean         with_hints;
  guint            focus_idle;
};

static void page_iface_init (AftPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftWhysPage, aft_whys_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_PAGE, page_iface_init))

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_VIEW,
  PROP_DOWN,
  PROP_STACKED,
  PROP_PRESENTING,
  PROP_HINTS,
};

/* The one that buttons speak of: where the focus is, else the canvas if it is there. */
static AftWhysCanvas *
get_active (AftWhysPage *self)
{
  if (self->shown == AFT_WHYS_PAGE_OUTLINE ||
      (self->shown == AFT_WHYS_PAGE_BOTH && gtk_widget_get_focus_child (GTK_WIDGET (self->outline_bin)) != NULL))
    return self->outline;

  return self->canvas;
}

static void
selected_cb (AftWhysPage *self)
{
  AftItem *item = aft_whys_view_get_selected (self->view);
  const gboolean answer = AFT_IS_ANSWER (item);

  aft_whys_form_set_item (self->form, item);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.ask", item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.add-alternative", item != NULL && !AFT_IS_PROBLEM (item));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.mark", answer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.remove", item != NULL);
}

static void
count_found (AftWhysPage *self)
{
  g_autofree char *text = NULL;
  guint position;
  guint n_found;

  aft_whys_view_count_found (self->view, &position, &n_found);
  if (gtk_editable_get_text (self->search)[0] == '\0')
    text = g_strdup ("");
  else if (n_found == 0)
    text = g_strdup (_("Not found"));
  else
    /* Translators: which of the places that were found is shown, and how many there are */
    text = g_strdup_printf (_("%u of %u"), position, n_found);
  gtk_label_set_text (self->search_count, text);
}

static void
search_changed_cb (AftWhysPage *self)
{
  aft_whys_view_find (self->view, gtk_editable_get_text (self->search));
  aft_whys_view_find_next (self->view, 0);
  count_found (self);
}

static void
search_next_cb (AftWhysPage *self)
{
  aft_whys_view_find_next (self->view, 1);
  count_found (self);
}

static void
search_previous_cb (AftWhysPage *self)
{
  aft_whys_view_find_next (self->view, -1);
  count_found (self);
}

static void
search_stopped_cb (AftWhysPage *self)
{
  gtk_editable_set_text (self->search, "");
  aft_whys_view_find (self->view, "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (get_active (self)));
}

static void
search_mode_cb (AftWhysPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    aft_whys_view_find (self->view, "");
  else
    search_changed_cb (self);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysPage *self = AFT_WHYS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* The words follow the method and what the problem asks. */
static void
update_words (AftWhysPage *self)
{
  const gboolean how = aft_document_get_method (aft_session_get_document (self->session)) == AFT_METHOD_HOW;

  gtk_button_set_label (GTK_BUTTON (self->ask_button), how ? _("Ask _How") : _("Ask _Why"));
  gtk_widget_set_tooltip_text (self->ask_button, how ? _("Ask the Next How (Enter)") : _("Ask the Next Why (Enter)"));
  /* Translators: keys of the view for a projector */
  gtk_label_set_text (GTK_LABEL (self->keys_label),
                      how ? _ ("1 possible · 2 confirmed · 3 ruled out · P park · Enter ask how · F5 end")
                          : _ ("1 possible · 2 confirmed · 3 ruled out · P park · Enter ask why · F5 end"));
  adw_status_page_set_description (
    self->empty, how ? _ ("Start with what people met. Then ask how it made sense to those who acted, and how "
                          "that came about; there may be several ways that led there.")
                     : _ ("Start with the problem as people met it. Then ask why, and why again of each "
                          "answer; an answer may have several causes."));
}

static gboolean
is_presenting (AftWhysPage *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "aft-presenting");
}

/* Without a tree, the page is the list of what contributed. */
static AftFactorsList *
need_factors (AftWhysPage *self)
{
  GtkWidget *factors = gtk_stack_get_child_by_name (self->stack, "factors");

  if (factors == NULL)
    {
      factors = aft_factors_list_new (self->session);
      gtk_stack_add_named (self->stack, factors, "factors");
    }

  return AFT_FACTORS_LIST (factors);
}

static void
edited_cb (AftWhysPage *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  const gboolean factors = aft_document_get_method (document) == AFT_METHOD_FACTORS;
  const gboolean problems = g_list_model_get_n_items (aft_document_get_problems (document)) > 0;

  if (factors)
    need_factors (self);
  gtk_widget_set_visible (self->toolbar, !factors && !is_presenting (self));
  gtk_stack_set_visible_child_name (self->stack, factors ? "factors" : problems ? "canvas" : "empty");
  update_words (self);
}

static void
arrange (AftWhysPage *self)
{
  const gboolean canvas = self->shown != AFT_WHYS_PAGE_OUTLINE;
  const gboolean outline = self->shown != AFT_WHYS_PAGE_CANVAS;

  gtk_widget_set_visible (GTK_WIDGET (self->overlay), canvas);
  gtk_widget_set_visible (GTK_WIDGET (self->outline_bin), outline);
  aft_whys_canvas_set_arrangement (self->canvas, self->down ? AFT_WHYS_DOWN : AFT_WHYS_SIDEWAYS, self->stacked);
  aft_whys_hints_set_wanted (self->hints, self->with_hints);
}

/* The buttons of the page do what the canvas' own actions do. */
static void
canvas_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AftWhysPage *self = AFT_WHYS_PAGE (widget);
  g_autofree char *canvas_name = g_strconcat ("whys.", name + strlen ("page."), NULL);

  if (g_str_has_suffix (name, "add-problem"))
    gtk_stack_set_visible_child_name (self->stack, "canvas");
  gtk_widget_activate_action_variant (GTK_WIDGET (get_active (self)), canvas_name, parameter);
}

/* On a projector there is nothing but the canvas. */
static void
set_presenting (AftWhysPage *self,
                gboolean     presenting)
{
  if (presenting == is_presenting (self) ||
      (presenting && strcmp (gtk_stack_get_visible_child_name (self->stack), "canvas") != 0))
    return;

  if (presenting)
    gtk_widget_add_css_class (GTK_WIDGET (self), "aft-presenting");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "aft-presenting");
  if (presenting && self->shown != AFT_WHYS_PAGE_CANVAS)
    g_object_set (self, "view", AFT_WHYS_PAGE_CANVAS, NULL);
  gtk_widget_set_visible (self->toolbar, !presenting);
  gtk_widget_set_visible (self->keys_label, presenting);
  gtk_widget_set_visible (GTK_WIDGET (self->form_revealer), !presenting);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  aft_whys_canvas_set_presenting (self->canvas, presenting);
  g_object_set (self->session, "presenting", presenting, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  g_object_notify (G_OBJECT (self), "presenting");
}

static void
session_presenting_cb (AftWhysPage *self)
{
  gboolean presenting;

  g_object_get (self->session, "presenting", &presenting, NULL);
  if (!presenting)
    set_presenting (self, FALSE);
}

static gboolean
aft_whys_page_show_item (AftPage *page,
                         AftItem *item)
{
  AftWhysPage *self = AFT_WHYS_PAGE (page);

  if (AFT_IS_FACTOR (item))
    return aft_factors_list_show_item (need_factors (self), item);
  if (!AFT_IS_PROBLEM (item) && !AFT_IS_QUESTION (item) && !AFT_IS_ANSWER (item))
    return FALSE;

  /* A tree that was there before the method changed can still be reached. */
  gtk_stack_set_visible_child_name (self->stack, "canvas");
  gtk_widget_set_visible (self->toolbar, !is_presenting (self));
  aft_whys_canvas_focus_item (get_active (self), item);

  return TRUE;
}

static void
page_iface_init (AftPageInterface *iface)
{
  iface->show_item = aft_whys_page_show_item;
}

static void
folded_cb (AftWhysPage *self)
{
  g_object_set (self->form_toggle, "active", !aft_fold_bin_is_folded (self->content), NULL);
}

/* What lies in the corner makes room for what is written there. */
static void
redrawn_cb (AftWhysPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->corner), !aft_whys_canvas_is_writing (self->canvas));
}

/* Keys of the tree work as soon as its page is shown. */
static gboolean
focus_cb (gpointer user_data)
{
  AftWhysPage *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->focus_idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "canvas") == 0 &&
      (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (GTK_WIDGET (get_active (self)));

  return G_SOURCE_REMOVE;
}

static void
aft_whys_page_map (GtkWidget *widget)
{
  AftWhysPage *self = AFT_WHYS_PAGE (widget);

  GTK_WIDGET_CLASS (aft_whys_page_parent_class)->map (widget);
  if (self->focus_idle == 0)
    self->focus_idle = g_idle_add (focus_cb, self);
}

/* What belongs to the chosen box, or the events to choose evidence from. */
static GtkWidget *
create_side (AftWhysPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkStack *stack = GTK_STACK (gtk_stack_new ());

  gtk_stack_add_titled (stack, GTK_WIDGET (self->form), "details", _("Details"));
  gtk_stack_add_titled (stack, aft_whys_events_new (self->session, self->view), "events", _("Events"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 9);
  gtk_widget_set_margin_bottom (switcher, 9);
  gtk_widget_set_vexpand (GTK_WIDGET (stack), TRUE);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (stack));

  return box;
}

static void
aft_whys_page_constructed (GObject *object)
{
  AftWhysPage *self = AFT_WHYS_PAGE (object);
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(GSettings) settings = NULL;

  G_OBJECT_CLASS (aft_whys_page_parent_class)->constructed (object);

  self->view = aft_whys_view_new (document);
  self->canvas = AFT_WHYS_CANVAS (aft_whys_canvas_new (self->session, self->view));
  self->outline = AFT_WHYS_CANVAS (aft_whys_canvas_new (self->session, self->view));
  aft_whys_canvas_set_arrangement (self->outline, AFT_WHYS_OUTLINE, FALSE);
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->canvas));
  gtk_box_prepend (self->corner, aft_whys_overview_new (self->canvas));
  adw_bin_set_child (self->outline_bin, GTK_WIDGET (self->outline));
  self->form = AFT_WHYS_FORM (aft_whys_form_new (self->session));
  adw_bin_set_child (self->form_bin, create_side (self));
  self->hints = AFT_WHYS_HINTS (aft_whys_hints_new (self->session, self->view));
  gtk_box_append (self->content_box, GTK_WIDGET (self->hints));
  gtk_search_bar_connect_entry (self->search_bar, self->search);
  g_signal_connect_object (self->canvas, "redrawn", G_CALLBACK (redrawn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "selected", G_CALLBACK (count_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::presenting", G_CALLBACK (session_presenting_cb), self,
                           G_CONNECT_SWAPPED);
  edited_cb (self);
  settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (settings, "whys-hints", self, "hints", G_SETTINGS_BIND_DEFAULT);
  arrange (self);
  selected_cb (self);
}

static void
aft_whys_page_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AftWhysPage *self = AFT_WHYS_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION: g_value_set_object (value, self->session); break;
    case PROP_VIEW: g_value_set_enum (value, self->shown); break;
    case PROP_DOWN: g_value_set_boolean (value, self->down); break;
    case PROP_STACKED: g_value_set_boolean (value, self->stacked); break;
    case PROP_PRESENTING: g_value_set_boolean (value, is_presenting (self)); break;
    case PROP_HINTS: g_value_set_boolean (value, self->with_hints); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec); break;
    }
}

static void
aft_whys_page_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AftWhysPage *self = AFT_WHYS_PAGE (object);

  switch (property_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      return;
    case PROP_VIEW: self->shown = (AftWhysPageView) g_value_get_enum (value); break;
    case PROP_DOWN: self->down = g_value_get_boolean (value); break;
    case PROP_STACKED: self->stacked = g_value_get_boolean (value); break;
    case PROP_PRESENTING: set_presenting (self, g_value_get_boolean (value)); return;
    case PROP_HINTS: self->with_hints = g_value_get_boolean (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec); return;
    }

  arrange (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
aft_whys_page_dispose (GObject *object)
{
  AftWhysPage *self = AFT_WHYS_PAGE (object);

  g_clear_handle_id (&self->focus_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_WHYS_PAGE);
  g_clear_object (&self->view);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_whys_page_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  aft_page_install (object_class, PROP_SESSION);
  /**
   * AftWhysPage:view:
   *
   * Whether the canvas, the outline, or both are shown.
   */
  g_object_class_install_property (
    object_class, PROP_VIEW,
    g_param_spec_enum ("view", NULL, NULL, AFT_TYPE_WHYS_PAGE_VIEW, AFT_WHYS_PAGE_CANVAS, flags));
  /**
   * AftWhysPage:down:
   *
   * Whether the tree grows down instead of to the side.
   */
  g_object_class_install_property (object_class, PROP_DOWN, g_param_spec_boolean ("down", NULL, NULL, FALSE, flags));
  /**
   * AftWhysPage:stacked:
   *
   * Whether answers without questions stand one behind the other.
   */
  g_object_class_install_property (object_class, PROP_STACKED,
                                   g_param_spec_boolean ("stacked", NULL, NULL, FALSE, flags));
  /**
   * AftWhysPage:presenting:
   *
   * Whether there is nothing but the canvas, with large text, for a projector.
   */
  g_object_class_install_property (object_class, PROP_PRESENTING,
                                   g_param_spec_boolean ("presenting", NULL, NULL, FALSE, flags));
  /**
   * AftWhysPage:hints:
   *
   * Whether a line says what the review has to say of the chosen box.
   */
  g_object_class_install_property (object_class, PROP_HINTS, g_param_spec_boolean ("hints", NULL, NULL, FALSE, flags));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const plain[] = { "page.add-problem", "page.ask",      "page.add-alternative",
                                       "page.remove",      "page.fit",      "page.zoom-in",
                                       "page.zoom-out",    "page.fold-all", "page.unfold-all",
                                       "page.copy",        "page.paste" };

  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    gtk_widget_class_install_action (widget_class, plain[i], NULL, canvas_action);
  gtk_widget_class_install_action (widget_class, "page.mark", "s", canvas_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_property_action (widget_class, "page.view", "view");
  gtk_widget_class_install_property_action (widget_class, "page.down", "down");
  gtk_widget_class_install_property_action (widget_class, "page.stacked", "stacked");
  gtk_widget_class_install_property_action (widget_class, "page.hints", "hints");
  gtk_widget_class_install_property_action (widget_class, "page.present", "presenting");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "page.present", NULL);
}

static void
aft_whys_page_class_init (AftWhysPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = aft_whys_page_constructed;
  object_class->dispose = aft_whys_page_dispose;
  object_class->get_property = aft_whys_page_get_property;
  object_class->set_property = aft_whys_page_set_property;
  widget_class->map = aft_whys_page_map;
  install_properties (object_class);
  install_actions (widget_class);
  g_type_ensure (AFT_TYPE_FOLD_BIN);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/whys/aft-whys-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, content);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, toolbar);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, ask_button);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, search);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, search_count);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, paned);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, content_box);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, outline_bin);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, corner);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, form_bin);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, form_revealer);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, form_toggle);
  gtk_widget_class_bind_template_child (widget_class, AftWhysPage, keys_label);
}

static void
aft_whys_page_init (AftWhysPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

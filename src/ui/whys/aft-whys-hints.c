/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-review.h"
#include "aft-whys-hints.h"

/* How long nothing has to change before the rules are asked again, in milliseconds. */
#define DELAY 400

/**
 * AftWhysHints:
 *
 * What review has to say of the box that is chosen, in one quiet line that can be closed. What was
 * closed does not come back while the document is open; the review lists it all the same.
 */
struct _AftWhysHints
{
  GtkWidget    parent_instance;

  /* Children */
  GtkWidget   *revealer;
  GtkLabel    *message;
  GtkWidget   *mend;

  /* Owned */
  AftSession  *session;
  AftWhysView *view;
  GPtrArray   *findings;   /* of AftFinding */
  GHashTable  *closed;     /* set of strings: rule and item */

  /* One of the findings, not owned */
  AftFinding  *shown;
  guint        timeout;
  gboolean     wanted;
};

G_DEFINE_FINAL_TYPE (AftWhysHints, aft_whys_hints, GTK_TYPE_WIDGET)

static char *
dup_key (AftFinding *finding)
{
  return g_strconcat (aft_finding_get_rule (finding), " ", aft_item_get_id (aft_finding_get_item (finding)), NULL);
}

static gboolean
is_closed (AftWhysHints *self,
           AftFinding   *finding)
{
  g_autofree char *key = dup_key (finding);

  return g_hash_table_contains (self->closed, key);
}

static AftFinding *
find_shown (AftWhysHints *self)
{
  AftItem *item = aft_whys_view_get_selected (self->view);

  for (guint i = 0; self->wanted && item != NULL && self->findings != NULL && i < self->findings->len; i++)
    if (aft_finding_get_item (self->findings->pdata[i]) == item && !is_closed (self, self->findings->pdata[i]))
      return self->findings->pdata[i];

  return NULL;
}

static void
update (AftWhysHints *self)
{
  g_autofree char *text = NULL;

  self->shown = find_shown (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), self->shown != NULL);
  if (self->shown == NULL)
    return;

  /* Translators: what review found, and what to do about it: two sentences */
  text =
    g_strdup_printf (C_ ("hint", "%s %s"), aft_finding_get_message (self->shown), aft_finding_get_advice (self->shown));
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (self->mend, aft_finding_get_replacement (self->shown) != NULL);
  gtk_widget_set_tooltip_text (self->mend, aft_finding_get_replacement (self->shown));
}

static gboolean
timeout_cb (gpointer user_data)
{
  AftWhysHints *self = user_data;

  self->timeout = 0;
  aft_whys_hints_refresh (self);

  return G_SOURCE_REMOVE;
}

static void
edited_cb (AftWhysHints *self)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

static void
close_cb (AftWhysHints *self)
{
  if (self->shown == NULL)
    return;

  g_hash_table_add (self->closed, dup_key (self->shown));
  update (self);
}

static void
mend_cb (AftWhysHints *self)
{
  AftItem *item;

  if (self->shown == NULL)
    return;

  item = aft_finding_get_item (self->shown);
  if (aft_item_get_document (item) != NULL)
    g_object_set (item, aft_finding_get_field (self->shown), aft_finding_get_replacement (self->shown), NULL);
}

static void
aft_whys_hints_dispose (GObject *object)
{
  AftWhysHints *self = AFT_WHYS_HINTS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->closed, g_hash_table_unref);
  g_clear_object (&self->view);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_whys_hints_parent_class)->dispose (object);
}

static void
aft_whys_hints_class_init (AftWhysHintsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_whys_hints_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
aft_whys_hints_init (AftWhysHints *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("afterword-hint-symbolic");
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->wanted = TRUE;
  self->closed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->message = GTK_LABEL (gtk_label_new (""));
  self->mend = gtk_button_new_with_mnemonic (_("_Use This Wording"));
  self->revealer = gtk_revealer_new ();

  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_lines (self->message, 3);
  gtk_label_set_ellipsize (self->message, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (self->message, 20);
  gtk_widget_set_hexpand (GTK_WIDGET (self->message), TRUE);
  gtk_widget_set_valign (self->mend, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_tooltip_text (close, _("Close This Hint"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close This Hint"), -1);
  gtk_widget_add_css_class (box, "aft-hint");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (box), self->mend);
  gtk_box_append (GTK_BOX (box), close);
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mend, "clicked", G_CALLBACK (mend_cb), self, G_CONNECT_SWAPPED);
}

/**
 * aft_whys_hints_new:
 * @session: the document
 * @view: what is chosen
 *
 * Returns: (transfer floating): a line of hints
 */
GtkWidget *
aft_whys_hints_new (AftSession  *session,
                    AftWhysView *view)
{
  AftWhysHints *self;

  g_return_val_if_fail (AFT_IS_SESSION (session) && AFT_IS_WHYS_VIEW (view), NULL);

  self = g_object_new (AFT_TYPE_WHYS_HINTS, NULL);
  self->session = g_object_ref (session);
  self->view = g_object_ref (view);
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  edited_cb (self);

  return GTK_WIDGET (self);
}

/**
 * aft_whys_hints_set_wanted:
 * @self: a line of hints
 * @wanted: whether to show hints at all
 */
void
aft_whys_hints_set_wanted (AftWhysHints *self,
                           gboolean      wanted)
{
  g_return_if_fail (AFT_IS_WHYS_HINTS (self));

  self->wanted = wanted;
  update (self);
}

/**
 * aft_whys_hints_refresh:
 * @self: a line of hints
 *
 * Asks the rules now, and not only when nothing has changed for a moment.
 */
void
aft_whys_hints_refresh (AftWhysHints *self)
{
  g_return_if_fail (AFT_IS_WHYS_HINTS (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->shown = NULL;
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = aft_review_run_whys (aft_session_get_document (self->session));
  update (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "aft-due.h"
#include "aft-review-pane.h"
#include "aft-review.h"
#include "aft-template.h"

/* More than a person would read at once. */
#define MAX_ROWS 200

/**
 * AftReviewPane:
 *
 * What review finds, each finding leading to its place and saying what to do.
 */
struct _AftReviewPane
{
  GtkWidget   parent_instance;

  /* Children */
  GtkWidget  *stack;
  GtkListBox *list;

  /* Owned */
  AftSession *session;
  GPtrArray  *findings;
};

G_DEFINE_FINAL_TYPE (AftReviewPane, aft_review_pane, GTK_TYPE_WIDGET)

static gboolean
is_required (AftItem  *section,
             gpointer  user_data)
{
  return user_data != NULL && aft_template_is_required (user_data, AFT_SECTION (section));
}

static const char *
get_icon_name (AftFindingWeight weight)
{
  switch (weight)
    {
    case AFT_FINDING_FAULT: return "dialog-error-symbolic";
    case AFT_FINDING_GAP: return "dialog-warning-symbolic";
    case AFT_FINDING_HINT:
    default: return "dialog-information-symbolic";
    }
}

static const char *
get_weight_label (AftFindingWeight weight)
{
  switch (weight)
    {
    /* Translators: how much a finding of the review matters */
    case AFT_FINDING_FAULT: return C_("finding", "Fault");
    /* Translators: how much a finding of the review matters: something is missing */
    case AFT_FINDING_GAP: return C_("finding", "Gap");
    case AFT_FINDING_HINT:
    /* Translators: how much a finding of the review matters */
    default: return C_("finding", "Hint");
    }
}

static GtkWidget *
create_row (AftFinding *finding)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon_name (aft_finding_get_weight (finding)));
  GtkWidget *message = gtk_label_new (aft_finding_get_message (finding));
  GtkWidget *advice = gtk_label_new (aft_finding_get_advice (finding));
  g_autofree char *spoken = NULL;

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (advice), TRUE);
  gtk_label_set_xalign (GTK_LABEL (advice), 0);
  gtk_widget_set_hexpand (message, TRUE);
  gtk_widget_add_css_class (advice, "dim-label");
  gtk_widget_add_css_class (advice, "caption");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_grid_attach (GTK_GRID (grid), icon, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), message, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), advice, 1, 1, 1, 1);
  gtk_widget_set_margin_top (grid, 9);
  gtk_widget_set_margin_bottom (grid, 9);
  gtk_widget_set_margin_start (grid, 6);
  gtk_widget_set_margin_end (grid, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);

  spoken = g_strdup_printf ("%s: %s", get_weight_label (aft_finding_get_weight (finding)), aft_finding_get_message (finding));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  aft_finding_get_advice (finding), -1);
  gtk_widget_set_tooltip_text (icon, get_weight_label (aft_finding_get_weight (finding)));

  return row;
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (aft_finding_get_item (a->pdata[i]) != aft_finding_get_item (b->pdata[i]) ||
        g_strcmp0 (aft_finding_get_message (a->pdata[i]), aft_finding_get_message (b->pdata[i])) != 0)
      return FALSE;

  return TRUE;
}

static void
row_activated_cb (AftReviewPane *self,
                  GtkListBoxRow *row)
{
  AftFinding *finding = self->findings->pdata[gtk_list_box_row_get_index (row)];

  if (aft_item_get_document (aft_finding_get_item (finding)) != NULL)
    aft_session_show_item (self->session, aft_finding_get_item (finding));
}

static void
aft_review_pane_dispose (GObject *object)
{
  AftReviewPane *self = AFT_REVIEW_PANE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_review_pane_parent_class)->dispose (object);
}

static void
aft_review_pane_class_init (AftReviewPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_review_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
aft_review_pane_init (AftReviewPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *status = adw_status_page_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self->list), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->list), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "afterword-complete-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Nothing Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), _("Review found nothing that is missing or contradictory."));
  gtk_widget_add_css_class (status, "compact");

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), status, "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_widget_set_size_request (self->stack, 320, -1);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * aft_review_pane_new:
 * @session: the document to review
 *
 * Returns: (transfer floating): a new pane, empty until aft_review_pane_refresh()
 */
GtkWidget *
aft_review_pane_new (AftSession *session)
{
  AftReviewPane *self = g_object_new (AFT_TYPE_REVIEW_PANE, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * aft_review_pane_refresh:
 * @self: a pane
 *
 * Reviews the document anew. What is the same stays, and with it focus and scroll.
 *
 * Returns: how many findings there are
 */
guint
aft_review_pane_refresh (AftReviewPane *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(GPtrArray) findings = NULL;
  GtkListBoxRow *row;
  GDate today;

  g_return_val_if_fail (AFT_IS_REVIEW_PANE (self), 0);

  aft_due_get_today (&today);
  findings = aft_review_run (document, &today, is_required, aft_template_find (aft_document_get_template (document)));
  if (is_same (self->findings, findings))
    return findings->len;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_ref (findings);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (findings->len, MAX_ROWS); i++)
    gtk_list_box_append (self->list, create_row (findings->pdata[i]));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), findings->len > 0 ? "list" : "nothing");

  return findings->len;
}

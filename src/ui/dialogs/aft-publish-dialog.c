/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-popup-menu.h"
#include "aft-publication-check.h"
#include "aft-publication.h"
#include "aft-publish-dialog.h"

/**
 * AftPublishDialog:
 *
 * What stands between a document and its readers: what they would see that nobody has checked has to be
 * settled, one by one, before it is recorded that an edition was published.
 */
struct _AftPublishDialog
{
  AdwWindow            parent_instance;

  /* Template */
  AdwComboRow         *edition;
  GtkEditable         *place;
  AdwPreferencesGroup *doubts;
  AdwPreferencesGroup *names;
  AdwPreferencesGroup *left_out;
  AdwExpanderRow      *left_out_row;

  /* Owned */
  AftSession          *session;
  GPtrArray           *findings;
  GHashTable          *settled;         /* what the user has looked at, by the key of its finding */
  GPtrArray           *rows;            /* borrowed: those that depend on the edition */
};

G_DEFINE_FINAL_TYPE (AftPublishDialog, aft_publish_dialog, ADW_TYPE_WINDOW)

enum
{
  PUBLISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AftEdition
get_edition (AftPublishDialog *self)
{
  return adw_combo_row_get_selected (self->edition) == 0 ? AFT_EDITION_ORGANISATION : AFT_EDITION_PUBLIC;
}

static char *
dup_key (AftFinding *finding)
{
  return g_strjoin (" ", aft_finding_get_rule (finding), aft_item_get_id (aft_finding_get_item (finding)),
                    aft_finding_get_message (finding), NULL);
}

static guint
count_settled (AftPublishDialog *self)
{
  guint n_settled = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      g_autofree char *key = dup_key (self->findings->pdata[i]);

      n_settled += g_hash_table_contains (self->settled, key);
    }

  return n_settled;
}

static void
show_progress (AftPublishDialog *self)
{
  const guint n_settled = count_settled (self);
  const guint n = self->findings->len;
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_("Nothing was found that needs a look. What no program can see remains: read it once as its readers will."));
  else
    /* Translators: what was found before publishing; the first number is how many have been looked at */
    text = g_strdup_printf (ngettext ("%u of %u looked at. Mend it, or tick it when it may be seen as it is.",
                                      "%u of %u looked at. Mend each, or tick it when it may be seen as it is.", n),
                            n_settled, n);
  adw_preferences_group_set_description (self->doubts, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "publish.publish", n_settled == n);
}

static void
tick_toggled_cb (GtkCheckButton   *tick,
                 AftPublishDialog *self)
{
  char *key = dup_key (g_object_get_data (G_OBJECT (tick), "finding"));

  if (gtk_check_button_get_active (tick))
    g_hash_table_add (self->settled, key);
  else
    {
      g_hash_table_remove (self->settled, key);
      g_free (key);
    }
  show_progress (self);
}

static void
go_clicked_cb (GtkButton        *button,
               AftPublishDialog *self)
{
  AftFinding *finding = g_object_get_data (G_OBJECT (button), "finding");
  g_autoptr(AftSession) session = g_object_ref (self->session);
  g_autoptr(AftItem) item = g_object_ref (aft_finding_get_item (finding));

  gtk_window_close (GTK_WINDOW (self));
  if (aft_item_get_document (item) != NULL)
    aft_session_show_item (session, item);
}

static void
add_row (AftPublishDialog    *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* Both come from the document. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static void
add_doubt (AftPublishDialog *self,
           AftFinding       *finding)
{
  AftItem *item = aft_finding_get_item (finding);
  g_autofree char *key = dup_key (finding);
  g_autofree char *heading = aft_popup_menu_shorten (aft_item_get_heading (item));
  /* Translators: where something was found: the kind of an item and its text, such as “Event: the site is down” */
  g_autofree char *where = g_strdup_printf (C_("place", "%s: %s"), aft_item_get_kind_label (item), heading);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", where, aft_finding_get_advice (finding));
  GtkWidget *row = create_row (aft_finding_get_message (finding), subtitle);
  GtkWidget *tick = gtk_check_button_new ();
  GtkWidget *go = gtk_button_new_from_icon_name ("go-jump-symbolic");

  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), g_hash_table_contains (self->settled, key));
  g_object_set_data_full (G_OBJECT (tick), "finding", g_object_ref (finding), g_object_unref);
  g_signal_connect (tick, "toggled", G_CALLBACK (tick_toggled_cb), self);
  gtk_widget_set_tooltip_text (tick, _("It may be seen as it is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  aft_finding_get_message (finding), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("It may be seen as it is"), -1);

  gtk_widget_set_valign (go, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (go, "flat");
  gtk_widget_set_tooltip_text (go, _("Go There"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (go), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Go There"), -1);
  g_object_set_data_full (G_OBJECT (go), "finding", g_object_ref (finding), g_object_unref);
  g_signal_connect (go, "clicked", G_CALLBACK (go_clicked_cb), self);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), go);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  add_row (self, self->doubts, row);
}

static void
show_names (AftPublishDialog *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(GPtrArray) uses = aft_publication_check_list_names (document, get_edition (self));

  for (guint i = 0; i < uses->len; i++)
    {
      const AftNameUse *use = uses->pdata[i];
      /* Translators: a name in the document, and what its readers see in its place: “Jane → release lead” */
      g_autofree char *title = g_strdup_printf (_("%s → %s"), use->found, use->shown);
      g_autofree char *count = g_strdup_printf (ngettext ("%u place", "%u places", use->count), use->count);

      add_row (self, self->names, create_row (title, count));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->names), uses->len > 0);
}

static void
show_left_out (AftPublishDialog *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autoptr(GPtrArray) items = aft_edition_list_left_out (get_edition (self), document);
  g_autofree char *title = g_strdup_printf (ngettext ("%u item is left out", "%u items are left out", items->len),
                                            items->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->left_out_row), title);
  for (guint i = 0; i < items->len; i++)
    {
      GtkWidget *row = create_row (aft_item_get_heading (items->pdata[i]), aft_item_get_kind_label (items->pdata[i]));

      adw_expander_row_add_row (self->left_out_row, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), items->len > 0);
}

static void
remove_rows (AftPublishDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      AdwPreferencesGroup *group = g_object_get_data (self->rows->pdata[i], "group");

      if (group != NULL)
        adw_preferences_group_remove (group, self->rows->pdata[i]);
      else
        adw_expander_row_remove (self->left_out_row, self->rows->pdata[i]);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_edition (AftPublishDialog *self)
{
  remove_rows (self);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = aft_publication_check_run (aft_session_get_document (self->session), get_edition (self));
  for (guint i = 0; i < self->findings->len; i++)
    add_doubt (self, self->findings->pdata[i]);
  show_names (self);
  show_left_out (self);
  show_progress (self);
}

static void
edition_changed_cb (AftPublishDialog *self)
{
  if (self->session != NULL)
    show_edition (self);
}

/* The document is looked at once more: what nobody has seen is never let through. */
static void
publish_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AftPublishDialog *self = AFT_PUBLISH_DIALOG (widget);
  AftDocument *document = aft_session_get_document (self->session);
  g_autofree char *place = g_strstrip (g_strdup (gtk_editable_get_text (self->place)));

  aft_history_commit (aft_session_get_history (self->session));
  show_edition (self);
  if (count_settled (self) < self->findings->len)
    return;

  if (aft_publication_record (document, aft_edition_get_audience (get_edition (self)), g_get_real_time (), place))
    g_signal_emit (self, signals[PUBLISHED], 0, get_edition (self));
  gtk_window_close (GTK_WINDOW (self));
}

static void
aft_publish_dialog_dispose (GObject *object)
{
  AftPublishDialog *self = AFT_PUBLISH_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_PUBLISH_DIALOG);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->settled, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_publish_dialog_parent_class)->dispose (object);
}

static void
aft_publish_dialog_class_init (AftPublishDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_publish_dialog_dispose;

  /**
   * AftPublishDialog::published:
   * @self: a dialog
   * @edition: the #AftEdition
   *
   * It is recorded that the edition was published.
   */
  signals[PUBLISHED] = g_signal_new ("published", AFT_TYPE_PUBLISH_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/afterword/Afterword/dialogs/aft-publish-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AftPublishDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, AftPublishDialog, place);
  gtk_widget_class_bind_template_child (widget_class, AftPublishDialog, doubts);
  gtk_widget_class_bind_template_child (widget_class, AftPublishDialog, names);
  gtk_widget_class_bind_template_child (widget_class, AftPublishDialog, left_out);
  gtk_widget_class_bind_template_child (widget_class, AftPublishDialog, left_out_row);
  gtk_widget_class_bind_template_callback (widget_class, edition_changed_cb);

  gtk_widget_class_install_action (widget_class, "publish.publish", NULL, publish_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aft_publish_dialog_init (AftPublishDialog *self)
{
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->edition, 1);
}

/**
 * aft_publish_dialog_present:
 * @parent: the window of the document
 * @session: the document
 *
 * Returns: (transfer none): the dialog, which is shown
 */
AftPublishDialog *
aft_publish_dialog_present (GtkWindow  *parent,
                            AftSession *session)
{
  AftPublishDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);

  self = g_object_new (AFT_TYPE_PUBLISH_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  show_edition (self);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

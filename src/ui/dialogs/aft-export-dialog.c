/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-edition.h"
#include "aft-event.h"
#include "aft-export-dialog.h"
#include "aft-paper.h"

/**
 * AftExportDialog:
 *
 * Asks what to export, for whom and how, and remembers it for the next time. Where to is asked next, by
 * whoever listens.
 */
struct _AftExportDialog
{
  AdwWindow     parent_instance;

  /* Template */
  AdwComboRow  *kind;
  AdwComboRow  *edition;
  AdwComboRow  *paper;
  GtkWidget    *markdown;
  GtkSwitch    *front_matter;
  GtkSwitch    *mermaid;
  GtkSwitch    *ids;
  GtkLabel     *hint;
  GtkWidget    *export;

  /* Owned */
  AftSession   *session;
  GSettings    *settings;
  GPtrArray    *kinds;          /* of AftExportKind, static: those there is something for */
};

G_DEFINE_FINAL_TYPE (AftExportDialog, aft_export_dialog, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const AftExportKind *
get_kind (AftExportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->kind);

  return selected < self->kinds->len ? g_ptr_array_index (self->kinds, selected) : NULL;
}

static void
kind_changed_cb (AftExportDialog *self)
{
  const AftExportKind *kind = get_kind (self);

  if (kind == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->paper), strcmp (kind->name, "pdf") == 0);
  gtk_widget_set_visible (self->markdown, strcmp (kind->name, "markdown") == 0);
}

/* A word about what the edition keeps back; publishing tells all. */
static void
edition_changed_cb (AftExportDialog *self)
{
  const AftEdition edition = (AftEdition) adw_combo_row_get_selected (self->edition);
  g_autoptr(GPtrArray) left_out = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return;

  left_out = aft_edition_list_left_out (edition, aft_session_get_document (self->session));
  if (edition == AFT_EDITION_TEAM)
    text = g_strdup (_("Everything is shown, with names, roles and meetings."));
  else if (left_out->len == 0)
    text = g_strdup (_("Nothing but names, roles and meetings is left out."));
  else
    text = g_strdup_printf (ngettext ("%u item is left out, and names, roles and meetings.",
                                      "%u items are left out, and names, roles and meetings.", left_out->len),
                            left_out->len);
  gtk_label_set_text (self->hint, text);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AftExportDialog *self = AFT_EXPORT_DIALOG (widget);
  const AftExportKind *kind = get_kind (self);

  if (kind == NULL)
    return;

  g_settings_set_string (self->settings, "export-kind", kind->name);
  g_settings_set_string (self->settings, "preview-edition",
                         aft_edition_get_name ((AftEdition) adw_combo_row_get_selected (self->edition)));
  if (gtk_widget_get_visible (GTK_WIDGET (self->paper)))
    g_settings_set_string (self->settings, "preview-paper",
                           adw_combo_row_get_selected (self->paper) == 1 ? "letter" : "a4");

  /* The dialog is gone before the next one asks where to. */
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (self, signals[CHOSEN], 0, kind->name);
  g_object_unref (self);
}

static void
aft_export_dialog_dispose (GObject *object)
{
  AftExportDialog *self = AFT_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_export_dialog_parent_class)->dispose (object);
}

static void
aft_export_dialog_class_init (AftExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_export_dialog_dispose;

  /**
   * AftExportDialog::chosen:
   * @self: a dialog
   * @kind: the name of the kind
   *
   * The user wants to export, and the settings say how.
   */
  signals[CHOSEN] = g_signal_new ("chosen", AFT_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/app/afterword/Afterword/dialogs/aft-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, edition);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, markdown);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, front_matter);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, mermaid);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, ids);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, AftExportDialog, export);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, edition_changed_cb);

  gtk_widget_class_install_action (widget_class, "export.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
aft_export_dialog_init (AftExportDialog *self)
{
  self->kinds = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Those that have something to say, by the part of the document that they tell. */
static void
fill_kinds (AftExportDialog *self)
{
  AftDocument *document = aft_session_get_document (self->session);
  g_autofree char *remembered = g_settings_get_string (self->settings, "export-kind");
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  gsize n_kinds;
  const AftExportKind *kinds = aft_export_kinds_get (&n_kinds);
  guint selected = 0;

  for (gsize i = 0; i < n_kinds; i++)
    {
      const char *label = g_dpgettext2 (NULL, "file kind", kinds[i].label);
      g_autofree char *whole = NULL;

      if (!aft_export_kind_has_subject (&kinds[i], document))
        continue;
      if (strcmp (kinds[i].name, remembered) == 0)
        selected = self->kinds->len;
      if (kinds[i].subject != AFT_EXPORT_REPORT)
        /* Translators: a part of the document and a kind of file, such as “Timeline: SVG Picture” */
        whole = g_strdup_printf (C_("export", "%s: %s"), aft_export_subject_get_name (kinds[i].subject, document), label);
      gtk_string_list_append (labels, whole != NULL ? whole : label);
      g_ptr_array_add (self->kinds, (gpointer) &kinds[i]);
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->kind, selected);
}

/**
 * aft_export_subject_get_name:
 * @subject: what is exported
 * @document: of which document
 *
 * Returns: (transfer none): what the page is called that shows it, translated; the whys have the name that
 *   goes with the method
 */
const char *
aft_export_subject_get_name (AftExportSubject  subject,
                             AftDocument      *document)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (document), "");

  switch (subject)
    {
    case AFT_EXPORT_ACTIONS: return C_("page", "Actions");
    case AFT_EXPORT_TIMELINE: return C_("page", "Timeline");
    case AFT_EXPORT_WHYS:
      return aft_document_get_method (document) == AFT_METHOD_HOW ? C_("page", "How") : C_("page", "Five Whys");
    case AFT_EXPORT_REPORT:
    default: return C_("page", "Report");
    }
}

/**
 * aft_export_dialog_get_markdown:
 * @settings: those of the application
 *
 * Returns: what Markdown is to have besides, as it was asked for last
 */
AftMarkdownFlags
aft_export_dialog_get_markdown (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), AFT_MARKDOWN_PLAIN);

  return (g_settings_get_boolean (settings, "markdown-front-matter") ? AFT_MARKDOWN_FRONT_MATTER : 0) |
         (g_settings_get_boolean (settings, "markdown-mermaid") ? AFT_MARKDOWN_MERMAID : 0) |
         (g_settings_get_boolean (settings, "markdown-ids") ? AFT_MARKDOWN_IDS : 0);
}

/**
 * aft_export_dialog_present:
 * @parent: the window of the document
 * @session: the document
 * @settings: those of the application
 *
 * Returns: (transfer none): the dialog, which is shown
 */
AftExportDialog *
aft_export_dialog_present (GtkWindow  *parent,
                           AftSession *session,
                           GSettings  *settings)
{
  AftExportDialog *self;
  AftEdition edition = AFT_EDITION_TEAM;
  g_autofree char *edition_name = NULL;
  g_autofree char *paper = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (AFT_IS_SESSION (session), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (AFT_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->settings = g_object_ref (settings);
  fill_kinds (self);

  edition_name = g_settings_get_string (settings, "preview-edition");
  aft_edition_from_name (edition_name, &edition);
  adw_combo_row_set_selected (self->edition, edition);
  paper = g_settings_get_string (settings, "preview-paper");
  adw_combo_row_set_selected (self->paper, aft_paper_setting_is_letter (paper) ? 1 : 0);
  g_settings_bind (settings, "markdown-front-matter", self->front_matter, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "markdown-mermaid", self->mermaid, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "markdown-ids", self->ids, "active", G_SETTINGS_BIND_DEFAULT);
  kind_changed_cb (self);
  edition_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->export);

  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-application.h"
#include "aft-due.h"
#include "aft-library-page.h"
#include "aft-template.h"
#include "aft-window-private.h"

/* A window without a document. */

static AftApplication *
get_application (AftWindow *self)
{
  return AFT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
create_cb (AftWindow  *self,
           const char *id)
{
  AftTemplate *template = aft_template_find (id);
  g_autoptr(AftDocument) document = aft_template_create_document (template, "");
  g_autoptr(AftSession) session = aft_session_new (document, NULL, NULL);

  aft_window_set_session (self, session);
}

static GBytes *
load_sample (void)
{
  return g_resources_lookup_data ("/app/afterword/Afterword/samples/rust-1.52-fingerprints.afterword", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* The sample opens as a document of its own, which is saved elsewhere. */
static void
open_sample_cb (AftWindow *self)
{
  g_autoptr(GBytes) bytes = load_sample ();
  g_autoptr(GError) error = NULL;
  g_autoptr(AftDocument) document = aft_document_read (bytes, NULL, &error);
  g_autoptr(AftSession) session = NULL;

  if (document == NULL)
    {
      aft_window_show_banner (self, error->message, FALSE);
      return;
    }

  session = aft_session_new (document, NULL, NULL);
  aft_window_set_session (self, session);
}

static void
open_cb (AftWindow  *self,
         const char *uri)
{
  g_autoptr(GFile) file = g_file_new_for_uri (uri);

  aft_window_open_file (self, file);
}

static void
forget_cb (AftWindow  *self,
           const char *uri)
{
  AftLibrary *library = aft_application_get_library (get_application (self));

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  if (library != NULL)
    aft_library_forget (library, uri, NULL);
  aft_window_refresh_library (self);
}

static GPtrArray *
list_cb (AftWindow  *self,
         const char *words)
{
  AftApplication *application = get_application (self);
  AftLibrary *library = application != NULL ? aft_application_get_library (application) : NULL;
  GDate today;

  aft_due_get_today (&today);
  return library != NULL ? aft_library_list (library, words, &today, NULL) : NULL;
}

void
aft_window_set_up_library (AftWindow *self)
{
  GtkWidget *page = aft_library_page_new ();
  g_autoptr(GPtrArray) templates = aft_template_list ();

  for (guint i = 0; i < templates->len; i++)
    aft_library_page_add_template (AFT_LIBRARY_PAGE (page), aft_template_get_id (templates->pdata[i]),
                                   aft_template_get_name (templates->pdata[i]), aft_template_get_description (templates->pdata[i]),
                                   aft_template_get_symbol (templates->pdata[i]));
  aft_library_page_add_template (AFT_LIBRARY_PAGE (page), NULL, _("Look at an Example"),
                                 _("A finished postmortem of the Rust 1.52.0 fingerprint event, to read and to try things on."),
                                 "afterword-report-symbolic");

  g_signal_connect_object (page, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "open-sample", G_CALLBACK (open_sample_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "forget", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "list", G_CALLBACK (list_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->library_bin, page);
}

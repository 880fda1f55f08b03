/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-compat-dialogs.h"
#include "aft-figure-adder.h"
#include "aft-figure.h"

/* A picture is kept inside the document, and larger than this none is taken, in bytes. */
#define MAX_SIZE (10 * 1024 * 1024)

static const char *
sniff_media_type (const guchar *content,
                  gsize         length)
{
  static const guchar png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guchar jpeg[] = { 0xff, 0xd8, 0xff };

  if (length > sizeof png && memcmp (content, png, sizeof png) == 0)
    return "image/png";
  if (length > sizeof jpeg && memcmp (content, jpeg, sizeof jpeg) == 0)
    return "image/jpeg";
  if (g_strstr_len ((const char *) content, (gssize) MIN (length, 4096), "<svg") != NULL)
    return "image/svg+xml";

  return NULL;
}

static void
add_picture (AftSession   *session,
             GFile        *file,
             const guchar *content,
             gsize         length)
{
  AftDocument *document = aft_session_get_document (session);
  const char *media_type = sniff_media_type (content, length);
  g_autoptr(AftFigure) figure = aft_figure_new ();
  g_autofree char *base64 = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *caption = g_file_get_basename (file);
  char *dot = g_strrstr (caption, ".");

  if (length > MAX_SIZE)
    {
      aft_session_tell (session, _("This picture is larger than 10 MB; make it smaller first"), FALSE);
      return;
    }
  if (media_type == NULL)
    {
      aft_session_tell (session, _("Only PNG, JPEG and SVG pictures can be added"), FALSE);
      return;
    }

  if (dot != NULL && dot != caption)
    *dot = '\0';
  base64 = g_base64_encode (content, length);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, content, length);
  g_object_set (figure, "caption", caption, "media-type", media_type, "sha256", hash, "data", base64, NULL);
  aft_history_insert (aft_document_get_history (document), AFT_ITEM (document), "figures", G_MAXUINT, AFT_ITEM (figure));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(AftSession) session = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (source), result, &content, &length, NULL, &error))
    add_picture (session, G_FILE (source), (const guchar *) content, length);
  else
    aft_session_tell (session, error->message, FALSE);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  AftSession *session = user_data;

  g_file_load_contents_async (file, NULL, loaded_cb, g_object_ref (session));
}

/**
 * aft_figure_adder_choose:
 * @widget: a widget in the window that asks
 * @session: the document
 *
 * Lets the user choose a picture, and adds it to the figures as one edit.
 */
void
aft_figure_adder_choose (GtkWidget  *widget,
                         AftSession *session)
{
  g_autoptr(GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/png");
  gtk_file_filter_add_mime_type (pictures, "image/jpeg");
  gtk_file_filter_add_mime_type (pictures, "image/svg+xml");
  g_list_store_append (filters, pictures);

  aft_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_OPEN, _("Add Figure"), _("_Add"), NULL, NULL,
                          G_LIST_MODEL (filters), chosen_cb, session);
}

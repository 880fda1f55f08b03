/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-branch-json.h"
#include "aft-branch-text.h"
#include "aft-whys-canvas-private.h"
#include "aft-whys-clipboard.h"

/* Branches go to the clipboard as what Afterword itself takes without loss, and as indented text for
 * any editor. From there comes either. */

/* The most that is read from another application, in bytes. */
#define MAX_BYTES (64 * 1024 * 1024)

typedef struct
{
  AftWhysCanvas *canvas;
  AftItem       *target;
  GdkClipboard  *clipboard;
  GOutputStream *received;
  gboolean       json;
} Pasting;

static const char *json_types[] = { AFT_BRANCH_MEDIA_TYPE, NULL };
static const char *text_types[] = { "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", NULL };

static void
pasting_free (Pasting *pasting)
{
  g_object_unref (pasting->canvas);
  g_clear_object (&pasting->target);
  g_clear_object (&pasting->received);
  g_object_unref (pasting->clipboard);
  g_free (pasting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasting, pasting_free)

/**
 * aft_whys_clipboard_copy:
 * @canvas: a canvas
 * @item: a problem, question or answer
 *
 * Puts a branch on the clipboard.
 */
void
aft_whys_clipboard_copy (AftWhysCanvas *canvas,
                         AftItem       *item)
{
  AftDocument *document = aft_whys_canvas_get_document (canvas);
  g_autoptr(GPtrArray) branches = g_ptr_array_new ();
  g_autoptr(GBytes) json = NULL;
  g_autofree char *text = NULL;
  char *written;
  GdkContentProvider *providers[2];
  g_autoptr(GdkContentProvider) both = NULL;

  g_ptr_array_add (branches, item);
  written = aft_branch_json_write (document, branches);
  json = g_bytes_new_take (written, strlen (written));
  text = aft_branch_text_write (branches, aft_document_get_language (document));
  providers[0] = gdk_content_provider_new_for_bytes (AFT_BRANCH_MEDIA_TYPE, json);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (canvas)), both);
}

static void
tell (Pasting      *pasting,
      const GError *error)
{
  /* Translators: %s says what went wrong */
  g_autofree char *message = g_strdup_printf (_("Nothing was pasted: %s"), error->message);

  aft_session_tell (pasting->canvas->session, message, FALSE);
}

static void
insert (Pasting    *pasting,
        const char *data,
        gsize       length)
{
  AftWhysCanvas *canvas = pasting->canvas;
  AftDocument *document = aft_whys_canvas_get_document (canvas);
  AftItem *target = pasting->target;
  g_autoptr(GError) error = NULL;
  g_autoptr(AftBranches) branches = NULL;
  g_autoptr(GPtrArray) pasted = NULL;
  g_autofree char *message = NULL;
  g_autofree char *question = aft_whys_propose_question (document, NULL);

  /* What it was to go to may be gone since. */
  if (target != NULL && aft_item_get_document (target) != document)
    target = NULL;
  branches = pasting->json ? aft_branch_json_read (data, (gssize) length, &error)
                           : aft_branch_text_read (data, (gssize) length, question, &error);
  if (branches == NULL)
    {
      tell (pasting, error);
      return;
    }

  pasted = aft_whys_paste_branches (document, target, g_steal_pointer (&branches));
  if (pasted == NULL || pasted->len == 0)
    {
      aft_session_tell (canvas->session, _("Nothing was pasted: it would nest too deep there."), FALSE);
      return;
    }

  aft_whys_canvas_refresh (canvas);
  aft_whys_canvas_focus_item (canvas, pasted->pdata[0]);
  message = g_strdup_printf (ngettext ("%u branch pasted", "%u branches pasted", pasted->len), pasted->len);
  aft_session_tell (canvas->session, message, TRUE);
}

static void
received_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Pasting) pasting = user_data;
  g_autoptr(GError) error = NULL;
  GMemoryOutputStream *received = G_MEMORY_OUTPUT_STREAM (source);

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (received), result, &error) < 0)
    tell (pasting, error);
  else if (g_memory_output_stream_get_data_size (received) > MAX_BYTES)
    aft_session_tell (pasting->canvas->session, _("Nothing was pasted: there is too much on the clipboard."), FALSE);
  else
    insert (pasting, g_memory_output_stream_get_data (received), g_memory_output_stream_get_data_size (received));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Pasting) pasting = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = NULL;
  const char *type;
  GOutputStream *received;

  stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, &error);
  if (stream == NULL)
    {
      aft_session_tell (pasting->canvas->session, _("There is no branch and no text on the clipboard."), FALSE);
      return;
    }

  pasting->json = strcmp (type, AFT_BRANCH_MEDIA_TYPE) == 0;
  received = pasting->received = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (received, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, received_cb, g_steal_pointer (&pasting));
}

/**
 * aft_whys_clipboard_paste:
 * @canvas: a canvas
 * @target: (nullable): what the branches are to hang on, %NULL for new problems
 *
 * Takes branches or indented text from the clipboard, as one edit.
 */
void
aft_whys_clipboard_paste (AftWhysCanvas *canvas,
                          AftItem       *target)
{
  Pasting *pasting = g_new0 (Pasting, 1);
  const char **types;

  pasting->canvas = g_object_ref (canvas);
  g_set_object (&pasting->target, target);
  pasting->clipboard = g_object_ref (gtk_widget_get_clipboard (GTK_WIDGET (canvas)));
  types = gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (pasting->clipboard), AFT_BRANCH_MEDIA_TYPE)
            ? json_types
            : text_types;
  gdk_clipboard_read_async (pasting->clipboard, types, G_PRIORITY_DEFAULT, NULL, opened_cb, pasting);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <pango/pangocairo.h>

#include "aft-glyphs.h"
#include "aft-page-style.h"

/* More would tell no more. */
#define MOST 12

static void
add_characters (GHashTable *characters,
                const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar character = g_utf8_get_char (at);

      /* Every font has those, and blanks and marks need none of their own. */
      if (character > 0x7f && !g_unichar_isspace (character) && !g_unichar_iszerowidth (character))
        g_hash_table_add (characters, GUINT_TO_POINTER (character));
    }
}

static void
add_runs (GHashTable    *characters,
          const AftRuns *runs)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    add_characters (characters, ((const AftRun *) g_ptr_array_index (runs, i))->text);
}

static void
add_blocks (GHashTable      *characters,
            const GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (blocks, i);

      add_runs (characters, block->runs);
      add_characters (characters, block->code);
      add_blocks (characters, block->children);
      for (guint j = 0; block->table != NULL && block->table->head != NULL && j < block->table->head->cells->len; j++)
        add_runs (characters, g_ptr_array_index (block->table->head->cells, j));
      for (guint j = 0; block->table != NULL && j < block->table->rows->len; j++)
        {
          const AftTableRow *row = g_ptr_array_index (block->table->rows, j);

          for (guint k = 0; k < row->cells->len; k++)
            add_runs (characters, g_ptr_array_index (row->cells, k));
        }
    }
}

static gint
compare_characters (gconstpointer a,
                    gconstpointer b)
{
  const guint left = GPOINTER_TO_UINT (a);
  const guint right = GPOINTER_TO_UINT (b);

  return left < right ? -1 : left > right;
}

/**
 * aft_glyphs_dup_missing:
 * @report: a report
 *
 * Looks for characters that no font of this machine has: pages and pictures show a box in their place.
 *
 * Returns: (transfer full) (nullable): some of them, set apart by blanks; %NULL where there are none
 */
char *
aft_glyphs_dup_missing (AftReport *report)
{
  g_autoptr(GHashTable) characters = g_hash_table_new (NULL, NULL);
  PangoContext *context;
  g_autoptr(PangoLayout) layout = NULL;
  g_autoptr(GList) keys = NULL;
  GString *missing = NULL;
  guint n_missing = 0;

  g_return_val_if_fail (report != NULL, NULL);

  add_blocks (characters, aft_report_get_blocks (report));
  if (g_hash_table_size (characters) == 0)
    return NULL;

  context = aft_style_create_context (aft_report_get_language (report));
  layout = pango_layout_new (context);
  g_object_unref (context);
  keys = g_list_sort (g_hash_table_get_keys (characters), compare_characters);
  for (GList *at = keys; at != NULL && n_missing < MOST; at = at->next)
    {
      char text[6];
      const int length = g_unichar_to_utf8 (GPOINTER_TO_UINT (at->data), text);

      pango_layout_set_text (layout, text, length);
      if (pango_layout_get_unknown_glyphs_count (layout) == 0)
        continue;
      if (missing == NULL)
        missing = g_string_new (NULL);
      g_string_append_printf (missing, "%s%.*s", n_missing++ > 0 ? " " : "", length, text);
    }

  return missing != NULL ? g_string_free (missing, FALSE) : NULL;
}

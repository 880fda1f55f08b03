/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-block-equal.h"

static gboolean
run_equal (gconstpointer a,
           gconstpointer b)
{
  const AftRun *first = a;
  const AftRun *second = b;

  return first->style == second->style && strcmp (first->text, second->text) == 0 &&
         g_strcmp0 (first->link, second->link) == 0;
}

static gboolean
timeline_entry_equal (gconstpointer a,
                      gconstpointer b)
{
  const AftTimelineEntry *first = a;
  const AftTimelineEntry *second = b;

  return first->start == second->start && first->end == second->end && first->effect == second->effect &&
         first->key_moments == second->key_moments && first->lead_up == second->lead_up &&
         first->planned == second->planned && g_strcmp0 (first->when, second->when) == 0 &&
         g_strcmp0 (first->moment, second->moment) == 0 && g_strcmp0 (first->text, second->text) == 0;
}

static gboolean
tree_entry_equal (gconstpointer a,
                  gconstpointer b)
{
  const AftTreeEntry *first = a;
  const AftTreeEntry *second = b;

  return first->parent == second->parent && first->kind == second->kind && first->state == second->state &&
         first->join == second->join && first->factor == second->factor && first->went_well == second->went_well &&
         g_strcmp0 (first->text, second->text) == 0 && g_strcmp0 (first->same_as, second->same_as) == 0 &&
         g_strcmp0 (first->remark, second->remark) == 0;
}

static gboolean
arrays_equal (const GPtrArray *a,
              const GPtrArray *b,
              GEqualFunc       equal)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/**
 * aft_runs_equal:
 * @a: (nullable): a text
 * @b: (nullable): another
 *
 * Returns: whether both say and mark the same
 */
gboolean
aft_runs_equal (const AftRuns *a,
                const AftRuns *b)
{
  return arrays_equal (a, b, run_equal);
}

static gboolean
zones_equal (GTimeZone *a,
             GTimeZone *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return strcmp (g_time_zone_get_identifier (a), g_time_zone_get_identifier (b)) == 0;
}

static gboolean
bytes_equal (GBytes *a,
             GBytes *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a == b || g_bytes_equal (a, b);
}

/**
 * aft_figure_data_equal:
 * @a: (nullable): a figure
 * @b: (nullable): another
 *
 * Returns: whether both look the same and are told in the same words
 */
gboolean
aft_figure_data_equal (const AftFigureData *a,
                       const AftFigureData *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return a->kind == b->kind && a->words == b->words && g_strcmp0 (a->alternative, b->alternative) == 0 &&
         g_strcmp0 (a->zone_note, b->zone_note) == 0 && g_strcmp0 (a->media_type, b->media_type) == 0 &&
         a->flattened == b->flattened &&
         zones_equal (a->zone, b->zone) && arrays_equal (a->entries, b->entries, timeline_entry_equal) &&
         arrays_equal (a->nodes, b->nodes, tree_entry_equal) && bytes_equal (a->picture, b->picture);
}

static gboolean
cells_equal (gconstpointer a,
             gconstpointer b)
{
  return aft_runs_equal (a, b);
}

static gboolean
row_equal (gconstpointer a,
           gconstpointer b)
{
  const AftTableRow *first = a;
  const AftTableRow *second = b;

  if (first == NULL || second == NULL)
    return first == second;

  return g_strcmp0 (first->item_id, second->item_id) == 0 && arrays_equal (first->cells, second->cells, cells_equal);
}

static gboolean
table_equal (const AftBlockTable *a,
             const AftBlockTable *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->style == b->style && a->n_columns == b->n_columns &&
         memcmp (a->aligns, b->aligns, a->n_columns * sizeof (AftAlign)) == 0 && row_equal (a->head, b->head) &&
         arrays_equal (a->rows, b->rows, row_equal);
}

static gboolean
child_equal (gconstpointer a,
             gconstpointer b)
{
  return aft_block_equal (a, b);
}

/**
 * aft_block_equal:
 * @a: a block
 * @b: another, perhaps of another report
 *
 * Returns: whether both are shown in the same way
 */
gboolean
aft_block_equal (const AftBlock *a,
                 const AftBlock *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a->type == b->type && a->level == b->level && a->role == b->role && a->list_style == b->list_style &&
         a->start == b->start && a->check == b->check && g_strcmp0 (a->anchor, b->anchor) == 0 &&
         g_strcmp0 (a->item_id, b->item_id) == 0 && g_strcmp0 (a->code, b->code) == 0 &&
         aft_runs_equal (a->runs, b->runs) && table_equal (a->table, b->table) &&
         aft_figure_data_equal (a->figure, b->figure) && arrays_equal (a->children, b->children, child_equal);
}

/**
 * aft_blocks_match:
 * @a: (element-type AftBlock): blocks
 * @b: (element-type AftBlock): the same after a change
 * @n_first: (out): how many are the same from the first on
 * @n_last: (out): how many others are the same up to the last
 *
 * Finds what a change left alone.
 */
void
aft_blocks_match (const GPtrArray *a,
                  const GPtrArray *b,
                  guint           *n_first,
                  guint           *n_last)
{
  const guint most = MIN (a->len, b->len);

  *n_first = 0;
  *n_last = 0;
  while (*n_first < most && aft_block_equal (g_ptr_array_index (a, *n_first), g_ptr_array_index (b, *n_first)))
    (*n_first)++;
  while (*n_first + *n_last < most && aft_block_equal (g_ptr_array_index (a, a->len - 1 - *n_last),
                                                       g_ptr_array_index (b, b->len - 1 - *n_last)))
    (*n_last)++;
}

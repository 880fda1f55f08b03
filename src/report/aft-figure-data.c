/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-figure-data.h"

static void
timeline_entry_free (gpointer data)
{
  AftTimelineEntry *entry = data;

  g_free (entry->when);
  g_free (entry->moment);
  g_free (entry->text);
  g_free (entry);
}

static void
tree_entry_free (gpointer data)
{
  AftTreeEntry *entry = data;

  g_free (entry->text);
  g_free (entry->same_as);
  g_free (entry->remark);
  g_free (entry);
}

/**
 * aft_figure_data_new:
 * @kind: what the figure shows
 * @words: the words of the report's language
 *
 * Returns: (transfer full): an empty figure
 */
AftFigureData *
aft_figure_data_new (AftFigureKind         kind,
                     const AftReportWords *words)
{
  AftFigureData *self = g_atomic_rc_box_new0 (AftFigureData);

  self->kind = kind;
  self->words = words;
  if (kind == AFT_FIGURE_TIMELINE)
    self->entries = g_ptr_array_new_with_free_func (timeline_entry_free);
  if (kind == AFT_FIGURE_TREE)
    self->nodes = g_ptr_array_new_with_free_func (tree_entry_free);

  return self;
}

static void
figure_data_clear (gpointer data)
{
  AftFigureData *self = data;

  g_free (self->alternative);
  g_free (self->zone_note);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_free (self->media_type);
}

/**
 * aft_figure_data_ref:
 * @self: a figure
 *
 * Returns: (transfer full): @self
 */
AftFigureData *
aft_figure_data_ref (AftFigureData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * aft_figure_data_unref:
 * @self: (nullable) (transfer full): a figure
 */
void
aft_figure_data_unref (AftFigureData *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, figure_data_clear);
}

/**
 * aft_figure_data_add_entry:
 * @self: a timeline
 *
 * Returns: (transfer none): a new event at its end, to be filled
 */
AftTimelineEntry *
aft_figure_data_add_entry (AftFigureData *self)
{
  AftTimelineEntry *entry = g_new0 (AftTimelineEntry, 1);

  g_assert (self->kind == AFT_FIGURE_TIMELINE);

  g_ptr_array_add (self->entries, entry);
  return entry;
}

/**
 * aft_figure_data_add_node:
 * @self: a tree
 * @parent: the index of the entry above, or %AFT_TREE_NO_PARENT
 * @kind: what the new entry is
 * @text: what it says
 *
 * Returns: (transfer none): the new entry
 */
AftTreeEntry *
aft_figure_data_add_node (AftFigureData *self,
                          guint32        parent,
                          AftTreeKind    kind,
                          const char    *text)
{
  AftTreeEntry *entry = g_new0 (AftTreeEntry, 1);

  g_assert (self->kind == AFT_FIGURE_TREE);
  g_assert (parent == AFT_TREE_NO_PARENT ? self->nodes->len == 0 : parent < self->nodes->len);

  entry->parent = parent;
  entry->kind = kind;
  entry->text = g_strdup (text);
  g_ptr_array_add (self->nodes, entry);

  return entry;
}

/**
 * aft_tree_entry_dup_head:
 * @self: an entry of a tree
 * @words: the words of the report's language
 *
 * Returns: (transfer full) (nullable): what is known of an answer: its state, and whether it is a
 *   contributing factor; nothing of what is no answer
 */
char *
aft_tree_entry_dup_head (const AftTreeEntry   *self,
                         const AftReportWords *words)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind != AFT_TREE_ANSWER)
    return NULL;
  if (self->factor)
    return g_strdup_printf ("%s · %s", words->answer_states[self->state], words->factor);

  return g_strdup (words->answer_states[self->state]);
}

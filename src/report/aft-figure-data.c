/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-figure-data.h"

static void
timeline_entry_free (gpointer data)
{
  AftTimelineEntry *entry = data;

  g_free (entry->when);
  g_free (entry->text);
  g_free (entry);
}

static void
tree_entry_free (gpointer data)
{
  AftTreeEntry *entry = data;

  g_free (entry->text);
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
  AftFigureData *self = g_new0 (AftFigureData, 1);

  self->kind = kind;
  self->words = words;
  if (kind == AFT_FIGURE_TIMELINE)
    self->entries = g_ptr_array_new_with_free_func (timeline_entry_free);
  if (kind == AFT_FIGURE_TREE)
    self->nodes = g_ptr_array_new_with_free_func (tree_entry_free);

  return self;
}

/**
 * aft_figure_data_free:
 * @self: (nullable): a figure
 */
void
aft_figure_data_free (AftFigureData *self)
{
  if (self == NULL)
    return;

  g_free (self->alternative);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_free (self->media_type);
  g_free (self);
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

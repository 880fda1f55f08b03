/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-block-maker.h"
#include "aft-block-walk.h"

typedef gboolean (* VisitFunc) (GtkWidget *widget,
                                gpointer   user_data);

/* All widgets of the column in the order of the text, until one is found. */
static gboolean
visit (GtkWidget *widget,
       VisitFunc  func,
       gpointer   user_data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (func (child, user_data) || (!GTK_IS_LABEL (child) && visit (child, func, user_data)))
      return TRUE;

  return FALSE;
}

static gboolean
is_heading (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_HEADING;
}

typedef struct
{
  const char *anchor;
  GtkWidget  *found;
} AnchorSearch;

static gboolean
has_anchor_cb (GtkWidget *widget,
            gpointer   user_data)
{
  AnchorSearch *search = user_data;

  if (g_strcmp0 (aft_block_get_anchor (widget), search->anchor) != 0)
    return FALSE;

  search->found = widget;
  return TRUE;
}

static gboolean
find_label_cb (GtkWidget *widget,
            gpointer   user_data)
{
  if (!GTK_IS_LABEL (widget) || !gtk_label_get_selectable (GTK_LABEL (widget)))
    return FALSE;

  *(GtkWidget **) user_data = widget;
  return TRUE;
}

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget)) && gtk_widget_get_mapped (widget);
}

static gboolean
suits (GtkWidget    *widget,
       AftBlockWalk  kind)
{
  int at;

  if (!is_text (widget))
    return FALSE;

  switch (kind)
    {
    case AFT_BLOCK_WALK_LINKS: return aft_block_label_get_link (widget, FALSE, &at);
    case AFT_BLOCK_WALK_HEADINGS: return is_heading (widget);
    case AFT_BLOCK_WALK_TEXTS:
    default: return TRUE;
    }
}

typedef struct
{
  AftBlockWalk  kind;
  GtkWidget    *from;
  gboolean      seen;
  gboolean      forward;
  GtkWidget    *found;
} Walk;

static gboolean
walk_cb (GtkWidget *widget,
         gpointer   user_data)
{
  Walk *walk = user_data;

  if (widget == walk->from)
    {
      walk->seen = TRUE;
      return !walk->forward;
    }
  if (!suits (widget, walk->kind) || (walk->forward && !walk->seen))
    return FALSE;

  walk->found = widget;
  return walk->forward;
}

static gboolean
add_heading_cb (GtkWidget *widget,
                gpointer   user_data)
{
  if (is_heading (widget))
    g_ptr_array_add (user_data, widget);

  return FALSE;
}

/**
 * aft_block_walk_next:
 * @column: what holds the blocks
 * @from: (nullable): a text in it
 * @forward: whether the next one is asked for, else the one before
 * @kind: which texts count
 *
 * Returns: (transfer none) (nullable): the text after or before that one; the first or last of all where there
 *   is none to begin with
 */
GtkWidget *
aft_block_walk_next (GtkWidget    *column,
                     GtkWidget    *from,
                     gboolean      forward,
                     AftBlockWalk  kind)
{
  Walk walk = { kind, from, from == NULL, forward };

  visit (column, walk_cb, &walk);

  return walk.found;
}

/**
 * aft_block_walk_find_anchor:
 * @column: what holds the blocks
 * @anchor: the name of a place of the report
 *
 * Returns: (transfer none) (nullable): the widget of that name
 */
GtkWidget *
aft_block_walk_find_anchor (GtkWidget  *column,
                            const char *anchor)
{
  AnchorSearch search = { anchor };

  visit (column, has_anchor_cb, &search);

  return search.found;
}

/**
 * aft_block_walk_find_text:
 * @block: a block
 *
 * Returns: (transfer none) (nullable): its first text, which may be the block itself
 */
GtkWidget *
aft_block_walk_find_text (GtkWidget *block)
{
  GtkWidget *found = NULL;

  if (!find_label_cb (block, &found))
    visit (block, find_label_cb, &found);

  return found;
}

/**
 * aft_block_walk_list_headings:
 * @column: what holds the blocks
 *
 * Returns: (transfer full) (element-type GtkLabel): all headings that are made, the title first
 */
GPtrArray *
aft_block_walk_list_headings (GtkWidget *column)
{
  GPtrArray *headings = g_ptr_array_new ();

  visit (column, add_heading_cb, headings);

  return headings;
}

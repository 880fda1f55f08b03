/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-figure-tree-private.h"

#define MAX_LINES 8
#define TITLE_HEIGHT 14.0

/* The way of a tree that may be as large as it is and would be too wide if it grew down. */
#define WHOLE_WAY 3
#define WHOLE_RATIO 2.0

/* Ways to draw a tree, the roomiest first. */
typedef struct
{
  AftTreeOrientation orientation;
  double             box_width;
  double             question_width;
} Way;

static const Way ways[] = {
  { AFT_TREE_TOP_DOWN, 138, 138 },    { AFT_TREE_TOP_DOWN, 118, 118 },     { AFT_TREE_TOP_DOWN, 102, 102 },
  { AFT_TREE_LEFT_TO_RIGHT, 120, 84 }, { AFT_TREE_LEFT_TO_RIGHT, 92, 70 }, { AFT_TREE_TOP_DOWN, 86, 86 },
};

typedef struct
{
  const AftFigureData *data;
  PangoContext        *context;
  double               width;
  double               max_height;
  GPtrArray           *panels;
  double              *heights[G_N_ELEMENTS (ways)];    /* owned: of each entry, measured when asked for */
  guint               *parts;                           /* owned: of each entry, in which part it goes on, or 0 */
  GPtrArray           *sets;                            /* owned: of GArray of guint32, the entries of each part */
} Splitter;

static const AftTreeEntry *
get_entry (const Splitter *self,
           guint32         index)
{
  return g_ptr_array_index (self->data->nodes, index);
}

static gboolean
is_whole (const Splitter *self)
{
  return self->max_height >= AFT_PANEL_UNBOUNDED;
}

static double
get_width (const AftTreeEntry *entry,
           const Way          *way)
{
  return entry->kind == AFT_TREE_QUESTION ? way->question_width : way->box_width;
}

static void
fill_box (const Splitter *self,
          AftTreeBox     *box,
          const Way      *way,
          guint           part)
{
  const AftTreeEntry *entry = box->entry;
  const gboolean boxed = entry->kind != AFT_TREE_QUESTION;
  const double width = get_width (entry, way) - 2 * AFT_TREE_PADDING;
  const AftRunStyle style = entry->kind == AFT_TREE_PROBLEM     ? AFT_RUN_STRONG
                            : entry->kind == AFT_TREE_QUESTION  ? AFT_RUN_EMPHASIS
                            : entry->kind == AFT_TREE_MISSING   ? AFT_RUN_EMPHASIS | AFT_RUN_QUIET
                            : entry->state == AFT_ANSWER_RULED_OUT ? AFT_RUN_STRUCK | AFT_RUN_QUIET
                                                                   : AFT_RUN_PLAIN;
  g_autoptr(GPtrArray) runs = aft_runs_new_text (entry->text, style);
  g_autofree char *head = aft_tree_entry_dup_head (entry, self->data->words);
  double height = 0;

  box->text = aft_style_create_layout (self->context, AFT_STYLE_FIGURE, runs, width,
                                       boxed ? AFT_ALIGN_START : AFT_ALIGN_CENTER);
  if (!is_whole (self))
    {
      pango_layout_set_height (box->text, -MAX_LINES);
      pango_layout_set_ellipsize (box->text, PANGO_ELLIPSIZE_END);
    }
  height += pango_layout_get_line_count (box->text);

  if (head != NULL)
    {
      box->head = aft_style_create_text (self->context, AFT_STYLE_FIGURE_STRONG, head, width, AFT_ALIGN_START);
      height += pango_layout_get_line_count (box->head);
    }
  if (is_whole (self) && entry->remark != NULL)
    {
      box->foot = aft_style_create_text (self->context, AFT_STYLE_FIGURE_STRONG, entry->remark, width, AFT_ALIGN_START);
      height += pango_layout_get_line_count (box->foot);
    }
  else if (part > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", part);
      g_autofree char *foot = aft_words_fill (self->data->words->continued, number, NULL);

      box->foot = aft_style_create_text (self->context, AFT_STYLE_FIGURE_STRONG, foot, width, AFT_ALIGN_START);
      height += pango_layout_get_line_count (box->foot);
    }

  box->rect.width = get_width (entry, way);
  box->rect.height = height * aft_style_get_leading (AFT_STYLE_FIGURE) + 2 * (boxed ? AFT_TREE_PADDING : 2) +
                     (entry->join != AFT_JOIN_OPEN ? AFT_TREE_JOIN_HEIGHT : 0);
}

static void
box_clear (gpointer data)
{
  AftTreeBox *box = data;

  g_clear_object (&box->head);
  g_clear_object (&box->text);
  g_clear_object (&box->foot);
}

static double
get_height (Splitter *self,
            guint32   index,
            guint     way)
{
  double *height;

  if (self->heights[way] == NULL)
    self->heights[way] = g_new0 (double, self->data->nodes->len);

  height = &self->heights[way][index];
  if (*height <= 0)
    {
      AftTreeBox box = { get_entry (self, index) };

      fill_box (self, &box, &ways[way], 0);
      *height = box.rect.height;
      box_clear (&box);
    }

  /* Room for the line that says where it goes on. */
  return *height + (self->parts[index] > 0 ? aft_style_get_leading (AFT_STYLE_FIGURE) : 0);
}

/* Takes the children of @top after the first @kept, and all below them, into a part of their own. That
 * shows @top again, and the way to it where something of it stays. */
static void
move_out (Splitter *self,
          guint     number,
          guint32   top,
          guint     kept)
{
  GArray *from = g_ptr_array_index (self->sets, number - 1);
  GArray *stay = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *leave = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *above = g_new0 (gboolean, self->data->nodes->len);
  g_autofree gboolean *gone = g_new0 (gboolean, self->data->nodes->len);
  guint n_children = 0;

  above[top] = TRUE;
  if (kept > 0)
    for (guint32 at = top; at != g_array_index (from, guint32, 0); at = get_entry (self, at)->parent)
      above[get_entry (self, at)->parent] = TRUE;

  for (guint i = 0; i < from->len; i++)
    {
      const guint32 index = g_array_index (from, guint32, i);
      const guint32 parent = get_entry (self, index)->parent;

      if (i > 0)
        gone[index] = parent == top ? n_children++ >= kept : gone[parent];
      if (gone[index] || above[index])
        g_array_append_val (leave, index);
      if (!gone[index])
        g_array_append_val (stay, index);
    }

  g_array_unref (from);
  self->sets->pdata[number - 1] = stay;
  g_ptr_array_add (self->sets, leave);
  self->parts[top] = self->sets->len;
}

static void
lay_out (Splitter     *self,
         const GArray *indices,
         guint         way,
         AftRect      *rects,
         guint32      *parents,
         AftRect      *bounds)
{
  const guint n = indices->len;
  const AftTidyTreeParams params = { ways[way].orientation, 13, 9, 20 };
  g_autofree guint32 *places = g_new0 (guint32, self->data->nodes->len);
  g_autofree double *widths = g_new0 (double, n);
  g_autofree double *heights = g_new0 (double, n);
  g_autofree double *xs = g_new0 (double, n);
  g_autofree double *ys = g_new0 (double, n);

  for (guint i = 0; i < n; i++)
    {
      const guint32 index = g_array_index (indices, guint32, i);

      places[index] = i;
      parents[i] = i == 0 ? AFT_TIDY_TREE_ROOT : places[get_entry (self, index)->parent];
      widths[i] = get_width (get_entry (self, index), &ways[way]);
      heights[i] = get_height (self, index, way);
    }

  *bounds = (AftRect) { 0, 0, 0, 0 };
  aft_tidy_tree_layout (parents, widths, heights, n, &params, xs, ys, bounds);
  for (guint i = 0; i < n; i++)
    rects[i] = (AftRect) { xs[i] - bounds->x, ys[i] - bounds->y, widths[i], heights[i] };
}

/* Returns the first way in which these entries fit, or the number of ways. */
static guint
find_way (Splitter     *self,
          const GArray *indices)
{
  g_autofree AftRect *rects = g_new0 (AftRect, indices->len);
  g_autofree guint32 *parents = g_new0 (guint32, indices->len);
  guint way;

  for (way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      AftRect bounds;

      lay_out (self, indices, way, rects, parents, &bounds);
      if (bounds.width <= self->width && bounds.height <= self->max_height - TITLE_HEIGHT)
        break;
    }

  return way;
}

/* What stands on no page fits in every way; one that is much wider than high is still hard to read. */
static guint
find_whole_way (Splitter     *self,
                const GArray *indices)
{
  g_autofree AftRect *rects = g_new0 (AftRect, indices->len);
  g_autofree guint32 *parents = g_new0 (guint32, indices->len);
  AftRect down;
  AftRect right;

  lay_out (self, indices, 0, rects, parents, &down);
  lay_out (self, indices, WHOLE_WAY, rects, parents, &right);

  return down.width > WHOLE_RATIO * down.height && MAX (right.width, right.height) < down.width ? WHOLE_WAY : 0;
}

/* What to take out of a part that is too large: the answer with the most below it that is not all. */
static guint32
find_cut (Splitter     *self,
          const GArray *indices)
{
  g_autofree guint *below = g_new0 (guint, self->data->nodes->len);
  guint32 best = AFT_TREE_NO_PARENT;
  guint most = 0;

  for (guint i = indices->len; i > 1; i--)
    {
      const guint32 index = g_array_index (indices, guint32, i - 1);
      const AftTreeEntry *entry = get_entry (self, index);

      below[entry->parent] += below[index] + 1;
      if (entry->kind == AFT_TREE_ANSWER && below[index] > most && below[index] * 3 < indices->len * 2)
        {
          most = below[index];
          best = index;
        }
    }

  /* Nothing but one long chain: cut it in the middle. */
  for (guint i = indices->len / 2; best == AFT_TREE_NO_PARENT && i < indices->len; i++)
    {
      const guint32 index = g_array_index (indices, guint32, i);

      if (get_entry (self, index)->kind == AFT_TREE_ANSWER && below[index] > 0)
        best = index;
    }

  return best;
}

/* Where there is nothing to take out: the entry with the most children, two at least. */
static guint32
find_crowd (Splitter     *self,
            const GArray *indices,
            guint        *n_children)
{
  g_autofree guint *children = g_new0 (guint, self->data->nodes->len);
  guint32 best = AFT_TREE_NO_PARENT;

  *n_children = 1;
  for (guint i = 1; i < indices->len; i++)
    {
      const guint32 parent = get_entry (self, g_array_index (indices, guint32, i))->parent;

      if (++children[parent] > *n_children)
        {
          *n_children = children[parent];
          best = parent;
        }
    }

  return best;
}

static void
part_free (gpointer data)
{
  AftTreePart *part = data;

  g_array_unref (part->boxes);
  g_clear_object (&part->title);
  g_object_unref (part->context);
  g_free (part);
}

static void
add_panel (Splitter     *self,
           const GArray *indices,
           guint         way,
           guint         number)
{
  g_autofree AftRect *rects = g_new0 (AftRect, indices->len);
  g_autofree guint32 *parents = g_new0 (guint32, indices->len);
  AftTreePart *part = g_new0 (AftTreePart, 1);
  AftRect bounds;
  double top = 0;

  part->boxes = g_array_new (FALSE, FALSE, sizeof (AftTreeBox));
  g_array_set_clear_func (part->boxes, box_clear);
  part->words = self->data->words;
  part->context = g_object_ref (self->context);
  part->scale = 1;

  if (number > 1)
    {
      g_autofree char *text = g_strdup_printf ("%u", number);
      g_autofree char *title = aft_words_fill (self->data->words->tree_part, text, NULL);

      part->title = aft_style_create_text (self->context, AFT_STYLE_FIGURE_STRONG, title, -1, AFT_ALIGN_START);
      top = TITLE_HEIGHT;
    }

  if (way == G_N_ELEMENTS (ways))
    way = indices->len > 0 ? 4 : 0;
  part->orientation = ways[way].orientation;
  lay_out (self, indices, way, rects, parents, &bounds);
  if (bounds.width > self->width || bounds.height + top > self->max_height)
    part->scale = MIN (self->width / bounds.width, (self->max_height - top) / bounds.height);

  for (guint i = 0; i < indices->len; i++)
    {
      const guint32 index = g_array_index (indices, guint32, i);
      AftTreeBox box = { get_entry (self, index), parents[i] };

      fill_box (self, &box, &ways[way], i > 0 && self->parts[index] != number ? self->parts[index] : 0);
      box.rect = rects[i];
      box.rect.y += top;
      g_array_append_val (part->boxes, box);
    }

  g_ptr_array_add (self->panels, aft_panel_new (MIN (bounds.width * part->scale, self->width),
                                                MIN (bounds.height * part->scale + top, self->max_height),
                                                aft_tree_part_draw, part, part_free));
}

/* Takes branches out until the rest fits; they come later, as parts of their own. */
static void
add_part (Splitter *self,
          guint     number)
{
  for (;;)
    {
      const GArray *indices = g_ptr_array_index (self->sets, number - 1);
      const guint way = is_whole (self) ? find_whole_way (self, indices) : find_way (self, indices);
      guint32 top = AFT_TREE_NO_PARENT;
      guint kept = 0;

      if (way == G_N_ELEMENTS (ways))
        {
          top = find_cut (self, indices);
          if (top == AFT_TREE_NO_PARENT)
            {
              top = find_crowd (self, indices, &kept);
              kept = MAX (kept / 2, 1);
            }
        }
      if (top == AFT_TREE_NO_PARENT)
        {
          add_panel (self, indices, way, number);
          return;
        }

      move_out (self, number, top, kept);
    }
}

/**
 * aft_figure_tree_add_panels:
 * @data: a tree
 * @context: for text
 * @width: how wide it may be
 * @max_height: how high a panel may be, or %AFT_PANEL_UNBOUNDED
 * @panels: (element-type AftPanel): where to
 *
 * Adds the tree, growing down or to the right, whichever fits; in several parts where neither does.
 * Without a bound it is one panel, as large as it has to be whatever @width says.
 */
void
aft_figure_tree_add_panels (const AftFigureData *data,
                            PangoContext        *context,
                            double               width,
                            double               max_height,
                            GPtrArray           *panels)
{
  Splitter self = { data, context, max_height < AFT_PANEL_UNBOUNDED ? width : AFT_PANEL_UNBOUNDED, max_height, panels };
  GArray *all;

  if (data->nodes->len == 0)
    return;

  self.parts = g_new0 (guint, data->nodes->len);
  self.sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  all = g_array_sized_new (FALSE, FALSE, sizeof (guint32), data->nodes->len);
  for (guint32 i = 0; i < data->nodes->len; i++)
    g_array_append_val (all, i);
  g_ptr_array_add (self.sets, all);
  for (guint number = 1; number <= self.sets->len; number++)
    add_part (&self, number);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    g_free (self.heights[i]);
  g_free (self.parts);
  g_ptr_array_unref (self.sets);
}

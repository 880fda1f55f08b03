/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-figure-tree-private.h"
#include "aft-text-painter.h"
#include "aft-tree-pieces.h"

#define MAX_LINES 8

/* More than so many lines can show, whatever the script. Pango would lay out all the others to hide them. */
#define MAX_LENGTH 2000
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
  gboolean           stacked;        /* whether leaves of one question stand one below the other */
} Way;

static const Way ways[] = {
  { AFT_TREE_TOP_DOWN, 138, 138, FALSE },     { AFT_TREE_TOP_DOWN, 118, 118, FALSE },
  { AFT_TREE_TOP_DOWN, 102, 102, FALSE },     { AFT_TREE_LEFT_TO_RIGHT, 120, 84, FALSE },
  { AFT_TREE_TOP_DOWN, 118, 118, TRUE },      { AFT_TREE_LEFT_TO_RIGHT, 92, 70, FALSE },
  { AFT_TREE_TOP_DOWN, 92, 92, TRUE },        { AFT_TREE_TOP_DOWN, 86, 86, FALSE },
};

/* The way of what fits in none. */
#define LAST_WAY 5

typedef struct
{
  const AftFigureData *data;
  PangoContext        *context;
  double               width;
  double               max_height;
  GPtrArray           *panels;
  double              *heights[G_N_ELEMENTS (ways)];    /* owned: of each entry, measured when asked for */
  guint                feet[G_N_ELEMENTS (ways)][2];    /* lines that say where a box or a question goes on, or 0 */
  guint32             *places;                          /* owned: of each entry, its place among those laid out */
} Figure;

static const AftTreeEntry *
get_entry (const Figure *self,
           guint32         index)
{
  return g_ptr_array_index (self->data->nodes, index);
}

static gboolean
is_whole (const Figure *self)
{
  return self->max_height >= AFT_PANEL_UNBOUNDED;
}

static double
get_width (const AftTreeEntry *entry,
           const Way          *way)
{
  return entry->kind == AFT_TREE_QUESTION ? way->question_width : way->box_width;
}

static AftRuns *
create_runs (const Figure       *self,
             const AftTreeEntry *entry,
             AftRunStyle         style)
{
  g_autofree char *start = NULL;
  g_autofree char *cut = NULL;

  if (is_whole (self) || g_utf8_strlen (entry->text, -1) <= MAX_LENGTH)
    return aft_runs_new_text (entry->text, style);

  start = g_utf8_substring (entry->text, 0, MAX_LENGTH);
  cut = g_strconcat (start, "…", NULL);

  return aft_runs_new_text (cut, style);
}

static PangoLayout *
create_foot (const Figure *self,
             guint         part,
             double        width)
{
  g_autofree char *number = g_strdup_printf ("%u", part);
  g_autofree char *foot = aft_words_fill (self->data->words->continued, number, NULL);

  return aft_style_create_text (self->context, AFT_STYLE_FIGURE_STRONG, foot, width, AFT_ALIGN_START);
}

static void
fill_box (const Figure *self,
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
  g_autoptr(GPtrArray) runs = create_runs (self, entry, style);
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
      box->foot = create_foot (self, part, width);
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

/* How many lines it takes to say where something goes on, whatever the number will be. */
static guint
get_foot_lines (Figure             *self,
                const AftTreeEntry *entry,
                guint               way)
{
  guint *lines = &self->feet[way][entry->kind == AFT_TREE_QUESTION];

  if (*lines == 0)
    {
      g_autoptr(PangoLayout) foot = create_foot (self, 8888, get_width (entry, &ways[way]) - 2 * AFT_TREE_PADDING);

      *lines = (guint) pango_layout_get_line_count (foot);
    }

  return *lines;
}

static double
get_height (Figure   *self,
            guint32   index,
            guint     way,
            gboolean  goes_on)
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

  return *height +
         (goes_on ? get_foot_lines (self, get_entry (self, index), way) * aft_style_get_leading (AFT_STYLE_FIGURE) : 0);
}

static void
lay_out (Figure         *self,
         const GArray   *indices,
         const gboolean *goes_on,
         guint           way,
         AftRect        *rects,
         guint32        *parents,
         AftRect        *bounds)
{
  const guint n = indices->len;
  const AftTidyTreeParams params = { ways[way].orientation, 13, 9, 20, ways[way].stacked, AFT_TREE_STACK_INDENT };
  g_autofree double *widths = g_new0 (double, n);
  g_autofree double *heights = g_new0 (double, n);
  g_autofree double *xs = g_new0 (double, n);
  g_autofree double *ys = g_new0 (double, n);

  for (guint i = 0; i < n; i++)
    {
      const guint32 index = g_array_index (indices, guint32, i);

      self->places[index] = i;
      parents[i] = i == 0 ? AFT_TIDY_TREE_ROOT : self->places[get_entry (self, index)->parent];
      widths[i] = get_width (get_entry (self, index), &ways[way]);
      heights[i] = get_height (self, index, way, goes_on[index]);
    }

  *bounds = (AftRect) { 0, 0, 0, 0 };
  aft_tidy_tree_layout (parents, widths, heights, n, &params, xs, ys, bounds);
  for (guint i = 0; i < n; i++)
    rects[i] = (AftRect) { xs[i] - bounds->x, ys[i] - bounds->y, widths[i], heights[i] };
}

/* Returns the first way in which these entries fit, or the number of ways. */
static guint
find_way (Figure         *self,
          const GArray   *indices,
          const gboolean *goes_on)
{
  g_autofree AftRect *rects = g_new0 (AftRect, indices->len);
  g_autofree guint32 *parents = g_new0 (guint32, indices->len);
  guint way;

  for (way = 0; way < G_N_ELEMENTS (ways); way++)
    {
      AftRect bounds;

      lay_out (self, indices, goes_on, way, rects, parents, &bounds);
      if (bounds.width <= self->width && bounds.height <= self->max_height - TITLE_HEIGHT)
        break;
    }

  return way;
}

/* What stands on no page fits in every way; one that is much wider than high is still hard to read. */
static guint
find_whole_way (Figure         *self,
                const GArray   *indices,
                const gboolean *goes_on)
{
  g_autofree AftRect *rects = g_new0 (AftRect, indices->len);
  g_autofree guint32 *parents = g_new0 (guint32, indices->len);
  AftRect down;
  AftRect right;

  lay_out (self, indices, goes_on, 0, rects, parents, &down);
  lay_out (self, indices, goes_on, WHOLE_WAY, rects, parents, &right);

  return down.width > WHOLE_RATIO * down.height && MAX (right.width, right.height) < down.width ? WHOLE_WAY : 0;
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

static gboolean
fits_cb (const GArray   *entries,
         const gboolean *goes_on,
         gpointer        user_data)
{
  return is_whole (user_data) || find_way (user_data, entries, goes_on) < G_N_ELEMENTS (ways);
}

static PangoLayout *
create_title (const Figure       *self,
              const AftTreePiece *piece)
{
  g_autofree char *number = g_strdup_printf ("%u", piece->number);
  g_autofree char *from = g_strdup_printf ("%u", piece->from);
  g_autofree char *title = piece->from > 0 ? aft_words_fill (self->data->words->tree_part_from, number, from, NULL)
                                           : aft_words_fill (self->data->words->tree_part, number, NULL);

  return aft_style_create_text (self->context, AFT_STYLE_FIGURE_STRONG, title, -1, AFT_ALIGN_START);
}

static void
add_panel (Figure             *self,
           const AftTreePiece *piece,
           gboolean            titled,
           gboolean           *goes_on)
{
  const GArray *indices = piece->entries;
  g_autofree AftRect *rects = g_new0 (AftRect, indices->len);
  g_autofree guint32 *parents = g_new0 (guint32, indices->len);
  AftTreePart *part = g_new0 (AftTreePart, 1);
  const double top = titled ? TITLE_HEIGHT : 0;
  double width;
  AftRect bounds;
  guint way;

  part->boxes = g_array_new (FALSE, FALSE, sizeof (AftTreeBox));
  g_array_set_clear_func (part->boxes, box_clear);
  part->words = self->data->words;
  part->context = g_object_ref (self->context);
  part->scale = 1;
  part->title = titled ? create_title (self, piece) : NULL;

  for (guint i = 0; i < piece->seams->len; i++)
    goes_on[g_array_index (piece->seams, AftTreeSeam, i).index] = TRUE;
  way = is_whole (self) ? find_whole_way (self, indices, goes_on) : find_way (self, indices, goes_on);
  if (way == G_N_ELEMENTS (ways))
    way = LAST_WAY;
  part->orientation = ways[way].orientation;
  lay_out (self, indices, goes_on, way, rects, parents, &bounds);
  for (guint i = 0; i < piece->seams->len; i++)
    goes_on[g_array_index (piece->seams, AftTreeSeam, i).index] = FALSE;
  if (bounds.width > self->width || bounds.height + top > self->max_height)
    part->scale = MIN (self->width / bounds.width, (self->max_height - top) / bounds.height);

  for (guint i = 0; i < indices->len; i++)
    {
      const guint32 index = g_array_index (indices, guint32, i);
      const AftTreePiece *next = aft_tree_piece_get_next (piece, index);
      AftTreeBox box = { get_entry (self, index), parents[i] };

      fill_box (self, &box, &ways[way], next != NULL ? next->number : 0);
      box.stacked = ways[way].stacked && aft_tidy_tree_is_stacked (parents, indices->len, i);
      box.rect = rects[i];
      box.rect.y += top;
      g_array_append_val (part->boxes, box);
    }

  width = bounds.width * part->scale;
  if (titled)
    width = MAX (width, aft_text_painter_get_width (part->title, 0));
  g_ptr_array_add (self->panels, aft_panel_new (MIN (width, self->width),
                                                MIN (bounds.height * part->scale + top, self->max_height),
                                                aft_tree_part_draw, part, part_free));
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
  Figure self = { data, context, max_height < AFT_PANEL_UNBOUNDED ? width : AFT_PANEL_UNBOUNDED, max_height, panels };
  g_autoptr(GPtrArray) pieces = NULL;
  g_autofree gboolean *goes_on = NULL;

  if (data->nodes->len == 0)
    return;

  self.places = g_new0 (guint32, data->nodes->len);
  goes_on = g_new0 (gboolean, data->nodes->len);
  pieces = aft_tree_pieces_split (data->nodes, fits_cb, &self);
  for (guint i = 0; i < pieces->len; i++)
    add_panel (&self, g_ptr_array_index (pieces, i), pieces->len > 1, goes_on);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    g_free (self.heights[i]);
  g_free (self.places);
}

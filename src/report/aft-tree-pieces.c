/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-tree-pieces.h"

/* An answer below a question, with what is kept below it so far. */
typedef struct
{
  guint32       question;
  AftTreePiece *piece;      /* owned until it is taken; NULL for a question that nothing stands below */
} Unit;

typedef struct
{
  const GPtrArray  *nodes;
  AftTreeFits       fits;
  gpointer          user_data;
  GPtrArray        *pieces;       /* owned, of AftTreePiece: those that are done */
  AftTreePiece    **kept;         /* of each box, what stands below it and is not in a piece yet */
  guint32          *firsts;       /* of each entry, its first child */
  guint32          *nexts;        /* of each entry, the next child of its parent */
  gboolean         *goes_on;
} Splitter;

static void
piece_free (gpointer data)
{
  AftTreePiece *piece = data;

  g_array_unref (piece->entries);
  g_array_unref (piece->seams);
  g_free (piece);
}

static AftTreePiece *
piece_new (guint32 top)
{
  AftTreePiece *piece = g_new0 (AftTreePiece, 1);

  piece->entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  piece->seams = g_array_new (FALSE, FALSE, sizeof (AftTreeSeam));
  g_array_append_val (piece->entries, top);

  return piece;
}

static void
piece_add_seam (AftTreePiece *piece,
                guint32       index,
                AftTreePiece *next)
{
  const AftTreeSeam seam = { index, next };

  g_array_append_val (piece->seams, seam);
}

static guint32
get_top (const AftTreePiece *piece)
{
  return g_array_index (piece->entries, guint32, 0);
}

static gboolean
fits (Splitter           *self,
      const AftTreePiece *piece)
{
  return self->fits (piece->entries, self->goes_on, self->user_data);
}

/* Adds a unit, with its question where that is not there yet; of one that is cut out only the answer. */
static void
add_unit (AftTreePiece *piece,
          const Unit   *unit,
          gboolean      cut,
          guint32      *question)
{
  if (unit->question != *question)
    g_array_append_val (piece->entries, unit->question);
  *question = unit->question;

  if (unit->piece == NULL)
    return;

  if (cut)
    {
      const guint32 top = get_top (unit->piece);

      g_array_append_val (piece->entries, top);
      return;
    }

  g_array_append_vals (piece->entries, unit->piece->entries->data, unit->piece->entries->len);
  g_array_append_vals (piece->seams, unit->piece->seams->data, unit->piece->seams->len);
}

static gboolean
can_cut (const Unit *unit)
{
  return unit->piece != NULL && unit->piece->entries->len > 1;
}

static gint
compare_units (gconstpointer a,
               gconstpointer b)
{
  const Unit *first = *(const Unit *const *) a;
  const Unit *second = *(const Unit *const *) b;

  /* The largest first; of two alike the later one, so that the beginning stays together. */
  if (first->piece->entries->len != second->piece->entries->len)
    return first->piece->entries->len < second->piece->entries->len ? 1 : -1;

  return first < second ? 1 : -1;
}

/* Everything below a box, without what stands below the first @n_cut of the units in @order. */
static AftTreePiece *
assemble (Splitter        *self,
          guint32          top,
          const GArray    *units,
          const GPtrArray *order,
          guint            n_cut)
{
  AftTreePiece *piece = piece_new (top);
  guint32 question = AFT_TREE_NO_PARENT;

  for (guint i = 0; i < order->len; i++)
    self->goes_on[get_top (((const Unit *) g_ptr_array_index (order, i))->piece)] = i < n_cut;
  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = &g_array_index (units, Unit, i);
      const gboolean cut = can_cut (unit) && self->goes_on[get_top (unit->piece)];

      add_unit (piece, unit, cut, &question);
      if (cut)
        piece_add_seam (piece, get_top (unit->piece), unit->piece);
    }

  return piece;
}

static void
finish_unit (Splitter *self,
             Unit     *unit,
             gboolean  cut)
{
  if (unit->piece == NULL)
    return;

  if (cut)
    g_ptr_array_add (self->pieces, unit->piece);
  else
    piece_free (unit->piece);
  unit->piece = NULL;
}

static gboolean
fits_without (Splitter        *self,
              guint32          top,
              const GArray    *units,
              const GPtrArray *order,
              guint            n_cut)
{
  AftTreePiece *piece = assemble (self, top, units, order, n_cut);
  const gboolean result = fits (self, piece);

  piece_free (piece);

  return result;
}

/* Cuts out as few as will do, the largest first. Returns NULL where that does not help. */
static AftTreePiece *
cut_out (Splitter *self,
         guint32   top,
         GArray   *units)
{
  g_autoptr(GPtrArray) order = g_ptr_array_new ();
  guint too_few = 0;
  guint enough = 0;
  AftTreePiece *piece;

  for (guint i = 0; i < units->len; i++)
    if (can_cut (&g_array_index (units, Unit, i)))
      g_ptr_array_add (order, &g_array_index (units, Unit, i));
  g_ptr_array_sort (order, compare_units);

  if (!fits_without (self, top, units, order, 0))
    {
      enough = order->len;
      if (enough == 0 || !fits_without (self, top, units, order, enough))
        {
          for (guint i = 0; i < order->len; i++)
            self->goes_on[get_top (((const Unit *) g_ptr_array_index (order, i))->piece)] = FALSE;
          return NULL;
        }
    }
  while (enough > too_few + 1)
    {
      const guint middle = too_few + (enough - too_few) / 2;

      if (fits_without (self, top, units, order, middle))
        enough = middle;
      else
        too_few = middle;
    }

  piece = assemble (self, top, units, order, enough);
  for (guint i = 0; i < order->len; i++)
    finish_unit (self, g_ptr_array_index (order, i), i < enough);
  for (guint i = 0; i < units->len; i++)
    finish_unit (self, &g_array_index (units, Unit, i), FALSE);

  return piece;
}

/* Fills one piece after the other with what stands below a box, in its order. Each shows the box again, and
 * the question that it goes on with. Returns the first. */
static AftTreePiece *
fill_pieces (Splitter *self,
             guint32   top,
             GArray   *units)
{
  AftTreePiece *first = piece_new (top);
  AftTreePiece *piece = first;
  guint32 question = AFT_TREE_NO_PARENT;

  /* Whether they go on is known only later; there has to be room for saying so. */
  self->goes_on[top] = TRUE;
  for (guint i = 0; i < units->len; i++)
    {
      Unit *unit = &g_array_index (units, Unit, i);
      const guint32 before = question;
      guint n_entries = piece->entries->len;
      guint n_seams = piece->seams->len;
      gboolean cut = FALSE;

      self->goes_on[unit->question] = TRUE;
      add_unit (piece, unit, FALSE, &question);
      if (n_entries > 1 && !fits (self, piece))
        {
          AftTreePiece *next = piece_new (top);

          g_array_set_size (piece->entries, n_entries);
          g_array_set_size (piece->seams, n_seams);
          piece_add_seam (piece, before == unit->question ? before : top, next);
          g_ptr_array_add (self->pieces, next);
          piece = next;
          n_entries = 1;
          n_seams = 0;
          question = AFT_TREE_NO_PARENT;
          add_unit (piece, unit, FALSE, &question);
        }
      if (n_entries == 1 && can_cut (unit) && !fits (self, piece))
        {
          cut = TRUE;
          g_array_set_size (piece->entries, n_entries);
          g_array_set_size (piece->seams, n_seams);
          question = AFT_TREE_NO_PARENT;
          self->goes_on[get_top (unit->piece)] = TRUE;
          add_unit (piece, unit, TRUE, &question);
          piece_add_seam (piece, get_top (unit->piece), unit->piece);
        }
      finish_unit (self, unit, cut);
    }

  self->goes_on[top] = aft_tree_piece_get_next (first, top) != NULL;

  return first;
}

/* The answers to the questions of a box, each with what is kept below it. */
static GArray *
list_units (Splitter *self,
            guint32   top)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (Unit));

  for (guint32 question = self->firsts[top]; question != AFT_TREE_NO_PARENT; question = self->nexts[question])
    {
      guint32 answer = self->firsts[question];

      if (answer == AFT_TREE_NO_PARENT)
        {
          const Unit alone = { question, NULL };

          g_array_append_val (units, alone);
        }
      for (; answer != AFT_TREE_NO_PARENT; answer = self->nexts[answer])
        {
          const Unit unit = { question, g_steal_pointer (&self->kept[answer]) };

          g_array_append_val (units, unit);
        }
    }

  return units;
}

static void
keep (Splitter *self,
      guint32   top)
{
  g_autoptr(GArray) units = list_units (self, top);

  if (units->len == 0)
    self->kept[top] = piece_new (top);
  else
    {
      self->kept[top] = cut_out (self, top, units);
      if (self->kept[top] == NULL)
        self->kept[top] = fill_pieces (self, top, units);
    }
}

typedef struct
{
  guint   last;       /* the position of the last entry below it */
  guint   position;
  guint   seam;
} Place;

static gint
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->last != second->last)
    return first->last < second->last ? -1 : 1;

  return first->position > second->position ? -1 : first->position < second->position;
}

/* Who reads a piece to its end goes on with what stands below its first answers. */
static void
sort_seams (const Splitter *self,
            AftTreePiece   *piece,
            guint          *positions)
{
  g_autofree guint *lasts = g_new (guint, piece->entries->len);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (AftTreeSeam));

  for (guint i = 0; i < piece->entries->len; i++)
    {
      lasts[i] = i;
      positions[g_array_index (piece->entries, guint32, i)] = i;
    }
  for (guint i = piece->entries->len; i > 1; i--)
    {
      const AftTreeEntry *entry = g_ptr_array_index (self->nodes, g_array_index (piece->entries, guint32, i - 1));
      const guint parent = positions[entry->parent];

      lasts[parent] = MAX (lasts[parent], lasts[i - 1]);
    }

  for (guint i = 0; i < piece->seams->len; i++)
    {
      const guint position = positions[g_array_index (piece->seams, AftTreeSeam, i).index];
      const Place place = { lasts[position], position, i };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (sorted, g_array_index (piece->seams, AftTreeSeam, g_array_index (places, Place, i).seam));

  g_array_unref (piece->seams);
  piece->seams = sorted;
}

/* Returns the pieces in reading order, numbered. */
static GPtrArray *
number_pieces (Splitter     *self,
               AftTreePiece *first)
{
  GPtrArray *numbered = g_ptr_array_new_with_free_func (piece_free);
  g_autoptr(GPtrArray) waiting = g_ptr_array_new ();
  g_autofree guint *positions = g_new0 (guint, self->nodes->len);

  g_ptr_array_add (waiting, first);
  while (waiting->len > 0)
    {
      AftTreePiece *piece = g_ptr_array_steal_index (waiting, waiting->len - 1);

      g_ptr_array_add (numbered, piece);
      piece->number = numbered->len;
      sort_seams (self, piece, positions);
      for (guint i = piece->seams->len; i > 0; i--)
        {
          AftTreePiece *next = g_array_index (piece->seams, AftTreeSeam, i - 1).piece;

          next->from = piece->number;
          g_ptr_array_add (waiting, next);
        }
    }

  return numbered;
}

/**
 * aft_tree_pieces_split:
 * @nodes: (element-type AftTreeEntry): a tree in which questions and boxes alternate, in preorder
 * @fits: (scope call): tells what fits a page
 * @user_data: for @fits
 *
 * Splits a tree into few pieces. From its leaves up, what no longer fits with its brothers becomes a piece
 * of its own, the largest first, so that pages are well filled; more brothers than fit a page follow one
 * another. What fits no page by itself is a piece all the same.
 *
 * Returns: (transfer full) (element-type AftTreePiece): the pieces in reading order
 */
GPtrArray *
aft_tree_pieces_split (const GPtrArray *nodes,
                       AftTreeFits      fits_func,
                       gpointer         user_data)
{
  g_autoptr(GPtrArray) pieces = g_ptr_array_new ();
  Splitter self = { nodes, fits_func, user_data, pieces };
  g_autofree gboolean *is_question = NULL;
  GPtrArray *numbered;

  g_return_val_if_fail (nodes != NULL && nodes->len > 0, NULL);
  g_return_val_if_fail (fits_func != NULL, NULL);

  is_question = g_new0 (gboolean, nodes->len);
  self.kept = g_new0 (AftTreePiece *, nodes->len);
  self.firsts = g_new (guint32, nodes->len);
  self.nexts = g_new (guint32, nodes->len);
  self.goes_on = g_new0 (gboolean, nodes->len);
  for (guint32 i = 0; i < nodes->len; i++)
    {
      const guint32 parent = ((const AftTreeEntry *) g_ptr_array_index (nodes, i))->parent;

      self.firsts[i] = AFT_TREE_NO_PARENT;
      is_question[i] = i > 0 && !is_question[parent];
    }
  for (guint32 i = nodes->len; i > 0; i--)
    {
      const guint32 parent = ((const AftTreeEntry *) g_ptr_array_index (nodes, i - 1))->parent;

      if (!is_question[i - 1])
        keep (&self, i - 1);
      if (i == 1)
        break;
      self.nexts[i - 1] = self.firsts[parent];
      self.firsts[parent] = i - 1;
    }

  numbered = number_pieces (&self, g_steal_pointer (&self.kept[0]));
  g_assert (numbered->len == pieces->len + 1);
  g_free (self.kept);
  g_free (self.firsts);
  g_free (self.nexts);
  g_free (self.goes_on);

  return numbered;
}

/**
 * aft_tree_piece_get_next:
 * @self: a piece
 * @index: the index of an entry
 *
 * Returns: (transfer none) (nullable): where the entry goes on, if it goes on elsewhere
 */
AftTreePiece *
aft_tree_piece_get_next (const AftTreePiece *self,
                         guint32             index)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->seams->len; i++)
    if (g_array_index (self->seams, AftTreeSeam, i).index == index)
      return g_array_index (self->seams, AftTreeSeam, i).piece;

  return NULL;
}

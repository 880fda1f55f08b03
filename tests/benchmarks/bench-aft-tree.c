/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the layout of a tree takes alone: anew, and after one edit, which is a layout anew too. The boxes are those
 * of questions and answers, or mixed: many small ones and a few that are very long or wide. Prints a table, or with
 * --json an array of objects for build-aux/bench; with --trees FOLDER it also writes the trees, so that others can be
 * measured with the same boxes. Fails never on a time, for that is no fact about the code. */

#include "config.h"

#include "aft-tidy-tree.h"

#include <math.h>
#include <time.h>

/* Those of the canvas */
#define LEVEL_GAP 22
#define SIBLING_GAP 14
#define ROOT_GAP 36
#define STACK_INDENT 10

/* Of a question and of an answer */
#define MOST_ANSWERS 4
#define MOST_QUESTIONS 3

static gboolean as_json;
static guint n_rows;

typedef enum
{
  WHYS,
  MIXED,
} Boxes;

static const char * const names[] = { "whys", "mixed" };

typedef struct
{
  Boxes    boxes;
  guint    n;
  guint32 *parents;
  double  *widths;
  double  *heights;
  double  *xs;
  double  *ys;
  AftRect  bounds;
} Tree;

/* Returns the node. */
typedef guint (* EditFunc) (Tree  *tree,
                            GRand *rand);

static const AftTidyTreeParams plain = { AFT_TREE_LEFT_TO_RIGHT, LEVEL_GAP, SIBLING_GAP, ROOT_GAP, FALSE, 0 };
static const AftTidyTreeParams stacking = { AFT_TREE_LEFT_TO_RIGHT, LEVEL_GAP, SIBLING_GAP, ROOT_GAP, TRUE,
                                            STACK_INDENT };

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

static void
print_row (const Tree *tree,
           const char *what,
           GArray     *times)
{
  double median, most;

  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  most = g_array_index (times, double, (guint) (0.95 * (times->len - 1)));

  if (as_json)
    g_print ("%s  { \"nodes\": %u, \"boxes\": \"%s\", \"what\": \"%s\", \"median\": %.5f, \"p95\": %.5f, "
             "\"width\": %.0f, \"height\": %.0f }",
             n_rows > 0 ? ",\n" : "", tree->n, names[tree->boxes], what, median, most, tree->bounds.width,
             tree->bounds.height);
  else
    g_print ("%9u  %-9s %-16s %10.4f %10.4f %9.0f x %.0f\n", tree->n, names[tree->boxes], what, median, most,
             tree->bounds.width, tree->bounds.height);
  n_rows++;
}

/* The box of an answer is wide, with a few lines of text and what belongs to it; that of a question is small. */
static void
choose_size (Tree     *tree,
             GRand    *rand,
             guint     node,
             gboolean  is_question)
{
  if (tree->boxes == MIXED)
    {
      const double wide = 40 / (1 - g_rand_double (rand));
      const double high = 20 / (1 - g_rand_double (rand));

      tree->widths[node] = floor (MIN (wide, 900));
      tree->heights[node] = floor (MIN (high, 600));
    }
  else
    {
      tree->widths[node] = is_question ? 130 : 220;
      tree->heights[node] = is_question ? g_rand_int_range (rand, 30, 61) : g_rand_int_range (rand, 60, 201);
    }
}

/* A problem, its questions, their answers, and so on: each node hangs on any of those before it that has room. There is
 * room for one more node and leaf at the end. */
static Tree *
tree_new (Boxes boxes,
          guint n)
{
  Tree *self = g_new0 (Tree, 1);
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);
  g_autofree guint32 *grown = g_new (guint32, n);
  g_autofree guint32 *firsts = g_new (guint32, n);
  g_autofree guint32 *nexts = g_new (guint32, n);
  g_autofree guint32 *places = g_new (guint32, n);
  g_autofree guint *children = g_new0 (guint, n);
  g_autofree gboolean *is_question = g_new0 (gboolean, n);
  guint32 at = 0;

  self->boxes = boxes;
  self->n = n;
  self->parents = g_new (guint32, (gsize) n + 1);
  self->widths = g_new (double, (gsize) n + 1);
  self->heights = g_new (double, (gsize) n + 1);
  self->xs = g_new0 (double, (gsize) n + 1);
  self->ys = g_new0 (double, (gsize) n + 1);

  firsts[0] = nexts[0] = grown[0] = AFT_TIDY_TREE_ROOT;

  for (guint i = 1; i < n; i++)
    {
      guint parent;

      do
        parent = (guint) g_rand_int_range (rand, 0, (gint32) i);
      while (children[parent] == (is_question[parent] ? MOST_ANSWERS : MOST_QUESTIONS));

      grown[i] = parent;
      children[parent]++;
      is_question[i] = !is_question[parent];
      firsts[i] = AFT_TIDY_TREE_ROOT;
      nexts[i] = firsts[parent];
      firsts[parent] = i;
    }

  /* In preorder: down, else aside, else up to where there is a way aside. */
  for (guint32 i = 0; i < n; i++)
    {
      places[at] = i;
      self->parents[i] = at == 0 ? AFT_TIDY_TREE_ROOT : places[grown[at]];
      choose_size (self, rand, i, is_question[at]);

      if (firsts[at] != AFT_TIDY_TREE_ROOT)
        {
          at = firsts[at];
          continue;
        }

      while (at != 0 && nexts[at] == AFT_TIDY_TREE_ROOT)
        at = grown[at];

      if (at != 0)
        at = nexts[at];
    }

  return self;
}

static void
tree_free (Tree *self)
{
  g_free (self->parents);
  g_free (self->widths);
  g_free (self->heights);
  g_free (self->xs);
  g_free (self->ys);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tree, tree_free)

static void
tree_layout (Tree                    *self,
             const AftTidyTreeParams *params)
{
  if (!aft_tidy_tree_layout (self->parents, self->widths, self->heights, self->n, params, self->xs, self->ys,
                             &self->bounds))
    g_error ("no tree of %u nodes", self->n);
}

/* As when a line is typed */
static guint
grow_box (Tree  *self,
          GRand *rand)
{
  const guint node = (guint) g_rand_int_range (rand, 0, (gint32) self->n);

  self->heights[node] += self->heights[node] < 180 ? 17 : -119;

  return node;
}

static void
remove_node (Tree  *self,
             guint  node)
{
  const gsize behind = self->n - node - 1;

  memmove (self->parents + node, self->parents + node + 1, behind * sizeof (guint32));
  memmove (self->widths + node, self->widths + node + 1, behind * sizeof (double));
  memmove (self->heights + node, self->heights + node + 1, behind * sizeof (double));
  self->n--;

  for (guint i = node; i < self->n; i++)
    self->parents[i] -= self->parents[i] != AFT_TIDY_TREE_ROOT && self->parents[i] > node;
}

/* As when a question is asked: a leaf as the first child of some node. */
static guint
insert_leaf (Tree  *self,
             GRand *rand)
{
  const guint parent = (guint) g_rand_int_range (rand, 0, (gint32) self->n);
  const guint node = parent + 1;
  const gsize behind = self->n - node;

  memmove (self->parents + node + 1, self->parents + node, behind * sizeof (guint32));
  memmove (self->widths + node + 1, self->widths + node, behind * sizeof (double));
  memmove (self->heights + node + 1, self->heights + node, behind * sizeof (double));
  self->n++;

  for (guint i = node + 1; i < self->n; i++)
    self->parents[i] += self->parents[i] != AFT_TIDY_TREE_ROOT && self->parents[i] >= node;

  self->parents[node] = parent;
  choose_size (self, rand, node, self->widths[parent] > 200);

  return node;
}

/* The edit itself is part of the time. */
static void
measure (Boxes                    boxes,
         guint                    n_nodes,
         const char              *what,
         const AftTidyTreeParams *params,
         EditFunc                 edit)
{
  const guint n_times = CLAMP (4000000 / n_nodes, 101, 2001);
  g_autoptr(Tree) tree = tree_new (boxes, n_nodes);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GArray) times = g_array_sized_new (FALSE, FALSE, sizeof (double), n_times);

  tree_layout (tree, params);

  for (guint i = 0; i < n_times; i++)
    {
      const double start = now ();
      guint node = 0;
      double time;

      if (edit != NULL)
        node = edit (tree, rand);

      tree_layout (tree, params);
      time = now () - start;
      g_array_append_val (times, time);

      if (tree->n > n_nodes)
        remove_node (tree, node);
    }

  print_row (tree, what, times);
}

static void
append_numbers (GString      *text,
                const char   *name,
                const double *numbers,
                guint         n)
{
  g_string_append_printf (text, ",\n  \"%s\": [", name);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%.0f", i > 0 ? "," : "", numbers[i]);

  g_string_append (text, "]");
}

static gboolean
write_tree (Boxes       boxes,
            guint       n_nodes,
            const char *folder)
{
  g_autoptr(Tree) tree = tree_new (boxes, n_nodes);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("tree-%u-%s.json", n_nodes, names[boxes]);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_string_append_printf (text, "{\n  \"level_gap\": %d,\n  \"sibling_gap\": %d,\n  \"parents\": [", LEVEL_GAP,
                          SIBLING_GAP);

  /* The first is the root. */
  for (guint i = 0; i < n_nodes; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? "," : "", i == 0 ? -1 : (int) tree->parents[i]);

  g_string_append (text, "]");
  append_numbers (text, "widths", tree->widths, n_nodes);
  append_numbers (text, "heights", tree->heights, n_nodes);
  g_string_append (text, "\n}\n");

  if (g_file_set_contents (path, text->str, (gssize) text->len, &error))
    return TRUE;

  g_printerr ("%s\n", error->message);

  return FALSE;
}

static void
run (guint n_nodes)
{
  measure (WHYS, n_nodes, "layout", &plain, NULL);
  measure (WHYS, n_nodes, "a box grown", &plain, grow_box);
  measure (WHYS, n_nodes, "a leaf inserted", &plain, insert_leaf);
  measure (WHYS, n_nodes, "layout, stacked", &stacking, NULL);
  measure (MIXED, n_nodes, "layout", &plain, NULL);
  measure (MIXED, n_nodes, "layout, stacked", &stacking, NULL);
}

int
main (int   argc,
      char *argv[])
{
  const guint all[] = { 100, 1000, 10000, 100000 };
  const char *folder = NULL;
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--json"))
        {
          as_json = TRUE;
        }
      else if (g_str_equal (argv[i], "--trees") && i + 1 < argc)
        {
          folder = argv[++i];
        }
      else
        {
          guint n_nodes = (guint) CLAMP (g_ascii_strtoull (argv[i], NULL, 10), 10, 10000000);

          g_array_append_val (counts, n_nodes);
        }
    }

  if (counts->len == 0)
    g_array_append_vals (counts, all, G_N_ELEMENTS (all));

  if (as_json)
    g_print ("[\n");
  else
    g_print ("%9s  %-9s %-16s %10s %10s %9s\n", "nodes", "boxes", "", "median ms", "95 % ms", "size");

  for (guint i = 0; i < counts->len; i++)
    {
      const guint n_nodes = g_array_index (counts, guint, i);

      if (folder != NULL && !(write_tree (WHYS, n_nodes, folder) && write_tree (MIXED, n_nodes, folder)))
        return 1;

      run (n_nodes);
    }

  if (as_json)
    g_print ("\n]\n");

  return 0;
}

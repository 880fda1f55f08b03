/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-answer.h"
#include "aft-corrective-action.h"
#include "aft-document.h"
#include "aft-event.h"
#include "aft-lesson.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-measure.h"

/* How high the texts of the boxes are, without making boxes. Laying out a text takes some 30 µs, so
 * each is kept, and for a large forest it is at first only reckoned from the widths of the letters;
 * what comes into sight is measured. */

/* The usual size of a text, in pixels. */
#define USUAL_SIZE 14.667

/* The most texts that are kept. */
#define MAX_KEPT 400000

struct _AftWhysMeasure
{
  GtkWidget    *widget;      /* not owned: it owns this */
  GHashTable   *kept;        /* item → Kept; the items are only numbers here */
  PangoLayout  *layout;
  PangoFontDescription *plain;
  PangoFontDescription *strong;
  PangoFontDescription *slanted;
  AftItem      *draft_item;
  char         *draft;
  AftWhysStyle  style;
  double        resolution;
  double        line_height;
  double        advances[128];
};

typedef struct
{
  guint    hash;
  float    width;
  float    height;
  gboolean exact;
} Kept;

/**
 * aft_whys_item_get_text:
 * @item: a problem, question or answer
 *
 * Returns: (transfer none): what stands in its box, in an empty one what is to be written there
 */
const char *
aft_whys_item_get_text (AftItem *item)
{
  const char *text = aft_item_get_heading (item);

  if (text[0] != '\0')
    return text;
  if (AFT_IS_PROBLEM (item))
    return _("What happened?");

  return AFT_IS_QUESTION (item) ? _("Why?") : _("Because…");
}

/**
 * aft_whys_item_has_footer:
 * @item: a problem, question or answer
 * @folded: whether what is below it is hidden
 *
 * Returns: whether a line stands below its text
 */
gboolean
aft_whys_item_has_footer (AftItem  *item,
                          gboolean  folded)
{
  return AFT_IS_ANSWER (item) || (AFT_IS_PROBLEM (item) && (folded || aft_problem_get_went_well (AFT_PROBLEM (item))));
}

static void
add_found (AftDocument       *document,
           const char *const *ids,
           GPtrArray         *found)
{
  for (gsize i = 0; ids[i] != NULL; i++)
    {
      AftItem *item = aft_document_find (document, ids[i]);

      if (item != NULL)
        g_ptr_array_add (found, item);
    }
}

/**
 * aft_whys_item_list_links_of:
 * @answer: an answer
 * @type: events, lessons, corrective actions, or the answer it is the same as
 *
 * Returns: (transfer container) (element-type AftItem): what the answer is linked to, of one kind
 */
GPtrArray *
aft_whys_item_list_links_of (AftItem *answer,
                             GType    type)
{
  AftDocument *document = aft_item_get_document (answer);
  GPtrArray *found;

  g_return_val_if_fail (AFT_IS_ANSWER (answer), NULL);

  if (document != NULL && (type == AFT_TYPE_LESSON || type == AFT_TYPE_CORRECTIVE_ACTION))
    return aft_document_get_referrers (document, answer, type, "answers");

  found = g_ptr_array_new ();
  if (document != NULL && type == AFT_TYPE_EVENT)
    {
      add_found (document, aft_answer_get_events (AFT_ANSWER (answer)), found);
    }
  else if (document != NULL && type == AFT_TYPE_ANSWER)
    {
      const char *const same[] = { aft_answer_get_same_as (AFT_ANSWER (answer)), NULL };

      add_found (document, same, found);
    }

  return found;
}

/**
 * aft_whys_item_list_links:
 * @answer: an answer
 *
 * Returns: (transfer container) (element-type AftItem): everything the answer is linked to
 */
GPtrArray *
aft_whys_item_list_links (AftItem *answer)
{
  const GType types[] = { AFT_TYPE_EVENT, AFT_TYPE_LESSON, AFT_TYPE_CORRECTIVE_ACTION, AFT_TYPE_ANSWER };
  GPtrArray *all = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_ptr_array_extend_and_steal (all, aft_whys_item_list_links_of (answer, types[i]));

  return all;
}

/**
 * aft_whys_item_has_links:
 * @item: a problem, question or answer
 *
 * Returns: whether its row in an outline says more than its text and state
 */
gboolean
aft_whys_item_has_links (AftItem *item)
{
  g_autoptr(GPtrArray) links = NULL;

  if (!AFT_IS_ANSWER (item))
    return AFT_IS_PROBLEM (item) && aft_problem_get_went_well (AFT_PROBLEM (item));
  if (aft_answer_get_contributing_factor (AFT_ANSWER (item)))
    return TRUE;

  links = aft_whys_item_list_links (item);

  return links->len > 0;
}

static void
free_fonts (AftWhysMeasure *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->plain, pango_font_description_free);
  g_clear_pointer (&self->strong, pango_font_description_free);
  g_clear_pointer (&self->slanted, pango_font_description_free);
}

static void
read_fonts (AftWhysMeasure *self)
{
  PangoContext *context = gtk_widget_get_pango_context (self->widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  PangoRectangle extents;
  double unit;

  if (!pango_font_description_get_size_is_absolute (font))
    size *=
      pango_cairo_context_get_resolution (context) > 0 ? pango_cairo_context_get_resolution (context) / 72 : 96.0 / 72;
  unit = size > 0 ? size / USUAL_SIZE : 1;
  self->style = (AftWhysStyle) { unit, 10, 4, 220 * unit, 150 * unit, 24 * unit, 22 * unit, 150 * unit, 2 };

  free_fonts (self);
  self->resolution = pango_cairo_context_get_resolution (context);
  self->plain = pango_font_description_copy (font);
  self->strong = pango_font_description_copy (font);
  pango_font_description_set_weight (self->strong, PANGO_WEIGHT_BOLD);
  self->slanted = pango_font_description_copy (font);
  pango_font_description_set_style (self->slanted, PANGO_STYLE_ITALIC);
  self->layout = gtk_widget_create_pango_layout (self->widget, NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (self->layout, -AFT_WHYS_MAX_LINES);

  for (char letter = ' '; letter < 127; letter++)
    {
      pango_layout_set_text (self->layout, &letter, 1);
      pango_layout_get_extents (self->layout, NULL, &extents);
      self->advances[(int) letter] = extents.width / (double) PANGO_SCALE;
      self->line_height = extents.height / (double) PANGO_SCALE;
    }
}

/**
 * aft_whys_measure_new:
 * @widget: whose fonts to use; it has to outlive the measure
 *
 * Returns: (transfer full): a measure
 */
AftWhysMeasure *
aft_whys_measure_new (GtkWidget *widget)
{
  AftWhysMeasure *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_new0 (AftWhysMeasure, 1);
  self->widget = widget;
  self->kept = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  read_fonts (self);

  return self;
}

/**
 * aft_whys_measure_free:
 * @self: (transfer full): a measure
 */
void
aft_whys_measure_free (AftWhysMeasure *self)
{
  g_hash_table_unref (self->kept);
  free_fonts (self);
  g_free (self->draft);
  g_free (self);
}

/**
 * aft_whys_measure_reset:
 * @self: a measure
 *
 * Looks at the fonts again, after the widget's style changed.
 *
 * Returns: whether they are others, so that everything has to be measured again
 */
gboolean
aft_whys_measure_reset (AftWhysMeasure *self)
{
  PangoContext *context;

  g_return_val_if_fail (self != NULL, FALSE);

  context = gtk_widget_get_pango_context (self->widget);
  if (pango_font_description_equal (self->plain, pango_context_get_font_description (context)) &&
      ABS (self->resolution - pango_cairo_context_get_resolution (context)) < 0.01)
    return FALSE;

  g_hash_table_remove_all (self->kept);
  read_fonts (self);

  return TRUE;
}

/**
 * aft_whys_measure_get_style:
 * @self: a measure
 *
 * Returns: (transfer none): the measures of the boxes
 */
const AftWhysStyle *
aft_whys_measure_get_style (AftWhysMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->style;
}

/**
 * aft_whys_measure_set_draft:
 * @self: a measure
 * @item: (nullable): what is being written, or %NULL for nothing
 * @text: (nullable): its text as it stands on the screen
 *
 * Lets a box grow with what is typed in it.
 */
void
aft_whys_measure_set_draft (AftWhysMeasure *self,
                            AftItem        *item,
                            const char     *text)
{
  g_return_if_fail (self != NULL && (item == NULL) == (text == NULL));

  self->draft_item = item;
  g_free (self->draft);
  self->draft = g_strdup (text);
}

/* Breaks lines as an editor would, by the widths of the letters alone. Returns a negative number
 * for what is not plain ASCII. */
static double
reckon (AftWhysMeasure *self,
        const char     *text,
        double          width)
{
  double line = 0;
  double word = 0;
  int n_lines = 1;

  for (const char *at = text; *at != '\0'; at++)
    {
      const unsigned char letter = (unsigned char) *at;

      if (letter >= 127 || (letter < ' ' && letter != '\n'))
        return -1;
      if (letter == '\n')
        {
          n_lines++;
          line = word = 0;
          continue;
        }
      word = letter == ' ' || letter == '-' ? 0 : word + self->advances[letter];
      line += self->advances[letter];
      if (line > width && letter != ' ')
        {
          n_lines++;
          /* The word goes to the next line; one that is longer than a line is broken. */
          line = word = word < width && word > 0 ? word : self->advances[letter];
        }
      if (n_lines > AFT_WHYS_MAX_LINES)
        return AFT_WHYS_MAX_LINES * self->line_height;
    }

  return n_lines * self->line_height;
}

/* In the font that the style sheet gives to a box of this kind. */
static double
measure (AftWhysMeasure *self,
         AftItem        *item,
         const char     *text,
         double          width)
{
  const gboolean empty = aft_item_get_heading (item)[0] == '\0';
  int height;

  pango_layout_set_font_description (self->layout, AFT_IS_PROBLEM (item)              ? self->strong
                                                   : AFT_IS_QUESTION (item) || empty ? self->slanted
                                                                                      : self->plain);

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_get_pixel_size (self->layout, NULL, &height);

  return height;
}

/**
 * aft_whys_measure_box:
 * @self: a measure
 * @item: a problem, question or answer
 * @text_width: how wide its text may be, in pixels
 * @exact: whether to measure; else it may be reckoned
 * @height: (inout): how high its text is, in pixels; read as what it was taken to be before
 *
 * Returns: whether @height was measured
 */
gboolean
aft_whys_measure_box (AftWhysMeasure *self,
                      AftItem        *item,
                      double          text_width,
                      gboolean        exact,
                      double         *height)
{
  const char *text = item == self->draft_item ? self->draft : aft_whys_item_get_text (item);
  const guint hash = g_str_hash (text);
  Kept *kept = g_hash_table_lookup (self->kept, item);
  double found = -1;

  if (kept != NULL && kept->hash == hash && kept->width == (float) text_width && (kept->exact || !exact))
    {
      *height = kept->height;
      return kept->exact;
    }

  if (!exact)
    found = reckon (self, text, text_width);
  if (found < 0)
    {
      found = measure (self, item, text, text_width);
      exact = TRUE;
    }

  if (kept == NULL)
    {
      if (g_hash_table_size (self->kept) > MAX_KEPT)
        g_hash_table_remove_all (self->kept);
      kept = g_new (Kept, 1);
      g_hash_table_insert (self->kept, item, kept);
    }
  *kept = (Kept) { hash, (float) text_width, (float) found, exact };
  *height = kept->height;

  return exact;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-block-equal.h"
#include "aft-figure-picture.h"
#include "aft-figure-timeline.h"
#include "aft-figure-tree.h"
#include "aft-flow-cache.h"

typedef struct
{
  PangoLayout *layout;       /* owned; NULL of what was only measured */
  double       natural;
  double       minimum;
  guint        used;         /* by which layout of the report */
} Text;

struct _AftFlowCache
{
  char         *language;    /* owned, nullable before the first layout */
  PangoContext *context;     /* owned */
  GHashTable   *texts;       /* owned: GBytes to Text */
  GPtrArray    *figures;     /* owned: of AftFlowFigure */
  guint         current;
  guint         n_made;
};

static void
text_free (gpointer data)
{
  Text *text = data;

  g_clear_object (&text->layout);
  g_free (text);
}

static void
figure_clear (gpointer data)
{
  AftFlowFigure *self = data;

  g_ptr_array_unref (self->panels);
  aft_figure_data_unref (self->data);
}

/**
 * aft_flow_figure_ref:
 * @self: a figure
 *
 * Returns: (transfer full): @self
 */
AftFlowFigure *
aft_flow_figure_ref (AftFlowFigure *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * aft_flow_figure_unref:
 * @self: (transfer full): a figure
 */
void
aft_flow_figure_unref (AftFlowFigure *self)
{
  g_atomic_rc_box_release_full (self, figure_clear);
}

/**
 * aft_flow_cache_new:
 *
 * Returns: (transfer full): an empty cache
 */
AftFlowCache *
aft_flow_cache_new (void)
{
  AftFlowCache *self = g_rc_box_new0 (AftFlowCache);

  self->texts = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, text_free);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_flow_figure_unref);

  return self;
}

/**
 * aft_flow_cache_ref:
 * @self: a cache
 *
 * Returns: (transfer full): @self
 */
AftFlowCache *
aft_flow_cache_ref (AftFlowCache *self)
{
  return g_rc_box_acquire (self);
}

static void
cache_clear (gpointer data)
{
  AftFlowCache *self = data;

  g_hash_table_unref (self->texts);
  g_ptr_array_unref (self->figures);
  g_clear_object (&self->context);
  g_free (self->language);
}

/**
 * aft_flow_cache_unref:
 * @self: (transfer full): a cache
 */
void
aft_flow_cache_unref (AftFlowCache *self)
{
  g_rc_box_release_full (self, cache_clear);
}

/**
 * aft_flow_cache_begin:
 * @self: a cache
 * @language: the language of the report
 *
 * A layout begins. In another language everything is measured anew.
 */
void
aft_flow_cache_begin (AftFlowCache *self,
                      const char   *language)
{
  self->current++;
  if (g_strcmp0 (self->language, language) == 0)
    return;

  g_hash_table_remove_all (self->texts);
  g_ptr_array_set_size (self->figures, 0);
  g_clear_object (&self->context);
  g_free (self->language);
  self->language = g_strdup (language);
  self->context = aft_style_create_context (language);
}

static gboolean
is_unused (gpointer key,
           gpointer value,
           gpointer user_data)
{
  return ((Text *) value)->used != ((AftFlowCache *) user_data)->current;
}

/**
 * aft_flow_cache_end:
 * @self: a cache
 *
 * The layout is complete: forgets what it had no use for.
 */
void
aft_flow_cache_end (AftFlowCache *self)
{
  g_hash_table_foreach_remove (self->texts, is_unused, self);
  for (guint i = self->figures->len; i > 0; i--)
    if (((AftFlowFigure *) g_ptr_array_index (self->figures, i - 1))->used != self->current)
      g_ptr_array_remove_index (self->figures, i - 1);
}

/**
 * aft_flow_cache_get_context:
 * @self: a cache, after aft_flow_cache_begin()
 *
 * Returns: (transfer none): the context of all its texts
 */
PangoContext *
aft_flow_cache_get_context (AftFlowCache *self)
{
  return self->context;
}

/* What a text is for; the same words may be needed in each way. */
typedef enum
{
  PURPOSE_RUNS,
  PURPOSE_TEXT,
  PURPOSE_MEASURE,
} Purpose;

static void
append_string (GString    *key,
               const char *string)
{
  const gsize length = string != NULL ? strlen (string) : G_MAXSIZE;

  g_string_append_len (key, (const char *) &length, sizeof length);
  if (string != NULL)
    g_string_append_len (key, string, (gssize) length);
}

static GString *
begin_key (Purpose      purpose,
           AftTextStyle style,
           double       width,
           guint        how)
{
  const guint head[] = { purpose, style, how };
  GString *key = g_string_sized_new (128);

  g_string_append_len (key, (const char *) head, sizeof head);
  g_string_append_len (key, (const char *) &width, sizeof width);

  return key;
}

static void
append_runs (GString       *key,
             const AftRuns *runs)
{
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AftRun *run = g_ptr_array_index (runs, i);

      g_string_append_len (key, (const char *) &run->style, sizeof run->style);
      append_string (key, run->text);
      append_string (key, run->link);
    }
}

/* Returns the text of that key, which is made if nobody asked for it before. */
static Text *
look_up (AftFlowCache *self,
         GString      *key,
         gboolean     *is_new)
{
  GBytes *bytes = g_string_free_to_bytes (key);
  Text *text = g_hash_table_lookup (self->texts, bytes);

  *is_new = text == NULL;
  if (text == NULL)
    {
      text = g_new0 (Text, 1);
      g_hash_table_insert (self->texts, bytes, text);
      self->n_made++;
    }
  else
    g_bytes_unref (bytes);
  text->used = self->current;

  return text;
}

/**
 * aft_flow_cache_create_layout:
 * @self: a cache
 * @style: what the text is
 * @runs: (nullable): the text
 * @width: where lines end, in points; negative for nowhere
 * @align: how lines stand
 *
 * Returns: (transfer full): the text, laid out; not to be changed
 */
PangoLayout *
aft_flow_cache_create_layout (AftFlowCache  *self,
                              AftTextStyle   style,
                              const AftRuns *runs,
                              double         width,
                              AftAlign       align)
{
  GString *key = begin_key (PURPOSE_RUNS, style, width, align);
  gboolean is_new;
  Text *text;

  append_runs (key, runs);
  text = look_up (self, key, &is_new);
  if (is_new)
    text->layout = aft_style_create_layout (self->context, style, runs, width, align);

  return g_object_ref (text->layout);
}

/**
 * aft_flow_cache_create_text:
 * @self: a cache
 * @style: what the text is
 * @string: the text
 * @width: where lines end, in points; negative for nowhere
 * @ellipsize: whether it is cut to one line, and where
 *
 * Returns: (transfer full): the text, laid out; not to be changed
 */
PangoLayout *
aft_flow_cache_create_text (AftFlowCache       *self,
                            AftTextStyle        style,
                            const char         *string,
                            double              width,
                            PangoEllipsizeMode  ellipsize)
{
  GString *key = begin_key (PURPOSE_TEXT, style, width, ellipsize);
  gboolean is_new;
  Text *text;

  append_string (key, string);
  text = look_up (self, key, &is_new);
  if (is_new)
    {
      text->layout = aft_style_create_text (self->context, style, string, width, AFT_ALIGN_START);
      if (ellipsize != PANGO_ELLIPSIZE_NONE)
        {
          pango_layout_set_height (text->layout, -1);
          pango_layout_set_ellipsize (text->layout, ellipsize);
        }
    }

  return g_object_ref (text->layout);
}

/**
 * aft_flow_cache_measure:
 * @self: a cache
 * @style: what the text is
 * @runs: (nullable): the text
 * @natural: (out): its width in one line, in points
 * @minimum: (out): the width of its longest word, in points
 */
void
aft_flow_cache_measure (AftFlowCache  *self,
                        AftTextStyle   style,
                        const AftRuns *runs,
                        double        *natural,
                        double        *minimum)
{
  GString *key = begin_key (PURPOSE_MEASURE, style, -1, 0);
  gboolean is_new;
  Text *text;

  append_runs (key, runs);
  text = look_up (self, key, &is_new);
  if (is_new)
    {
      g_autoptr(PangoLayout) layout = aft_style_create_layout (self->context, style, runs, -1, AFT_ALIGN_START);
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      text->natural = (double) logical.width / PANGO_SCALE;
      if (logical.width > 60 * PANGO_SCALE)
        {
          pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
          pango_layout_set_width (layout, 0);
          pango_layout_get_extents (layout, NULL, &logical);
        }
      text->minimum = (double) logical.width / PANGO_SCALE;
    }

  *natural = text->natural;
  *minimum = text->minimum;
}

static AftFlowFigure *
find_figure (AftFlowCache        *self,
             const AftFigureData *data,
             double               width,
             double               max_height)
{
  for (guint i = 0; i < self->figures->len; i++)
    {
      AftFlowFigure *figure = g_ptr_array_index (self->figures, i);

      if (figure->width == width && figure->max_height == max_height && aft_figure_data_equal (figure->data, data))
        return figure;
    }

  return NULL;
}

/**
 * aft_flow_cache_create_figure:
 * @self: a cache
 * @data: what it is drawn from
 * @width: how wide it may be, in points
 * @max_height: how high a panel of it may be, in points
 *
 * Returns: (transfer full): the figure
 */
AftFlowFigure *
aft_flow_cache_create_figure (AftFlowCache  *self,
                              AftFigureData *data,
                              double         width,
                              double         max_height)
{
  AftFlowFigure *figure = find_figure (self, data, width, max_height);

  if (figure == NULL)
    {
      figure = g_atomic_rc_box_new0 (AftFlowFigure);
      figure->data = aft_figure_data_ref (data);
      figure->panels = aft_panels_new ();
      figure->width = width;
      figure->max_height = max_height;
      switch (data->kind)
        {
        case AFT_FIGURE_TIMELINE:
          aft_figure_timeline_add_panels (data, self->context, width, max_height, figure->panels);
          break;
        case AFT_FIGURE_TREE:
          aft_figure_tree_add_panels (data, self->context, width, max_height, figure->panels);
          break;
        case AFT_FIGURE_PICTURE:
        default:
          aft_figure_picture_add_panels (data, self->context, width, max_height, figure->panels);
          break;
        }
      g_ptr_array_add (self->figures, figure);
      self->n_made++;
    }
  figure->used = self->current;

  return aft_flow_figure_ref (figure);
}

/**
 * aft_flow_cache_get_n_made:
 * @self: a cache
 *
 * Returns: how many texts and figures it had to make since it is there; tests count them
 */
guint
aft_flow_cache_get_n_made (AftFlowCache *self)
{
  return self->n_made;
}

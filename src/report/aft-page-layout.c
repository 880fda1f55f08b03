/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-page-layout-private.h"
#include "aft-page-painter.h"

/* A report longer than this has a table of contents. */
#define CONTENTS_FROM 4

static double
get_body_height (AftPages *self)
{
  return self->height - AFT_PAGE_MARGIN_TOP - AFT_PAGE_MARGIN_BOTTOM;
}

static GArray *
add_page (AftPages *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (AftPlacedBox));

  g_ptr_array_add (self->pages, page);
  return page;
}

static void
place (GArray   *page,
       AftBox   *box,
       double   *y,
       gboolean  repeated)
{
  AftPlacedBox placed = { box, AFT_PAGE_MARGIN_TOP, repeated };

  if (page->len > 0 && !repeated)
    *y += box->space;
  placed.y += *y;
  *y += box->height;
  g_array_append_val (page, placed);
}

/* The boxes from @first on that stay together. */
static guint
find_group (GPtrArray *boxes,
            guint      first,
            double    *height)
{
  guint end = first;

  *height = 0;
  do
    {
      const AftBox *box = g_ptr_array_index (boxes, end);

      *height += box->height + (end > first ? box->space : 0);
      end++;
    }
  while (end < boxes->len && ((AftBox *) g_ptr_array_index (boxes, end))->glued);

  return end;
}

static GArray *
begin_page (AftPages *self,
            AftBox   *box,
            double   *y)
{
  GArray *page = add_page (self);

  *y = 0;
  if (box->head != NULL)
    place (page, box->head, y, TRUE);

  return page;
}

/* Groups go on the page as long as they fit. One that is taller than a page breaks anywhere. */
static void
paginate (AftPages *self)
{
  GPtrArray *boxes = self->flow->boxes;
  const double body = get_body_height (self);
  GArray *page;
  double y = 0;

  g_ptr_array_set_size (self->pages, 0);
  page = add_page (self);
  for (guint i = 0; i < boxes->len;)
    {
      double height;
      const guint end = find_group (boxes, i, &height);
      AftBox *first = g_ptr_array_index (boxes, i);
      const double space = page->len > 0 ? first->space : 0;

      if (page->len > 0 && y + space + height > body + 0.01)
        page = begin_page (self, first, &y);

      for (; i < end; i++)
        {
          AftBox *box = g_ptr_array_index (boxes, i);

          if (page->len > 0 && y + box->space + box->height > body + 0.01)
            page = begin_page (self, box, &y);
          place (page, box, &y, FALSE);
        }
    }
}

static void
find_headings (AftPages *self)
{
  g_array_set_size (self->headings, 0);
  for (guint i = 0; i < self->pages->len; i++)
    {
      const GArray *page = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < page->len; j++)
        {
          const AftPlacedBox *placed = &g_array_index (page, AftPlacedBox, j);
          const AftPageHeading heading = { placed->box, i, placed->y };

          if (placed->box->level > 0 && !placed->repeated)
            g_array_append_val (self->headings, heading);
          for (guint k = 0; placed->box->anchors != NULL && k < placed->box->anchors->len; k++)
            g_hash_table_add (self->anchors, g_ptr_array_index (placed->box->anchors, k));
        }
    }
}

/* Behind the title block. */
static guint
find_first_heading (AftPages *self)
{
  for (guint i = 0; i < self->flow->boxes->len; i++)
    if (((AftBox *) g_ptr_array_index (self->flow->boxes, i))->level > 0)
      return i;

  return self->flow->boxes->len;
}

struct _AftPageRun
{
  AftPages     *pages;      /* owned */
  AftFlowCache *cache;      /* owned */
  gboolean      complete;
};

/**
 * aft_page_run_new:
 * @report: a report
 * @cache: (nullable): what was laid out before; each run with it forgets what it had no use for
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Begins to lay out a report. Free the run to cancel it.
 *
 * Returns: (transfer full): a run
 */
AftPageRun *
aft_page_run_new (AftReport    *report,
                  AftFlowCache *cache,
                  double        width,
                  double        height)
{
  AftPageRun *self;
  AftPages *pages;

  g_return_val_if_fail (report != NULL, NULL);

  pages = g_new0 (AftPages, 1);
  pages->report = aft_report_ref (report);
  pages->width = MAX (width, 240);
  pages->height = MAX (height, 320);
  pages->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  pages->headings = g_array_new (FALSE, FALSE, sizeof (AftPageHeading));
  pages->anchors = g_hash_table_new (g_str_hash, g_str_equal);

  self = g_new0 (AftPageRun, 1);
  self->pages = pages;
  self->cache = cache != NULL ? aft_flow_cache_ref (cache) : aft_flow_cache_new ();
  pages->flow = aft_flow_new (report, self->cache, AFT_PAGE_MARGIN_SIDE, pages->width - 2 * AFT_PAGE_MARGIN_SIDE,
                              get_body_height (pages));

  return self;
}

/**
 * aft_page_run_free:
 * @self: (nullable): a run, complete or not
 */
void
aft_page_run_free (AftPageRun *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->pages, aft_pages_free);
  aft_flow_cache_unref (self->cache);
  g_free (self);
}

/**
 * aft_page_run_step:
 * @self: a run
 *
 * Does the next small piece of the work: a paragraph, a row of a table or a figure. The last breaks
 * everything into pages, which is quick.
 *
 * Returns: whether there is more to do
 */
gboolean
aft_page_run_step (AftPageRun *self)
{
  AftPages *pages;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->complete)
    return FALSE;

  pages = self->pages;
  if (aft_flow_step (pages->flow))
    return TRUE;

  paginate (pages);
  if (pages->pages->len > CONTENTS_FROM)
    {
      aft_flow_add_contents (pages->flow, find_first_heading (pages));
      paginate (pages);
    }
  find_headings (pages);
  aft_flow_cache_end (self->cache);
  g_clear_pointer (&pages->flow->cache, aft_flow_cache_unref);
  self->complete = TRUE;

  return FALSE;
}

/**
 * aft_page_run_finish:
 * @self: (transfer full): a run
 *
 * Does what is left to do at once.
 *
 * Returns: (transfer full): the pages; always at least one
 */
AftPages *
aft_page_run_finish (AftPageRun *self)
{
  AftPages *pages;

  g_return_val_if_fail (self != NULL, NULL);

  while (aft_page_run_step (self))
    ;
  pages = g_steal_pointer (&self->pages);
  aft_page_run_free (self);

  return pages;
}

/**
 * aft_pages_new:
 * @report: a report
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Returns: (transfer full): its pages; always at least one
 */
AftPages *
aft_pages_new (AftReport *report,
               double     width,
               double     height)
{
  g_return_val_if_fail (report != NULL, NULL);

  return aft_page_run_finish (aft_page_run_new (report, NULL, width, height));
}

/**
 * aft_pages_free:
 * @self: (nullable): pages
 */
void
aft_pages_free (AftPages *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->anchors);
  g_array_unref (self->headings);
  g_ptr_array_unref (self->pages);
  aft_flow_free (self->flow);
  aft_report_unref (self->report);
  g_free (self);
}

/**
 * aft_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
aft_pages_get_n_pages (AftPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * aft_pages_get_size:
 * @self: pages
 * @width: (out): of the paper, in points
 * @height: (out): of the paper, in points
 */
void
aft_pages_get_size (AftPages *self,
                    double   *width,
                    double   *height)
{
  g_return_if_fail (self != NULL);

  *width = self->width;
  *height = self->height;
}

/**
 * aft_pages_draw:
 * @self: pages
 * @page: which, from 0
 * @cr: where to; a point is a unit
 *
 * Draws a page without its paper.
 */
void
aft_pages_draw (AftPages *self,
                guint     page,
                cairo_t  *cr)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->pages->len);

  aft_page_painter_draw (self, page, cr, NULL);
}

/**
 * aft_pages_get_n_headings:
 * @self: pages
 *
 * Returns: how many headings there are, for an outline
 */
guint
aft_pages_get_n_headings (AftPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->headings->len;
}

/**
 * aft_pages_get_heading:
 * @self: pages
 * @index: which, in order
 * @title: (out) (optional) (transfer none): its text
 * @level: (out) (optional): 2 for a section, more below
 * @page: (out) (optional): its page, from 0
 *
 * Returns: whether there is such a heading
 */
gboolean
aft_pages_get_heading (AftPages    *self,
                       guint        index,
                       const char **title,
                       guint       *level,
                       guint       *page)
{
  const AftPageHeading *heading;

  g_return_val_if_fail (self != NULL, FALSE);

  if (index >= self->headings->len)
    return FALSE;

  heading = &g_array_index (self->headings, AftPageHeading, index);
  if (title != NULL)
    *title = heading->box->title;
  if (level != NULL)
    *level = heading->box->level;
  if (page != NULL)
    *page = heading->page;

  return TRUE;
}

/**
 * aft_pages_get_heading_y:
 * @self: pages
 * @index: which, in order
 *
 * Returns: how far below the head of its page the heading is, in points; 0 where there is no such heading
 */
double
aft_pages_get_heading_y (AftPages *self,
                         guint     index)
{
  g_return_val_if_fail (self != NULL, 0);

  return index < self->headings->len ? g_array_index (self->headings, AftPageHeading, index).y : 0;
}

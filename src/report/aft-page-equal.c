/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-page-layout-private.h"

static gboolean
decor_same (const AftDecor *a,
            const AftDecor *b)
{
  for (; a != NULL && b != NULL; a = a->parent, b = b->parent)
    if (a->filled != b->filled || a->strong != b->strong || a->x != b->x || a->width != b->width)
      return FALSE;

  return a == b;
}

/* Texts are the same ones where nobody changed them, see AftFlowCache. */
static gboolean
cells_same (const AftBox *a,
            const AftBox *b)
{
  if (a->cells == NULL || b->cells == NULL || a->cells->len != b->cells->len)
    return a->cells == b->cells;

  for (guint i = 0; i < a->cells->len; i++)
    {
      const AftCell *first = g_ptr_array_index (a->cells, i);
      const AftCell *second = g_ptr_array_index (b->cells, i);

      if (first->layout != second->layout || first->first_line != second->first_line ||
          first->n_lines != second->n_lines || first->x != second->x || first->y != second->y ||
          first->color != second->color)
        return FALSE;
    }

  return TRUE;
}

static gboolean
box_same (const AftBox *a,
          const AftBox *b)
{
  return a->kind == b->kind && a->x == b->x && a->width == b->width && a->height == b->height &&
         a->layout == b->layout && a->line == b->line && a->leading == b->leading && a->color == b->color &&
         a->marker == b->marker && a->marker_x == b->marker_x && a->check == b->check &&
         a->line_above == b->line_above && a->line_below == b->line_below && a->panel == b->panel &&
         cells_same (a, b) && decor_same (a->decor, b->decor);
}

/* The number behind an entry of the contents. */
static guint
get_target (const AftPages *pages,
            const AftBox   *entry)
{
  return g_array_index (pages->headings, AftPageHeading, entry->target).page;
}

/**
 * aft_pages_same_page:
 * @self: pages
 * @other: pages of the same report after a change, laid out with the same cache
 * @page: which, from 0
 *
 * Returns: whether that page looks the same in both, so that it need not be drawn again; it may be %FALSE
 *   for pages that do
 */
gboolean
aft_pages_same_page (AftPages *self,
                     AftPages *other,
                     guint     page)
{
  const GArray *first;
  const GArray *second;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  /* What stands in the margins. */
  if (page >= self->pages->len || self->pages->len != other->pages->len || self->width != other->width ||
      self->height != other->height || self->flow->words != other->flow->words ||
      strcmp (aft_report_get_title (self->report), aft_report_get_title (other->report)) != 0)
    return FALSE;

  first = g_ptr_array_index (self->pages, page);
  second = g_ptr_array_index (other->pages, page);
  if (first->len != second->len)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    {
      const AftPlacedBox *one = &g_array_index (first, AftPlacedBox, i);
      const AftPlacedBox *two = &g_array_index (second, AftPlacedBox, i);

      if (one->y != two->y || one->repeated != two->repeated || !box_same (one->box, two->box) ||
          (one->box->kind == AFT_BOX_ENTRY && get_target (self, one->box) != get_target (other, two->box)))
        return FALSE;
    }

  return TRUE;
}

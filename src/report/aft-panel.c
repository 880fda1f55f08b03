/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-panel.h"

/**
 * aft_panel_new:
 * @width: in points
 * @height: in points
 * @draw: draws it
 * @data: (transfer full): what @draw needs
 * @free_data: frees @data
 *
 * Returns: (transfer full): a panel
 */
AftPanel *
aft_panel_new (double         width,
               double         height,
               AftPanelDraw   draw,
               gpointer       data,
               GDestroyNotify free_data)
{
  AftPanel *self = g_new0 (AftPanel, 1);

  self->width = width;
  self->height = height;
  self->draw = draw;
  self->data = data;
  self->free_data = free_data;

  return self;
}

/**
 * aft_panel_free:
 * @self: (nullable): a panel
 */
void
aft_panel_free (AftPanel *self)
{
  if (self == NULL)
    return;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

/**
 * aft_panels_new:
 *
 * Returns: (transfer full) (element-type AftPanel): no panels yet
 */
GPtrArray *
aft_panels_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) aft_panel_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-figure.h"

/**
 * AftFigure:
 *
 * A picture in the report.
 */
struct _AftFigure
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftFigure, aft_figure, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_CAPTION,
  FIELD_CAPTION_WIDER,
  FIELD_ALTERNATIVE_TEXT,
  FIELD_ALTERNATIVE_TEXT_WIDER,
  FIELD_CHECKED,
  FIELD_MEDIA_TYPE,
  FIELD_SHA256,
  FIELD_DATA,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "caption", AFT_FIELD_TEXT, N_("Caption"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
  { "alternative-text", AFT_FIELD_TEXT, N_("Text for those who do not see it"), NULL, 0, 0, 0, AFT_FIELD_WIDER },
  { "checked", AFT_FIELD_BOOLEAN, N_("Checked for publication") },
  { "media-type", AFT_FIELD_TEXT, N_("Media type") },
  { "sha256", AFT_FIELD_TEXT, N_("Fingerprint") },
  { "data", AFT_FIELD_TEXT, N_("Picture data") },
};

static const AftItemTable table = {
  "figure", N_("Figure"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_figure_class_init (AftFigureClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_figure_init (AftFigure *self)
{
}

/**
 * aft_figure_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftFigure *
aft_figure_new (void)
{
  return g_object_new (AFT_TYPE_FIGURE, NULL);
}

const char *
aft_figure_get_caption (AftFigure *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_CAPTION);
}

const char *
aft_figure_get_caption_wider (AftFigure *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_CAPTION_WIDER);
}

const char *
aft_figure_get_alternative_text (AftFigure *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ALTERNATIVE_TEXT);
}

const char *
aft_figure_get_alternative_text_wider (AftFigure *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_ALTERNATIVE_TEXT_WIDER);
}

gboolean
aft_figure_is_checked (AftFigure *self)
{
  return aft_item_get_integer (AFT_ITEM (self), FIELD_CHECKED) != 0;
}

const char *
aft_figure_get_media_type (AftFigure *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_MEDIA_TYPE);
}

const char *
aft_figure_get_sha256 (AftFigure *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_SHA256);
}

const char *
aft_figure_get_data (AftFigure *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_DATA);
}

AftAudience
aft_figure_get_audience (AftFigure *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

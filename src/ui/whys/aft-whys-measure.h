/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-item.h"

G_BEGIN_DECLS

/**
 * AftWhysStyle:
 * @unit: how large the text is, as a factor of the usual 11 points at 96 dpi
 * @padding: inside a box
 * @question_padding: inside a question
 * @box_width: of a problem or an answer
 * @question_width: of a question
 * @footer_height: of the line below the text that shows the state and the links
 * @icon_width: of the columns of an outline for the fold and the state
 * @links_width: of the column of an outline for the links
 * @row_gap: between the rows of an outline
 *
 * The measures of the boxes, in pixels before zoom. They grow with the text.
 */
typedef struct
{
  double unit;
  double padding;
  double question_padding;
  double box_width;
  double question_width;
  double footer_height;
  double icon_width;
  double links_width;
  double row_gap;
} AftWhysStyle;

/**
 * AFT_WHYS_MAX_LINES:
 *
 * How many lines of a text a box shows; the form shows all.
 */
#define AFT_WHYS_MAX_LINES 8

typedef struct _AftWhysMeasure AftWhysMeasure;

AftWhysMeasure     *aft_whys_measure_new        (GtkWidget      *widget) G_GNUC_WARN_UNUSED_RESULT;
void                aft_whys_measure_free       (AftWhysMeasure *self);
gboolean            aft_whys_measure_reset      (AftWhysMeasure *self);
const AftWhysStyle *aft_whys_measure_get_style  (AftWhysMeasure *self);
void                aft_whys_measure_set_draft  (AftWhysMeasure *self,
                                                 AftItem        *item,
                                                 const char     *text);
gboolean            aft_whys_measure_box        (AftWhysMeasure *self,
                                                 AftItem        *item,
                                                 double          text_width,
                                                 gboolean        exact,
                                                 double         *height);
const char         *aft_whys_item_get_text      (AftItem        *item);
GPtrArray          *aft_whys_item_list_links    (AftItem        *answer) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *aft_whys_item_list_links_of (AftItem        *answer,
                                                 GType           type) G_GNUC_WARN_UNUSED_RESULT;
gboolean            aft_whys_item_has_links     (AftItem        *item);
gboolean            aft_whys_item_has_footer    (AftItem        *item,
                                                 gboolean        folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftWhysMeasure, aft_whys_measure_free)

G_END_DECLS

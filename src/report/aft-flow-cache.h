/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-page-style.h"
#include "aft-panel.h"

G_BEGIN_DECLS

/**
 * AftFlowFigure:
 * @data: what it is drawn from
 * @panels: (element-type AftPanel): what stands on the pages
 *
 * A figure, ready to be drawn. Reference counted, since the pages of before show it as well.
 */
typedef struct
{
  AftFigureData *data;
  GPtrArray     *panels;

  /*< private >*/
  double         width;
  double         max_height;
  guint          used;
} AftFlowFigure;

AftFlowFigure *aft_flow_figure_ref   (AftFlowFigure *self);
void           aft_flow_figure_unref (AftFlowFigure *self);

/**
 * AftFlowCache:
 *
 * The texts and figures of a report as they were laid out, kept for the next time: what nobody changed is
 * not measured again. What one layout made use of stays until the next one is complete.
 *
 * A cache belongs to one thread.
 */
typedef struct _AftFlowCache AftFlowCache;

AftFlowCache  *aft_flow_cache_new           (void) G_GNUC_WARN_UNUSED_RESULT;
AftFlowCache  *aft_flow_cache_ref           (AftFlowCache        *self);
void           aft_flow_cache_unref         (AftFlowCache        *self);
void           aft_flow_cache_begin         (AftFlowCache        *self,
                                             const char          *language);
void           aft_flow_cache_end           (AftFlowCache        *self);
PangoContext  *aft_flow_cache_get_context   (AftFlowCache        *self);
PangoLayout   *aft_flow_cache_create_layout (AftFlowCache        *self,
                                             AftTextStyle         style,
                                             const AftRuns       *runs,
                                             double               width,
                                             AftAlign             align) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout   *aft_flow_cache_create_text   (AftFlowCache        *self,
                                             AftTextStyle         style,
                                             const char          *text,
                                             double               width,
                                             PangoEllipsizeMode   ellipsize) G_GNUC_WARN_UNUSED_RESULT;
void           aft_flow_cache_measure       (AftFlowCache        *self,
                                             AftTextStyle         style,
                                             const AftRuns       *runs,
                                             double              *natural,
                                             double              *minimum);
AftFlowFigure *aft_flow_cache_create_figure (AftFlowCache        *self,
                                             AftFigureData       *data,
                                             double               width,
                                             double               max_height) G_GNUC_WARN_UNUSED_RESULT;
guint          aft_flow_cache_get_n_made    (AftFlowCache        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftFlowCache, aft_flow_cache_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

G_BEGIN_DECLS

#define AFT_TYPE_WHYS_VIEW (aft_whys_view_get_type ())

G_DECLARE_FINAL_TYPE (AftWhysView, aft_whys_view, AFT, WHYS_VIEW, GObject)

AftWhysView *aft_whys_view_new          (AftDocument *document) G_GNUC_WARN_UNUSED_RESULT;
AftItem     *aft_whys_view_get_selected (AftWhysView *self);
void         aft_whys_view_select       (AftWhysView *self,
                                         AftItem     *item);
gboolean     aft_whys_view_can_fold     (AftItem     *item);
gboolean     aft_whys_view_is_folded    (AftWhysView *self,
                                         AftItem     *item);
void         aft_whys_view_set_folded   (AftWhysView *self,
                                         AftItem     *item,
                                         gboolean     folded);
void         aft_whys_view_fold_all     (AftWhysView *self,
                                         gboolean     folded);
AftItem     *aft_whys_view_get_branch   (AftWhysView *self);
void         aft_whys_view_set_branch   (AftWhysView *self,
                                         AftItem     *item);
gboolean     aft_whys_view_is_faint     (AftWhysView *self,
                                         AftItem     *item);
void         aft_whys_view_find         (AftWhysView *self,
                                         const char  *words);
gboolean     aft_whys_view_is_found     (AftWhysView *self,
                                         AftItem     *item);
void         aft_whys_view_count_found  (AftWhysView *self,
                                         guint       *position,
                                         guint       *n_found);
void         aft_whys_view_find_next    (AftWhysView *self,
                                         int          step);
void         aft_whys_view_prune        (AftWhysView *self);

G_END_DECLS

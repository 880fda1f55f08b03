/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-answer.h"
#include "aft-branches.h"
#include "aft-document.h"
#include "aft-event.h"

G_BEGIN_DECLS

/**
 * AftWhysLanding:
 * @AFT_WHYS_CHILD: below the target, as the last one there
 * @AFT_WHYS_BEFORE: among the siblings of the target, right before it
 * @AFT_WHYS_AFTER: among the siblings of the target, right after it
 *
 * Where a branch lands that is moved to a target.
 */
typedef enum
{
  AFT_WHYS_CHILD,
  AFT_WHYS_BEFORE,
  AFT_WHYS_AFTER,
} AftWhysLanding;

char       *aft_whys_propose_question (AftDocument    *document,
                                       AftItem        *item) G_GNUC_WARN_UNUSED_RESULT;
AftItem    *aft_whys_add_problem      (AftDocument    *document);
AftItem    *aft_whys_ask              (AftDocument    *document,
                                       AftItem        *item);
AftItem    *aft_whys_answer           (AftDocument    *document,
                                       AftItem        *item);
AftItem    *aft_whys_add_alternative  (AftDocument    *document,
                                       AftItem        *item);
AftItem    *aft_whys_add_question     (AftDocument    *document,
                                       AftItem        *item);

gboolean    aft_whys_can_move         (AftDocument    *document,
                                       AftItem        *item,
                                       AftItem        *target,
                                       AftWhysLanding  landing);
gboolean    aft_whys_move             (AftDocument    *document,
                                       AftItem        *item,
                                       AftItem        *target,
                                       AftWhysLanding  landing);
gboolean    aft_whys_move_by          (AftDocument    *document,
                                       AftItem        *item,
                                       int             step);
gboolean    aft_whys_move_level       (AftDocument    *document,
                                       AftItem        *item,
                                       int             step);

GPtrArray  *aft_whys_list_tops        (AftDocument    *document,
                                       GPtrArray      *items) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *aft_whys_duplicate        (AftDocument    *document,
                                       GPtrArray      *items);
gboolean    aft_whys_remove           (AftDocument    *document,
                                       GPtrArray      *items);
GPtrArray  *aft_whys_paste_branches   (AftDocument    *document,
                                       AftItem        *target,
                                       AftBranches    *branches);

gboolean    aft_whys_can_merge        (AftDocument    *document,
                                       AftAnswer      *answer,
                                       AftAnswer      *other);
gboolean    aft_whys_merge            (AftDocument    *document,
                                       AftAnswer      *answer,
                                       AftAnswer      *other);
AftItem    *aft_whys_split            (AftDocument    *document,
                                       AftAnswer      *answer,
                                       guint           offset);
AftItem    *aft_whys_park             (AftDocument    *document,
                                       AftAnswer      *answer);
AftItem    *aft_whys_make_lesson      (AftDocument    *document,
                                       AftItem        *answer);

gboolean    aft_whys_link_event       (AftDocument    *document,
                                       AftAnswer      *answer,
                                       AftEvent       *event);
gboolean    aft_whys_unlink_event     (AftDocument    *document,
                                       AftAnswer      *answer,
                                       AftEvent       *event);
AftAnswer  *aft_whys_find_origin      (AftDocument    *document,
                                       AftAnswer      *answer);
gboolean    aft_whys_can_be_same      (AftDocument    *document,
                                       AftAnswer      *answer,
                                       AftAnswer      *other);
gboolean    aft_whys_set_same_as      (AftDocument    *document,
                                       AftAnswer      *answer,
                                       AftAnswer      *other);

G_END_DECLS

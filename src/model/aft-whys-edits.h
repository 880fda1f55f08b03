/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

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

const char *aft_whys_propose_question (AftDocument    *document,
                                       AftItem        *item);
AftItem    *aft_whys_add_problem      (AftDocument    *document);
AftItem    *aft_whys_ask              (AftDocument    *document,
                                       AftItem        *item);
AftItem    *aft_whys_add_alternative  (AftDocument    *document,
                                       AftItem        *item);
AftItem    *aft_whys_add_question     (AftDocument    *document,
                                       AftItem        *item);
AftItem    *aft_whys_make_lesson      (AftDocument    *document,
                                       AftItem        *answer);

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

/* As the canvas calls them until it knows landings. */
#define aft_whys_can_move_onto(document, item, target) aft_whys_can_move ((document), (item), (target), AFT_WHYS_CHILD)
#define aft_whys_move_onto(document, item, target) aft_whys_move ((document), (item), (target), AFT_WHYS_CHILD)

G_END_DECLS

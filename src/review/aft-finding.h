/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_FINDING (aft_finding_get_type ())

G_DECLARE_FINAL_TYPE (AftFinding, aft_finding, AFT, FINDING, GObject)

/**
 * AftFindingWeight:
 * @AFT_FINDING_FAULT: the document says something that can't be
 * @AFT_FINDING_GAP: something is missing
 * @AFT_FINDING_HINT: something might be better
 *
 * How much a finding matters.
 */
typedef enum
{
  AFT_FINDING_FAULT,
  AFT_FINDING_GAP,
  AFT_FINDING_HINT,
} AftFindingWeight;

AftFinding       *aft_finding_new             (const char       *rule,
                                               AftFindingWeight  weight,
                                               AftItem          *item,
                                               const char       *message,
                                               const char       *advice) G_GNUC_WARN_UNUSED_RESULT;
void              aft_finding_offer           (AftFinding       *self,
                                               const char       *field,
                                               const char       *replacement);
const char       *aft_finding_get_rule        (AftFinding       *self);
AftFindingWeight  aft_finding_get_weight      (AftFinding       *self);
AftItem          *aft_finding_get_item        (AftFinding       *self);
const char       *aft_finding_get_message     (AftFinding       *self);
const char       *aft_finding_get_advice      (AftFinding       *self);
const char       *aft_finding_get_field       (AftFinding       *self);
const char       *aft_finding_get_replacement (AftFinding       *self);

G_END_DECLS

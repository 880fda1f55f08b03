/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-review.h"
#include "aft-role.h"

G_BEGIN_DECLS

/* What the rules share: where they put what they find. */
typedef struct
{
  AftDocument     *document;
  const GDate     *today;
  AftRequiredFunc  required;
  gpointer         user_data;
  GPtrArray       *findings;
} AftReview;

void     aft_review_add            (AftReview        *self,
                                    const char       *rule,
                                    AftFindingWeight  weight,
                                    AftItem          *item,
                                    const char       *message,
                                    const char       *advice);
void     aft_review_add_mend       (AftReview        *self,
                                    const char       *rule,
                                    AftFindingWeight  weight,
                                    AftItem          *item,
                                    const char       *message,
                                    const char       *advice,
                                    const char       *field,
                                    const char       *replacement);
AftRole *aft_review_find_named     (AftReview        *self,
                                    const char       *text);
void     aft_review_check_actions  (AftReview        *self);
void     aft_review_check_times    (AftReview        *self);
void     aft_review_check_texts    (AftReview        *self);
void     aft_review_check_sections (AftReview        *self);
void     aft_review_check_whys     (AftReview        *self);

G_END_DECLS

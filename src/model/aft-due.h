/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-action-item.h"

G_BEGIN_DECLS

/* A due date is a day such as 2021-08-05, or a condition in words. */

char     *aft_due_understand     (const char    *text,
                                  const GDate   *today);
gboolean  aft_due_get_date       (const char    *due,
                                  GDate         *date);
gboolean  aft_due_is_overdue     (AftActionItem *item,
                                  const GDate   *today);
void      aft_due_get_today      (GDate         *today);
gboolean  aft_action_item_is_settled (AftActionItem *item);

typedef struct
{
  guint total;
  guint open;
  guint overdue;
  guint undated;
} AftActionCounts;

void      aft_due_count          (AftItem         *item,
                                  const GDate     *today,
                                  AftActionCounts *counts);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-session.h"

G_BEGIN_DECLS

/**
 * AftActionFilter:
 * @AFT_ACTION_FILTER_ALL: everything
 * @AFT_ACTION_FILTER_OPEN: action items that are open or being done
 * @AFT_ACTION_FILTER_OVERDUE: action items past their day
 * @AFT_ACTION_FILTER_UNDATED: action items without a date
 *
 * Which action items the list shows; what stands above them comes with them.
 */
typedef enum
{
  AFT_ACTION_FILTER_ALL,
  AFT_ACTION_FILTER_OPEN,
  AFT_ACTION_FILTER_OVERDUE,
  AFT_ACTION_FILTER_UNDATED,
} AftActionFilter;

GPtrArray *aft_action_outline_flatten      (AftDocument     *document,
                                            AftActionFilter  filter,
                                            const char      *words,
                                            const GDate     *today);
char      *aft_action_outline_dup_number   (AftItem         *item);
AftItem   *aft_action_outline_add_sibling  (AftDocument     *document,
                                            AftItem         *item);
AftItem   *aft_action_outline_add_child    (AftDocument     *document,
                                            AftItem         *item);
AftItem   *aft_action_outline_change_level (AftDocument     *document,
                                            AftItem         *item,
                                            int              step);
gboolean   aft_action_outline_move         (AftDocument     *document,
                                            AftItem         *item,
                                            int              step);

G_END_DECLS

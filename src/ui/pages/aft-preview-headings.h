/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-report.h"

G_BEGIN_DECLS

/**
 * AftPreviewHeading:
 * @title: its text
 * @name: by what it is found again in another edition
 * @level: 2 for a section, more below
 *
 * A heading of a report, also within a quotation or a list.
 */
typedef struct
{
  char  *title;
  char  *name;
  guint  level;
} AftPreviewHeading;

GPtrArray *aft_preview_headings_new (AftReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

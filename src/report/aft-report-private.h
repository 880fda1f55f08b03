/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-report.h"

G_BEGIN_DECLS

struct _AftReport
{
  gatomicrefcount       ref_count;

  AftEdition            edition;
  const AftReportWords *words;          /* static */
  char                 *title;          /* owned, never NULL, as all that follow */
  char                 *language;
  char                 *subject;
  char                 *author;
  char                 *keywords;
  GPtrArray            *blocks;
  GPtrArray            *trees;
  GPtrArray            *events;
  GPtrArray            *actions;
  AftFigureData        *timeline;       /* owned, nullable */
};

AftReport *aft_report_new (AftEdition  edition,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-block.h"
#include "aft-edition.h"
#include "aft-report-tables.h"

G_BEGIN_DECLS

/**
 * AftReport:
 *
 * A document as one audience reads it: an ordered array of blocks, and what is to be said about the
 * whole. It doesn't look at the document again, and never changes once it is built.
 */
typedef struct _AftReport AftReport;

/**
 * AftReportOptions:
 * @edition: for whom
 * @zone: (nullable): the zone in which times are shown; that of the document where it is %NULL
 * @today: (nullable): the present day, to mark what is overdue; nothing is marked where it is %NULL
 *
 * What the document doesn't say about its report.
 */
typedef struct
{
  AftEdition   edition;
  const char  *zone;
  const GDate *today;
} AftReportOptions;

AftReport            *aft_report_build        (AftDocument            *document,
                                               AftEdition              edition,
                                               const char             *zone) G_GNUC_WARN_UNUSED_RESULT;
AftReport            *aft_report_build_full   (AftDocument            *document,
                                               const AftReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;
AftReport            *aft_report_ref          (AftReport              *self);
void                  aft_report_unref        (AftReport              *self);
const GPtrArray      *aft_report_get_blocks   (AftReport              *self);
const GPtrArray      *aft_report_get_trees    (AftReport              *self);
const GPtrArray      *aft_report_get_events   (AftReport              *self);
const GPtrArray      *aft_report_get_actions  (AftReport              *self);
const AftFigureData  *aft_report_get_timeline (AftReport              *self);
const AftReportWords *aft_report_get_words    (AftReport              *self);
const char           *aft_report_get_title    (AftReport              *self);
const char           *aft_report_get_language (AftReport              *self);
const char           *aft_report_get_subject  (AftReport              *self);
const char           *aft_report_get_author   (AftReport              *self);
const char           *aft_report_get_keywords (AftReport              *self);
AftEdition            aft_report_get_edition  (AftReport              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftReport, aft_report_unref)

G_END_DECLS

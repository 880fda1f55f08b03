/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aft-markdown-writer.h"
#include "aft-report.h"

G_BEGIN_DECLS

/**
 * AftExportSubject:
 * @AFT_EXPORT_REPORT: the whole report
 * @AFT_EXPORT_WHYS: the whys of all problems
 * @AFT_EXPORT_TIMELINE: the timeline
 * @AFT_EXPORT_ACTIONS: the action items
 *
 * What of a document is exported.
 */
typedef enum
{
  AFT_EXPORT_REPORT,
  AFT_EXPORT_WHYS,
  AFT_EXPORT_TIMELINE,
  AFT_EXPORT_ACTIONS,
} AftExportSubject;

/**
 * AftExportOptions:
 * @paper_width: the width of the paper in points, where a kind needs some
 * @paper_height: the height of the paper in points
 * @markdown: what Markdown is to have besides
 *
 * How a report is written.
 */
typedef struct
{
  double            paper_width;
  double            paper_height;
  AftMarkdownFlags  markdown;
} AftExportOptions;

/**
 * AftExportKind:
 * @name: the word for it on the command line
 * @label: what people call such a file, to be translated
 * @ending: what the name of a file gets that nobody named; it tells the kind
 * @told_by: (array zero-terminated=1): shorter endings that tell the kind as well
 * @media_type: what such a file is
 * @subject: what it shows
 * @is_drawn: whether it needs fonts
 * @write_text: (nullable): writes it as text, which is empty where there is nothing to tell
 * @write_bytes: (nullable): writes it as bytes
 * @write: (nullable): writes it as options say
 *
 * A kind of file that a report can be written as. It has one of the three functions.
 */
typedef struct
{
  const char        *name;
  const char        *label;
  const char        *ending;
  const char        *told_by[3];
  const char        *media_type;
  AftExportSubject   subject;
  gboolean           is_drawn;
  char            *(*write_text) (AftReport *report);
  GBytes          *(*write_bytes) (AftReport  *report,
                                   GError    **error);
  GBytes          *(*write) (AftReport               *report,
                             const AftExportOptions  *options,
                             GCancellable            *cancellable,
                             GError                 **error);
} AftExportKind;

const AftExportKind *aft_export_kinds_get        (gsize                *n_kinds);
const AftExportKind *aft_export_kind_find        (const char           *name);
const AftExportKind *aft_export_kind_find_by_file (const char           *file);
gboolean             aft_export_kind_has_subject (const AftExportKind  *self,
                                                  AftDocument          *document);
const char          *aft_export_kind_get_suffix  (const AftExportKind  *self);
GBytes              *aft_export_kind_write       (const AftExportKind  *self,
                                                  AftReport            *report,
                                                  const AftExportOptions *options,
                                                  GCancellable         *cancellable,
                                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

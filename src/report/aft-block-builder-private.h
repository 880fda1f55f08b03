/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-block-builder.h"
#include "aft-report-private.h"
#include "aft-report-time.h"
#include "aft-section.h"

G_BEGIN_DECLS

/**
 * AftBuilder:
 *
 * What the parts of the builder share while a report is built. They, and nothing else in this room,
 * ask which items an edition shows and in which wording.
 */
typedef struct
{
  AftDocument          *document;       /* borrowed */
  AftEdition            edition;
  const AftReportWords *words;          /* static */
  const GDate          *today;          /* borrowed, nullable */
  GTimeZone            *zone;           /* owned, as all that follow */
  char                 *zone_name;
  AftReport            *report;
  GPtrArray            *blocks;         /* borrowed from the report */
  GHashTable           *anchors;
} AftBuilder;

/* aft-block-builder.c */
char      *aft_builder_dup_text       (AftBuilder      *self,
                                       gpointer         item,
                                       const char      *field) G_GNUC_WARN_UNUSED_RESULT;
char      *aft_builder_dup_number     (AftBuilder      *self,
                                       gpointer         item) G_GNUC_WARN_UNUSED_RESULT;
char      *aft_builder_dup_words      (AftBuilder      *self,
                                       gpointer         item,
                                       const char      *field) G_GNUC_WARN_UNUSED_RESULT;
void       aft_builder_add_prose      (AftBuilder      *self,
                                       gpointer         item,
                                       const char      *field,
                                       guint            level);
guint      aft_builder_add_heading    (AftBuilder      *self,
                                       guint            level,
                                       const char      *text,
                                       const char      *anchor,
                                       gpointer         item);
void       aft_builder_drop_empty     (AftBuilder      *self,
                                       guint            heading);
char      *aft_builder_dup_anchor     (AftBuilder      *self,
                                       const char      *wish) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *aft_builder_list_items     (AftBuilder      *self,
                                       GListModel      *list) G_GNUC_WARN_UNUSED_RESULT;
gboolean   aft_builder_shows          (AftBuilder      *self,
                                       gpointer         item);
gboolean   aft_builder_shows_section  (AftBuilder      *self,
                                       AftSectionKind   kind);
void       aft_builder_add_label      (AftBuilder      *self,
                                       GPtrArray       *blocks,
                                       const char      *text);
void       aft_builder_add_link       (AftBuilder      *self,
                                       AftRuns         *runs,
                                       gpointer         item,
                                       const char      *field,
                                       const char      *text,
                                       AftRunStyle      style);
AftBlock  *aft_builder_add_table      (AftBuilder      *self,
                                       AftBlockTable   *table);
AftBlockTable *aft_builder_new_table  (AftBuilder      *self,
                                       guint            n_columns,
                                       const char      *first,
                                       ...) G_GNUC_NULL_TERMINATED;

/* aft-builder-timeline.c */
void       aft_builder_add_lead_up    (AftBuilder      *self);
void       aft_builder_add_timeline   (AftBuilder      *self);

/* aft-builder-impact.c */
void       aft_builder_add_title      (AftBuilder      *self);
void       aft_builder_add_impact     (AftBuilder      *self);
void       aft_builder_add_metrics    (AftBuilder      *self);

/* aft-builder-analysis.c */
void       aft_builder_add_analysis   (AftBuilder      *self);
void       aft_builder_add_factors    (AftBuilder      *self);
void       aft_builder_add_observations (AftBuilder    *self);

/* aft-builder-actions.c */
void       aft_builder_add_lessons    (AftBuilder      *self);

/* aft-builder-rest.c */
void       aft_builder_add_open_questions (AftBuilder  *self);
void       aft_builder_add_related    (AftBuilder      *self);
void       aft_builder_add_glossary   (AftBuilder      *self);
void       aft_builder_add_figures    (AftBuilder      *self);
void       aft_builder_add_appendix   (AftBuilder      *self);

/* aft-builder-tables.c */
void       aft_builder_collect_tables (AftBuilder      *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-history.h"
#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_DOCUMENT (aft_document_get_type ())

G_DECLARE_FINAL_TYPE (AftDocument, aft_document, AFT, DOCUMENT, AftItem)

AftDocument *aft_document_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void         aft_document_set_ready     (AftDocument *self);
gboolean     aft_document_is_ready      (AftDocument *self);
AftHistory  *aft_document_get_history   (AftDocument *self);
AftItem     *aft_document_find          (AftDocument *self,
                                         const char  *id);
GPtrArray   *aft_document_get_referrers (AftDocument *self,
                                         AftItem     *target,
                                         GType        type,
                                         const char  *field);
GPtrArray   *aft_document_resolve       (AftDocument       *self,
                                         const char *const *ids);
gboolean     aft_document_claim_id      (AftDocument *self,
                                         AftItem     *item,
                                         const char  *id);

const char        *aft_document_get_title            (AftDocument *self);
const char        *aft_document_get_title_wider      (AftDocument *self);
const char        *aft_document_get_language         (AftDocument *self);
AftDocumentState   aft_document_get_state            (AftDocument *self);
const char        *aft_document_get_severity         (AftDocument *self);
const char *const *aft_document_get_tags             (AftDocument *self);
const char        *aft_document_get_zone             (AftDocument *self);
const char        *aft_document_get_reference        (AftDocument *self);
const char        *aft_document_get_template         (AftDocument *self);
AftMethod          aft_document_get_method           (AftDocument *self);
AftAudience        aft_document_get_default_audience (AftDocument *self);
AftAudience        aft_document_get_audience         (AftDocument *self);
GListModel        *aft_document_get_roles            (AftDocument *self);
GListModel        *aft_document_get_meetings         (AftDocument *self);
GListModel        *aft_document_get_todos            (AftDocument *self);
GListModel        *aft_document_get_publications     (AftDocument *self);
GListModel        *aft_document_get_sections         (AftDocument *self);
GListModel        *aft_document_get_incidents        (AftDocument *self);
GListModel        *aft_document_get_events           (AftDocument *self);
GListModel        *aft_document_get_problems         (AftDocument *self);
GListModel        *aft_document_get_factors          (AftDocument *self);
GListModel        *aft_document_get_observations     (AftDocument *self);
GListModel        *aft_document_get_lessons          (AftDocument *self);
GListModel        *aft_document_get_other_actions    (AftDocument *self);
GListModel        *aft_document_get_other_items      (AftDocument *self);
GListModel        *aft_document_get_open_questions   (AftDocument *self);
GListModel        *aft_document_get_references       (AftDocument *self);
GListModel        *aft_document_get_glossary         (AftDocument *self);
GListModel        *aft_document_get_figures          (AftDocument *self);

G_END_DECLS

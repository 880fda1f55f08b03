/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-finding.h"

G_BEGIN_DECLS

/**
 * AftRequiredFunc:
 * @section: a section of the document
 * @user_data: what was given to aft_review_run()
 *
 * Says whether a section has to be written. The template knows, and review doesn't know templates.
 */
typedef gboolean (* AftRequiredFunc) (AftItem  *section,
                                      gpointer  user_data);

GPtrArray *aft_review_run                (AftDocument     *document,
                                          const GDate     *today,
                                          AftRequiredFunc  required,
                                          gpointer         user_data) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *aft_review_run_whys            (AftDocument     *document) G_GNUC_WARN_UNUSED_RESULT;
gboolean   aft_review_section_is_empty   (AftDocument     *document,
                                          AftItem         *section);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

G_BEGIN_DECLS

/**
 * AftEdition:
 * @AFT_EDITION_TEAM: everything
 * @AFT_EDITION_ORGANISATION: what the organisation may see
 * @AFT_EDITION_PUBLIC: what everyone may see
 *
 * What one audience sees of a document. Numbers are the same in all editions.
 */
typedef enum
{
  AFT_EDITION_TEAM,
  AFT_EDITION_ORGANISATION,
  AFT_EDITION_PUBLIC,
} AftEdition;

gboolean    aft_edition_from_name     (const char *name,
                                       AftEdition *edition);
const char *aft_edition_get_name      (AftEdition  edition);
const char *aft_edition_get_label     (AftEdition  edition);
AftAudience aft_edition_get_reach     (AftItem    *item);
gboolean    aft_edition_includes      (AftEdition  edition,
                                       AftItem    *item);
GPtrArray  *aft_edition_list_left_out (AftEdition   edition,
                                       AftDocument *document) G_GNUC_WARN_UNUSED_RESULT;
AftAudience aft_edition_get_audience  (AftEdition   edition);
char       *aft_edition_dup_text      (AftEdition  edition,
                                       AftItem    *item,
                                       const char *field);
char       *aft_edition_dup_plain     (AftEdition   edition,
                                       AftDocument *document,
                                       const char  *text) G_GNUC_WARN_UNUSED_RESULT;
GStrv       aft_edition_dup_words     (AftEdition  edition,
                                       AftItem    *item,
                                       const char *field) G_GNUC_WARN_UNUSED_RESULT;
char       *aft_edition_dup_role_name (AftEdition  edition,
                                       AftItem    *role);

G_END_DECLS

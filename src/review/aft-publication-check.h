/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-edition.h"
#include "aft-finding.h"

G_BEGIN_DECLS

/**
 * AftNameUse:
 * @found: the name as it stands in texts
 * @role: whose it is
 * @shown: what readers see in its place
 * @count: how often it stands there
 *
 * A name that an edition says otherwise.
 */
typedef struct
{
  char    *found;
  AftItem *role;
  char    *shown;
  guint    count;
} AftNameUse;

GPtrArray *aft_publication_check_run          (AftDocument *document,
                                               AftEdition   edition) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *aft_publication_check_list_names   (AftDocument *document,
                                               AftEdition   edition) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

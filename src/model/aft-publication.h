/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

G_BEGIN_DECLS

#define AFT_TYPE_PUBLICATION (aft_publication_get_type ())

G_DECLARE_FINAL_TYPE (AftPublication, aft_publication, AFT, PUBLICATION, AftItem)

AftPublication *aft_publication_new    (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean        aft_publication_record (AftDocument *document,
                                        AftAudience  edition,
                                        gint64       instant,
                                        const char  *place);

AftAudience  aft_publication_get_edition  (AftPublication *self);
AftMoment   *aft_publication_get_at       (AftPublication *self);
const char  *aft_publication_get_place    (AftPublication *self);
AftAudience  aft_publication_get_audience (AftPublication *self);

G_END_DECLS

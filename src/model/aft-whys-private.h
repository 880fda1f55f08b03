/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-whys-edits.h"

G_BEGIN_DECLS

/* What the edits of the whys share. */

AftItem *aft_whys_get_nth        (AftItem     *parent,
                                  const char  *list,
                                  guint        position);
guint    aft_whys_count          (AftItem     *parent,
                                  const char  *list);
AftItem *aft_whys_need_question  (AftDocument *document,
                                  AftItem     *item);
GStrv    aft_whys_add_word       (const char *const *words,
                                  const char        *word);
GStrv    aft_whys_drop_word      (const char *const *words,
                                  const char        *word);

G_END_DECLS

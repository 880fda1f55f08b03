/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

G_BEGIN_DECLS

AftItem  *aft_whys_add_problem     (AftDocument *document);
AftItem  *aft_whys_ask             (AftDocument *document,
                                    AftItem     *item);
AftItem  *aft_whys_add_alternative (AftDocument *document,
                                    AftItem     *item);
AftItem  *aft_whys_add_question    (AftDocument *document,
                                    AftItem     *item);
gboolean  aft_whys_move_by         (AftDocument *document,
                                    AftItem     *item,
                                    int          step);
gboolean  aft_whys_move_level      (AftDocument *document,
                                    AftItem     *item,
                                    int          step);
gboolean  aft_whys_move_onto       (AftDocument *document,
                                    AftItem     *item,
                                    AftItem     *target);
gboolean  aft_whys_can_move_onto   (AftDocument *document,
                                    AftItem     *item,
                                    AftItem     *target);
AftItem  *aft_whys_make_lesson     (AftDocument *document,
                                    AftItem     *answer);

G_END_DECLS

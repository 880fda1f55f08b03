/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

char *aft_numbering_format_letters (guint    number);
char *aft_numbering_format_roman   (guint    number);
char *aft_numbering_get            (AftItem *item);
char *aft_numbering_get_of_total   (AftItem *item);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-page-layout-private.h"
#include "aft-page-tags.h"

G_BEGIN_DECLS

void aft_page_painter_draw (AftPages    *pages,
                            guint        page,
                            cairo_t     *cr,
                            AftPageTags *tags);

G_END_DECLS

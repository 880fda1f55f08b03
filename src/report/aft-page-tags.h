/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-flow.h"

G_BEGIN_DECLS

/**
 * AftPageTags:
 *
 * Which elements of the structure are open while a PDF is drawn. They may stay open from one page to
 * the next.
 */
typedef struct _AftPageTags AftPageTags;

AftPageTags *aft_page_tags_new        (cairo_t     *cr) G_GNUC_WARN_UNUSED_RESULT;
void         aft_page_tags_free       (AftPageTags *self);
void         aft_page_tags_move       (AftPageTags *self,
                                       AftTag      *tag);
void         aft_page_tags_begin_link (AftPageTags *self,
                                       const char  *link,
                                       GHashTable  *anchors);
void         aft_page_tags_end_link   (AftPageTags *self);
void         aft_page_tags_add_place  (AftPageTags *self,
                                       const char  *name,
                                       double       x,
                                       double       y);
void         aft_page_tags_begin_aside (AftPageTags *self);
void         aft_page_tags_end_aside  (AftPageTags *self);
char        *aft_page_tags_heading_name (guint      index) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPageTags, aft_page_tags_free)

G_END_DECLS

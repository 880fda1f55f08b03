/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-flow.h"

G_BEGIN_DECLS

/**
 * AftPagePiece:
 * @tag: (nullable): the element that it belongs to; %NULL where it belongs to none, as a rule or the
 *   number of a page
 * @link: of a link, its number; 0 where it is none. Pieces with the same number are parts of one link,
 *   which is an element within @tag
 *
 * A stretch of what is drawn.
 */
typedef struct
{
  AftTag *tag;
  guint   link;
} AftPagePiece;

/**
 * AftPageTags:
 *
 * Tells cairo, while a PDF is drawn, where each piece begins and ends. Cairo 1.16 can't say all that an
 * element may be, and loses the text beside a link within an element; so it is told of pieces one after the
 * other, and which element each belongs to is kept here, for aft_pdf_structure_write().
 */
typedef struct _AftPageTags AftPageTags;

/**
 * AFT_PAGE_ASIDE:
 *
 * What cairo calls a piece that belongs to no element.
 */
#define AFT_PAGE_ASIDE "Private"

AftPageTags  *aft_page_tags_new          (cairo_t     *cr) G_GNUC_WARN_UNUSED_RESULT;
void          aft_page_tags_free         (AftPageTags *self);
void          aft_page_tags_move         (AftPageTags *self,
                                          AftTag      *tag);
void          aft_page_tags_enter        (AftPageTags *self,
                                          AftTag      *tag);
void          aft_page_tags_resume       (AftPageTags *self);
void          aft_page_tags_end          (AftPageTags *self);
void          aft_page_tags_begin_link   (AftPageTags *self,
                                          const char  *link,
                                          GHashTable  *anchors);
void          aft_page_tags_add_place    (AftPageTags *self,
                                          const char  *name,
                                          double       x,
                                          double       y);
const GArray *aft_page_tags_get_pieces   (AftPageTags *self);
char         *aft_page_tags_heading_name (guint        index) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPageTags, aft_page_tags_free)

G_END_DECLS

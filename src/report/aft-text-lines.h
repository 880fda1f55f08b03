/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AftTextPiece:
 *
 * A text that becomes lines of plain text: where its line feeds are, and where it may be cut, but never
 * within an address or within what holds together.
 */
typedef struct _AftTextPiece AftTextPiece;

AftTextPiece *aft_text_piece_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void          aft_text_piece_free        (AftTextPiece       *self);
void          aft_text_piece_append      (AftTextPiece       *self,
                                          const char         *text);
void          aft_text_piece_append_held (AftTextPiece       *self,
                                          const char         *text);
void          aft_text_piece_add_piece   (AftTextPiece       *self,
                                          const AftTextPiece *other);
gboolean      aft_text_piece_is_empty    (const AftTextPiece *self);
guint         aft_text_piece_get_natural (const AftTextPiece *self);
guint         aft_text_piece_get_least   (const AftTextPiece *self);
GPtrArray    *aft_text_piece_wrap        (const AftTextPiece *self,
                                          guint               width) G_GNUC_WARN_UNUSED_RESULT;
guint         aft_text_get_width         (const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftTextPiece, aft_text_piece_free)

G_END_DECLS

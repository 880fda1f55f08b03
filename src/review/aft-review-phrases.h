/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AftPhraseKind:
 * @AFT_PHRASE_BLAME: puts it on a person, such as "human error"
 * @AFT_PHRASE_FATE: says that nobody can change it, such as "act of God"
 *
 * What a turn of phrase does.
 */
typedef enum
{
  AFT_PHRASE_BLAME,
  AFT_PHRASE_FATE,
} AftPhraseKind;

char *aft_review_find_phrase  (const char    *text,
                               AftPhraseKind  kind) G_GNUC_WARN_UNUSED_RESULT;
char *aft_review_reword       (const char    *question,
                               GPtrArray     *people,
                               gboolean      *blames) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

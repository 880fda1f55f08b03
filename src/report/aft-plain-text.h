/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean   aft_plain_text_may_have (gunichar    character);
char      *aft_plain_text_clean    (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     **aft_plain_text_wrap     (const char *text,
                                    guint       width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

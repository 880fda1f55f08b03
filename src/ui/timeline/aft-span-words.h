/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *aft_span_dup_words (gint64 duration_us) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"
#include "aft-session.h"

G_BEGIN_DECLS

char      *aft_moment_words_dup  (AftSession  *session,
                                  AftMoment   *moment) G_GNUC_WARN_UNUSED_RESULT;
AftMoment *aft_moment_words_read (AftSession  *session,
                                  AftItem     *item,
                                  guint        field,
                                  const char  *text,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

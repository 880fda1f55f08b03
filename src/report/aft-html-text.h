/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-block.h"

G_BEGIN_DECLS

gboolean aft_html_language_is_leftward (const char    *language);
void     aft_html_append_text          (GString       *out,
                                        const char    *text);
void     aft_html_append_attribute     (GString       *out,
                                        const char    *name,
                                        const char    *value);
void     aft_html_append_direction     (GString       *out,
                                        const char    *text,
                                        gboolean       leftward);
void     aft_html_append_runs          (GString       *out,
                                        const AftRuns *runs,
                                        GHashTable    *anchors);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

cairo_status_t aft_cairo_append_bytes (void                *bytes,
                                       const unsigned char *data,
                                       unsigned int         length);
cairo_status_t aft_cairo_append_text  (void                *text,
                                       const unsigned char *data,
                                       unsigned int         length);

G_END_DECLS

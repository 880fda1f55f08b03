/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-cairo-memory.h"

/* Where cairo writes to: always to memory, where it can't fail, for cairo 1.16 crashes when it is told that
 * writing failed. */

/**
 * aft_cairo_append_bytes:
 * @bytes: (type GByteArray): where to
 * @data: what cairo writes
 * @length: how many bytes
 *
 * Returns: that it is written
 */
cairo_status_t
aft_cairo_append_bytes (void                *bytes,
                        const unsigned char *data,
                        unsigned int         length)
{
  g_byte_array_append (bytes, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * aft_cairo_append_text:
 * @text: (type GString): where to
 * @data: what cairo writes
 * @length: how many bytes
 *
 * Returns: that it is written
 */
cairo_status_t
aft_cairo_append_text (void                *text,
                       const unsigned char *data,
                       unsigned int         length)
{
  g_string_append_len (text, (const char *) data, length);

  return CAIRO_STATUS_SUCCESS;
}

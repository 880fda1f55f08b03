/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtmlPage:
 *
 * What a page of a report holds. Texts are without blanks.
 */
typedef struct
{
  GString    *text;           /* of header and main, without drawings */
  GString    *drawn;          /* of drawings */
  GString    *listed;         /* of the contents */
  GString    *foot;
  GPtrArray  *ids;
  GPtrArray  *links;          /* of char * */
  GPtrArray  *tags;           /* the open elements, of char * */
  GHashTable *counts;         /* of each element */
  guint       level;          /* of the last heading */
  guint       n_cols;
  guint       n_rows;
  char       *language;
  char       *direction;
} HtmlPage;

HtmlPage *html_page_read      (const char     *html);
void      html_page_free      (HtmlPage       *self);
guint     html_page_get_count (const HtmlPage *self,
                               const char     *name);
void      html_page_append    (GString        *out,
                               const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtmlPage, html_page_free)

G_END_DECLS

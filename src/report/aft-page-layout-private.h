/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-flow.h"
#include "aft-page-layout.h"

G_BEGIN_DECLS

/**
 * AftPlacedBox:
 * @box: a box of the flow
 * @y: its top, from the head of the page
 * @repeated: whether it stands there again, as the head of a table that goes on
 *
 * A box on a page.
 */
typedef struct
{
  AftBox   *box;
  double    y;
  gboolean  repeated;
} AftPlacedBox;

/**
 * AftPageHeading:
 * @box: the first line of the heading
 * @page: its page
 * @y: its top, from the head of that page
 *
 * A heading, for the contents and the outline.
 */
typedef struct
{
  AftBox *box;
  guint   page;
  double  y;
} AftPageHeading;

struct _AftPages
{
  AftReport  *report;           /* owned, as all that follow */
  AftFlow    *flow;
  GPtrArray  *pages;            /* of GArray of AftPlacedBox */
  GArray     *headings;         /* of AftPageHeading, in order */
  GHashTable *anchors;          /* names of places */
  double      width;
  double      height;
};

G_END_DECLS

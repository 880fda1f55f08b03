/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-json-index.h"

G_BEGIN_DECLS

typedef struct
{
  gsize       name;
  gsize       start;
  gsize       end;
  guint32     first;
  guint32     next;
  AftJsonType type;
} AftJsonNode;

struct _AftJsonIndex
{
  GBytes     *bytes;
  const char *text;
  gsize       length;
  GArray     *nodes;
};

#define NODE(self, node) (&g_array_index ((self)->nodes, AftJsonNode, (node)))

gboolean aft_json_scan             (AftJsonIndex  *index,
                                    guint          max_depth,
                                    GError       **error);
void     aft_json_index_find_place (AftJsonIndex  *self,
                                    gsize          offset,
                                    guint         *line,
                                    guint         *column);

G_END_DECLS

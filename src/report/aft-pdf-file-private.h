/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-pdf-file.h"

G_BEGIN_DECLS

/* How a file is kept between reading (aft-pdf-file.c) and writing (aft-pdf-file-write.c). */
typedef struct
{
  AftPdfSpan  value;            /* nothing where there is no such object */
  AftPdfSpan  data;             /* what the stream holds, compressed; nothing where it is none */
  char       *own_value;        /* owned, nullable: where the value was set */
  GBytes     *own_data;         /* owned, nullable */
  gboolean    is_used;
  guint       stream;           /* written: the stream that holds it, or 0 */
  guint       place;            /* written: where in the stream, or in the file */
} AftPdfObject;

struct _AftPdfFile
{
  GBytes *bytes;                /* owned */
  GArray *objects;              /* of AftPdfObject, by number */
  guint   root;
  guint   info;
};

AftPdfObject *aft_pdf_file_get_object (AftPdfFile  *self,
                                       guint        number);
GBytes       *aft_pdf_compress        (const char  *data,
                                       gsize        length,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

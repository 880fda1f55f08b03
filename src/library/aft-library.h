/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

G_BEGIN_DECLS

#define AFT_TYPE_LIBRARY (aft_library_get_type ())

G_DECLARE_FINAL_TYPE (AftLibrary, aft_library, AFT, LIBRARY, GObject)

/**
 * AftLibraryError:
 * @AFT_LIBRARY_ERROR_DATABASE: the index can't be read or written
 *
 * Why the index of documents failed.
 */
typedef enum
{
  AFT_LIBRARY_ERROR_DATABASE,
} AftLibraryError;

#define AFT_LIBRARY_ERROR (aft_library_error_quark ())
GQuark aft_library_error_quark (void);

/**
 * AftLibraryEntry:
 * @uri: where the document is
 * @title: its title
 * @state: how far it has come
 * @dates: (nullable): when the incident was, for people
 * @open: how many action items are open
 * @overdue: how many of these are past their day
 * @opened: when it was last opened, in microseconds since 1970-01-01T00:00:00Z
 *
 * What the library knows of a document without opening it.
 */
typedef struct
{
  char             *uri;
  char             *title;
  AftDocumentState  state;
  char             *dates;
  guint             open;
  guint             overdue;
  gint64            opened;
} AftLibraryEntry;

AftLibrary *aft_library_new      (const char    *path,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    aft_library_record   (AftLibrary    *self,
                                  AftDocument   *document,
                                  const char    *uri,
                                  GError       **error);
gboolean    aft_library_forget   (AftLibrary    *self,
                                  const char    *uri,
                                  GError       **error);
GPtrArray  *aft_library_list     (AftLibrary    *self,
                                  const char    *words,
                                  const GDate   *today,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void        aft_library_entry_free (AftLibraryEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftLibraryEntry, aft_library_entry_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-action-item.h"
#include "aft-event.h"
#include "aft-library.h"

static AftDocument *
create_document (const char *title,
                 const char *due)
{
  AftDocument *document = aft_document_new ();
  g_autoptr(AftActionItem) item = aft_action_item_new ();
  g_autoptr(AftEvent) event = aft_event_new ();
  g_autoptr(AftMoment) at = aft_moment_new (G_GINT64_CONSTANT (1620331200) * G_USEC_PER_SEC, "UTC", AFT_PRECISION_DAY, FALSE, NULL);

  g_object_set (document, "title", title, "state", AFT_DOCUMENT_IN_REVIEW, NULL);
  g_object_set (item, "text", "Überprüfung der Fingerprints", "due", due, NULL);
  g_object_set (event, "at", at, NULL);
  aft_item_adopt (AFT_ITEM (document), "other-items", AFT_ITEM (item));
  aft_item_adopt (AFT_ITEM (document), "events", AFT_ITEM (event));

  return document;
}

static GPtrArray *
list (AftLibrary *library,
      const char *words)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *entries;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 6, G_DATE_AUGUST, 2021);
  entries = aft_library_list (library, words, &today, &error);
  g_assert_no_error (error);

  return entries;
}

static void
test_records (void)
{
  g_autoptr(AftLibrary) library = aft_library_new (":memory:", NULL);
  g_autoptr(AftDocument) first = create_document ("First", "2021-08-05");
  g_autoptr(AftDocument) second = create_document ("Second", "when it is done");
  g_autoptr(GPtrArray) entries = NULL;
  AftLibraryEntry *entry;

  g_assert_true (aft_library_record (library, first, "file:///a", NULL));
  g_usleep (2000);
  g_assert_true (aft_library_record (library, second, "file:///b", NULL));
  entries = list (library, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->title, ==, "Second");
  g_assert_cmpuint (entry->open, ==, 1);
  g_assert_cmpuint (entry->overdue, ==, 0);
  entry = entries->pdata[1];
  g_assert_cmpstr (entry->uri, ==, "file:///a");
  g_assert_cmpuint (entry->overdue, ==, 1);
  g_assert_cmpint (entry->state, ==, AFT_DOCUMENT_IN_REVIEW);
  g_assert_cmpstr (entry->dates, ==, "6 May 2021");
}

static void
test_record_again_replaces (void)
{
  g_autoptr(AftLibrary) library = aft_library_new (":memory:", NULL);
  g_autoptr(AftDocument) document = create_document ("First", "2021-08-05");
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GPtrArray) by_old_word = NULL;

  aft_library_record (library, document, "file:///a", NULL);
  g_object_set (document, "title", "Renamed", NULL);
  aft_library_record (library, document, "file:///a", NULL);
  entries = list (library, NULL);
  by_old_word = list (library, "First");
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpuint (((AftLibraryEntry *) entries->pdata[0])->open, ==, 1);
  g_assert_cmpuint (by_old_word->len, ==, 0);
}

static void
test_search (void)
{
  static const struct { const char *words; guint found; } cases[] = {
    { "fing", 1 }, { "uberpr", 1 }, { "first fing", 1 }, { "nothing", 0 }, { "\"", 0 }, { "fing OR nothing", 0 }, { "*", 0 }, { "", 1 },
  };
  g_autoptr(AftLibrary) library = aft_library_new (":memory:", NULL);
  g_autoptr(AftDocument) document = create_document ("First", "");

  aft_library_record (library, document, "file:///a", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) entries = list (library, cases[i].words);

      g_assert_cmpuint (entries->len, ==, cases[i].found);
    }
}

static void
test_forget (void)
{
  g_autoptr(AftLibrary) library = aft_library_new (":memory:", NULL);
  g_autoptr(AftDocument) document = create_document ("First", "");
  g_autoptr(GPtrArray) entries = NULL;

  aft_library_record (library, document, "file:///a", NULL);
  g_assert_true (aft_library_forget (library, "file:///a", NULL));
  entries = list (library, NULL);
  g_assert_cmpuint (entries->len, ==, 0);
}

static void
test_unusable_path (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AftLibrary) library = aft_library_new ("/proc/no-such-folder/library.db", &error);

  g_assert_null (library);
  g_assert_error (error, AFT_LIBRARY_ERROR, AFT_LIBRARY_ERROR_DATABASE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/records", test_records);
  g_test_add_func ("/library/record-again-replaces", test_record_again_replaces);
  g_test_add_func ("/library/search", test_search);
  g_test_add_func ("/library/forget", test_forget);
  g_test_add_func ("/library/unusable-path", test_unusable_path);

  return g_test_run ();
}

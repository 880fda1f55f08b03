/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "aft-document-reader.h"
#include "aft-document-schema.h"
#include "aft-document-writer.h"
#include "aft-event.h"
#include "aft-problem.h"

static AftDocument *
read_text (const char  *text,
           GPtrArray  **problems,
           GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return aft_document_read (bytes, problems, error);
}

static char *
write_text (AftDocument *document)
{
  g_autoptr(GBytes) bytes = aft_document_write (document);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

static void
test_sample_is_canonical (void)
{
  g_autofree char *path = g_build_filename (TEST_DATA, "samples", "rust-1.52-fingerprints.afterword", NULL);
  g_autofree char *content = NULL;
  g_autofree char *written = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(AftDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  document = read_text (content, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  written = write_text (document);
  g_assert_cmpstr (written, ==, content);
}

static const char with_unknown[] =
  "{\n"
  "  \"format\": \"afterword\",\n"
  "  \"version\": 1,\n"
  "  \"id\": \"d\",\n"
  "  \"title\": \"T\",\n"
  "  \"state\": \"resurrected\",\n"
  "  \"events\": [\n"
  "    {\n"
  "      \"id\": \"e\",\n"
  "      \"text\": \"x\",\n"
  "      \"at\": {\"instant\": \"2021-05-06T19:08:00Z\", \"century\": 21},\n"
  "      \"mood\": {\n"
  "        \"colour\": [1,  2, {\"deep\": null}]\n"
  "      }\n"
  "    }\n"
  "  ],\n"
  "  \"galaxy\": \"far \\u0041way\"\n"
  "}\n";

static void
test_unknown_is_kept (void)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(AftDocument) document = read_text (with_unknown, &problems, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = write_text (document);
  g_assert_cmpstr (written, ==, with_unknown);
  /* The state and the moment can't be understood. */
  g_assert_cmpuint (problems->len, ==, 2);
  g_assert_cmpuint (((AftReadProblem *) problems->pdata[0])->line, ==, 6);
  g_assert_cmpuint (((AftReadProblem *) problems->pdata[0])->column, ==, 12);
}

static void
test_known_wins_over_raw (void)
{
  g_autoptr(AftDocument) document = read_text (with_unknown, NULL, NULL);
  g_autofree char *written = NULL;
  g_autofree char *undone = NULL;

  g_object_set (document, "state", AFT_DOCUMENT_CLOSED, NULL);
  written = write_text (document);
  g_assert_nonnull (strstr (written, "\"state\": \"closed\""));
  g_assert_null (strstr (written, "resurrected"));
  aft_history_undo (aft_document_get_history (document));
  undone = write_text (document);
  g_assert_cmpstr (undone, ==, with_unknown);
}

typedef struct
{
  const char *text;
  GQuark    (*domain) (void);
  int         code;
  const char *place;
} BadCase;

static const BadCase bad_cases[] = {
  { "", aft_json_error_quark, AFT_JSON_ERROR_SYNTAX, "line 1, column 1" },
  { "[]", aft_json_error_quark, AFT_JSON_ERROR_SYNTAX, "line 1, column 1" },
  { "{} {}", aft_json_error_quark, AFT_JSON_ERROR_SYNTAX, "line 1, column 4" },
  { "{\"a\": 1, \"a\": 2}", aft_json_error_quark, AFT_JSON_ERROR_DUPLICATE, "line 1, column 10" },
  { "{\"a\": 1, \"\\u0061\": 2}", aft_json_error_quark, AFT_JSON_ERROR_DUPLICATE, "line 1, column 10" },
  { "{\"a\": \"x\\u0000y\"}", aft_json_error_quark, AFT_JSON_ERROR_TEXT, "line 1, column 9" },
  { "{\"a\": 1e999}", aft_json_error_quark, AFT_JSON_ERROR_NUMBER, "line 1" },
  { "{\"a\": 0.5}", aft_json_error_quark, AFT_JSON_ERROR_NUMBER, "line 1" },
  { "{\"a\": 01}", aft_json_error_quark, AFT_JSON_ERROR_NUMBER, "line 1" },
  { "{\"a\": 99999999999999999999}", aft_json_error_quark, AFT_JSON_ERROR_NUMBER, "line 1, column 7" },
  { "{\"a\": \"\\ud800\"}", aft_json_error_quark, AFT_JSON_ERROR_TEXT, "line 1" },
  { "{\"a\": \"\n\"}", aft_json_error_quark, AFT_JSON_ERROR_TEXT, "line 1" },
  { "{\"a\": 1,}", aft_json_error_quark, AFT_JSON_ERROR_SYNTAX, "line 1, column 9" },
  { "{'a': 1}", aft_json_error_quark, AFT_JSON_ERROR_SYNTAX, "line 1, column 2" },
  { "{\"a\": nan}", aft_json_error_quark, AFT_JSON_ERROR_SYNTAX, "line 1, column 7" },
  { "{ // no\n}", aft_json_error_quark, AFT_JSON_ERROR_SYNTAX, "line 1, column 3" },
  { "\xef\xbb\xbf{}", aft_json_error_quark, AFT_JSON_ERROR_SYNTAX, "line 1, column 1" },
  { "{\"a\": \"\xff\"}", aft_json_error_quark, AFT_JSON_ERROR_ENCODING, "line 1, column 8" },
  { "{\n  \"a\": {\n", aft_json_error_quark, AFT_JSON_ERROR_SYNTAX, "line 3, column 1" },
  { "{}", aft_read_error_quark, AFT_READ_ERROR_NOT_A_DOCUMENT, "line 1, column 1" },
  { "{\"format\": \"other\", \"version\": 1}", aft_read_error_quark, AFT_READ_ERROR_NOT_A_DOCUMENT, "line 1, column 12" },
  { "{\"format\": \"afterword\", \"version\": 0}", aft_read_error_quark, AFT_READ_ERROR_NOT_A_DOCUMENT, "line 1" },
  { "{\"format\": \"afterword\", \"version\": 1, \"events\": [1]}", aft_read_error_quark, AFT_READ_ERROR_NOT_A_DOCUMENT, "line 1" },
};

static void
test_bad_is_refused (gconstpointer data)
{
  const BadCase *bad = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(AftDocument) document = read_text (bad->text, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, bad->domain (), bad->code);
  g_assert_nonnull (strstr (error->message, bad->place));
}

static char *
nest (guint levels)
{
  GString *text = g_string_new ("{\"format\": \"afterword\", \"version\": 1, \"id\": \"d\", \"x\": ");

  for (guint i = 0; i < levels; i++)
    g_string_append_c (text, '[');
  for (guint i = 0; i < levels; i++)
    g_string_append_c (text, ']');
  g_string_append (text, "}");

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deep = nest (AFT_JSON_MAX_DEPTH - 1);
  g_autofree char *too_deep = nest (AFT_JSON_MAX_DEPTH);
  g_autofree char *hostile = nest (200000);
  g_autoptr(GError) error = NULL;
  g_autoptr(AftDocument) document = read_text (deep, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  g_assert_null (read_text (too_deep, NULL, &error));
  g_assert_error (error, AFT_JSON_ERROR, AFT_JSON_ERROR_DEPTH);
  g_clear_error (&error);
  g_assert_null (read_text (hostile, NULL, &error));
  g_assert_error (error, AFT_JSON_ERROR, AFT_JSON_ERROR_DEPTH);
}

/* A chain of whys as deep as items may nest. Returns the last one. */
static AftItem *
add_deepest (AftDocument *document)
{
  static const char *const lists[] = { "questions", "answers" };
  g_autoptr(AftProblem) problem = aft_problem_new ();
  AftItem *at = AFT_ITEM (problem);

  g_assert_true (aft_item_adopt (AFT_ITEM (document), "problems", at));
  for (guint i = 0; aft_item_get_depth (at) < AFT_ITEM_MAX_DEPTH; i++)
    {
      const char *list = lists[i % 2];
      g_autoptr(AftItem) child = g_object_new (g_list_model_get_item_type (aft_item_get_list (at, list)), NULL);
      g_autofree char *text = g_strdup_printf ("level %u", i);

      g_object_set (child, "text", text, NULL);
      g_assert_true (aft_item_adopt (at, list, child));
      at = child;
    }

  return at;
}

static void
test_deepest (void)
{
  static const char *const words[] = { "a", "b", NULL };
  g_autoptr(AftDocument) document = aft_document_new ();
  AftItem *last = add_deepest (document);
  g_autoptr(AftDocument) read = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autoptr(GString) deeper = NULL;

  g_assert_cmpuint (aft_item_get_depth (last), ==, AFT_ITEM_MAX_DEPTH);
  g_assert_cmpuint ((AFT_ITEM_MAX_DEPTH - 1) / 2, >=, 60);
  g_object_set (last, "events", words, NULL);
  written = write_text (document);
  read = read_text (written, &problems, &error);
  g_assert_no_error (error);
  again = write_text (read);
  g_assert_cmpstr (again, ==, written);

  deeper = g_string_new (written);
  g_string_replace (deeper, "\"events\": [\"a\", \"b\"]", "\"questions\": [{\"id\": \"q\"}]", 0);
  g_assert_null (read_text (deeper->str, NULL, &error));
  g_assert_error (error, AFT_READ_ERROR, AFT_READ_ERROR_TOO_DEEP);
  g_assert_nonnull (strstr (error->message, "line "));
  g_assert_nonnull (strstr (error->message, "column "));
}

/* What this version doesn't know may nest as well: where it could not be read again it may not go. */
static void
test_deep_unknown (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftItem *above = aft_item_get_parent (aft_item_get_parent (aft_item_get_parent (add_deepest (document))));
  g_autoptr(AftItem) shallow = g_object_new (g_list_model_get_item_type (aft_item_get_list (above, "answers")), NULL);
  g_autoptr(AftItem) deep = g_object_new (g_list_model_get_item_type (aft_item_get_list (above, "answers")), NULL);
  g_autofree char *written = NULL;
  g_autoptr(AftDocument) read = NULL;
  g_autoptr(GError) error = NULL;

  aft_item_keep_raw (shallow, "galaxy", "[{\"}}]]\\\"\": [[{}]]}]");
  aft_item_keep_raw (deep, "galaxy", "[[[[[[{}]]]]]]");
  g_assert_true (aft_item_adopt (above, "answers", shallow));
  g_assert_false (aft_item_adopt (above, "answers", deep));
  written = write_text (document);
  read = read_text (written, NULL, &error);
  g_assert_no_error (error);
}

static void
test_newer_is_read_only (void)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(AftDocument) document =
    read_text ("{\"format\": \"afterword\", \"version\": 7, \"id\": \"d\", \"title\": \"T\"}", &problems, NULL);

  g_assert_nonnull (document);
  g_assert_true (aft_history_is_read_only (aft_document_get_history (document)));
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
test_ids_and_references (void)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(AftDocument) document = read_text ("{\"format\": \"afterword\", \"version\": 1, \"id\": \"d\",\n"
                                               " \"events\": [{\"id\": \"e\"}, {\"id\": \"e\"}, {},\n"
                                               " {\"id\": \"f\", \"actor\": \"nobody\"}]}",
                                               &problems, NULL);

  g_assert_nonnull (document);
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpuint (((AftReadProblem *) problems->pdata[2])->line, ==, 3);
  g_assert_nonnull (strstr (((AftReadProblem *) problems->pdata[2])->message, "nobody"));
}

static void
test_moment_round_trip (void)
{
  static const char *const moments[] = {
    "{\"instant\": \"2021-05-06T19:08:00Z\", \"zone\": \"America/New_York\", \"precision\": \"minute\", \"written\": \"15:08 EST\", "
    "\"readings\": [\"2021-05-06T19:08:00Z\", \"2021-05-06T20:08:00Z\"]}",
    "{\"instant\": \"2017-01-01T00:00:00Z\", \"precision\": \"year\", \"approximate\": true}",
    "{\"instant\": \"1969-12-31T23:59:59.250000Z\", \"precision\": \"second\"}",
    "{\"unknown\": true, \"written\": \"later\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\n  \"format\": \"afterword\",\n  \"version\": 1,\n  \"id\": \"d\",\n  \"events\": [\n"
                                               "    {\n      \"id\": \"e\",\n      \"at\": %s\n    }\n  ]\n}\n", moments[i]);
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(AftDocument) document = read_text (text, &problems, NULL);
      g_autofree char *written = write_text (document);
      g_autoptr(AftEvent) event = g_list_model_get_item (aft_document_get_events (document), 0);

      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_nonnull (aft_event_get_at (event));
      g_assert_cmpstr (written, ==, text);
    }
}

static void
test_many_members (void)
{
  g_autoptr(GString) text = g_string_new ("{\"format\": \"afterword\", \"version\": 1, \"id\": \"d\"");
  g_autoptr(GError) error = NULL;
  g_autoptr(AftDocument) document = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, ", \"m%d\": %d", i, i);
  document = NULL;
  {
    g_autofree char *good = g_strconcat (text->str, "}", NULL);
    g_autofree char *bad = g_strconcat (text->str, ", \"m77\": 0}", NULL);

    document = read_text (good, NULL, &error);
    g_assert_no_error (error);
    g_assert_null (read_text (bad, NULL, &error));
    g_assert_error (error, AFT_JSON_ERROR, AFT_JSON_ERROR_DUPLICATE);
  }
  g_assert_nonnull (document);
}

/* The schema in data/ is made from the tables; AFT_UPDATE writes it. */
static void
test_schema_is_current (void)
{
  g_autofree char *path = g_build_filename (TEST_DATA, "afterword.schema.json", NULL);
  g_autofree char *schema = aft_document_schema_write ();
  g_autofree char *content = NULL;

  if (g_getenv ("AFT_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, schema, -1, NULL));

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, schema);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/sample-is-canonical", test_sample_is_canonical);
  g_test_add_func ("/format/unknown-is-kept", test_unknown_is_kept);
  g_test_add_func ("/format/known-wins-over-raw", test_known_wins_over_raw);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/format/bad/%02d", (int) i);

      g_test_add_data_func (name, &bad_cases[i], test_bad_is_refused);
    }
  g_test_add_func ("/format/depth", test_depth);
  g_test_add_func ("/format/deepest", test_deepest);
  g_test_add_func ("/format/deep-unknown", test_deep_unknown);
  g_test_add_func ("/format/newer-is-read-only", test_newer_is_read_only);
  g_test_add_func ("/format/ids-and-references", test_ids_and_references);
  g_test_add_func ("/format/moment-round-trip", test_moment_round_trip);
  g_test_add_func ("/format/many-members", test_many_members);
  g_test_add_func ("/format/schema-is-current", test_schema_is_current);

  return g_test_run ();
}

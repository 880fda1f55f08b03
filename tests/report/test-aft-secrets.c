/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "aft-event.h"
#include "aft-export-kind.h"
#include "aft-figure.h"
#include "aft-meeting.h"
#include "aft-paper-size.h"
#include "aft-publication.h"
#include "aft-role.h"
#include "aft-todo.h"
#include "report-fixture.h"

/* Whatever an edition leaves out holds this, in every field of every kind of item, and happened in this
 * year. */
#define SECRET "zqsecret"
#define SECRET_YEAR "1987"
#define DEEPEST 5

typedef struct
{
  GRand       *rand;
  AftDocument *document;
  GPtrArray   *items;           /* of all that can refer to each other */
  AftAudience  hidden;          /* of what is left out */
  gboolean     hides_top;       /* whether whole branches are left out, or what stands below */
  guint        n_secrets;
} Planter;

static gboolean
is_head_matter (AftItem *item)
{
  return AFT_IS_ROLE (item) || AFT_IS_MEETING (item) || AFT_IS_TODO (item) || AFT_IS_PUBLICATION (item);
}

static char *
dup_words (Planter  *self,
           gboolean  is_secret)
{
  return is_secret ? g_strdup_printf (SECRET "%u", self->n_secrets++) : g_strdup ("plain words");
}

static void
set_moment (Planter    *self,
            AftItem    *item,
            const char *field,
            gboolean    is_secret)
{
  g_autofree char *words = dup_words (self, is_secret);
  g_autoptr(GDateTime) date = g_date_time_new_utc (is_secret ? 1987 : 2021, 5, 1 + g_rand_int_range (self->rand, 0, 28),
                                                   12, 0, 0);
  g_autoptr(AftMoment) moment = aft_moment_new (g_date_time_to_unix (date) * G_USEC_PER_SEC, "UTC",
                                                AFT_PRECISION_MINUTE, FALSE, words);

  g_object_set (item, field, moment, NULL);
}

static void
set_text (Planter    *self,
          AftItem    *item,
          const char *field,
          gboolean    is_secret)
{
  g_autofree char *wider = g_strconcat (field, "-wider", NULL);
  const gboolean has_wider = aft_item_find_field (item, wider, NULL);
  const gboolean second = has_wider && g_rand_boolean (self->rand);
  g_autofree char *words = dup_words (self, is_secret || second);

  g_object_set (item, field, words, NULL);
  if (has_wider && (second || is_secret))
    {
      g_autofree char *other = dup_words (self, is_secret);

      g_object_set (item, wider, other, NULL);
    }
}

static void
fill (Planter  *self,
      AftItem  *item,
      gboolean  is_secret)
{
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *name = fields[i].name;
      g_autofree char *words = NULL;

      /* Pictures need bytes, and a wording for others comes with its first. */
      if (g_str_has_suffix (name, "-wider") || strcmp (name, "media-type") == 0 || strcmp (name, "sha256") == 0 ||
          strcmp (name, "data") == 0)
        continue;

      if (aft_field_is_text (&fields[i]))
        set_text (self, item, name, is_secret);
      else if (fields[i].type == AFT_FIELD_WORDS)
        {
          const char *list[] = { words = dup_words (self, is_secret), NULL };

          g_object_set (item, name, list, NULL);
        }
      else if (fields[i].type == AFT_FIELD_MOMENT)
        set_moment (self, item, name, is_secret);
      else if (fields[i].type == AFT_FIELD_MARKS)
        g_object_set (item, name, (guint) 1 << g_rand_int_range (self->rand, 0, 9), NULL);
    }
  if (AFT_IS_FIGURE (item))
    g_object_set (item, "checked", TRUE, NULL);
}

static void
plant (Planter  *self,
       AftItem  *parent,
       gboolean  is_secret,
       guint     depth)
{
  const AftItemTable *table = aft_item_get_table (parent);

  for (gsize i = 0; depth < DEEPEST && i < table->n_lists; i++)
    for (guint j = 0; j < 3; j++)
      {
        g_autoptr(AftItem) item = g_object_new (table->lists[i].item_type (), NULL);
        const gboolean hides = depth == 0 ? self->hides_top : g_rand_boolean (self->rand);
        const gboolean is_hidden = is_secret || is_head_matter (item) || (hides && j == 1);

        fill (self, item, is_hidden);
        if (is_hidden && !is_head_matter (item))
          g_object_set (item, "audience", self->hidden, NULL);
        aft_item_adopt (parent, table->lists[i].name, item);
        g_ptr_array_add (self->items, item);
        plant (self, item, is_hidden, depth + 1);
      }
}

/* Everything refers to anything, so that nothing is told by what refers to it. */
static void
refer (Planter *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      AftItem *item = g_ptr_array_index (self->items, i);
      guint n_fields;
      const AftField *fields = aft_item_get_fields (item, &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          AftItem *target = g_ptr_array_index (self->items, (guint) g_rand_int_range (self->rand, 0,
                                                                                     (gint32) self->items->len));
          AftItem *other = g_ptr_array_index (self->items, (guint) g_rand_int_range (self->rand, 0,
                                                                                    (gint32) self->items->len));
          const char *list[] = { aft_item_get_id (target), aft_item_get_id (other), NULL };

          if (fields[j].type == AFT_FIELD_REFERENCE)
            g_object_set (item, fields[j].name, list[0], NULL);
          else if (fields[j].type == AFT_FIELD_REFERENCES)
            g_object_set (item, fields[j].name, list, NULL);
        }
    }
}

static AftDocument *
create (guint32     seed,
        AftAudience hidden)
{
  Planter self = { g_rand_new_with_seed (seed), aft_document_new () };

  self.items = g_ptr_array_new ();
  self.hidden = hidden;
  self.hides_top = seed % 2 == 0;
  g_object_set (self.document, "title", "Plain title", "severity", "plain", "reference", "plain", NULL);
  plant (&self, AFT_ITEM (self.document), FALSE, 0);
  refer (&self);
  aft_document_set_ready (self.document);
  g_assert_cmpuint (self.n_secrets, >, 300);
  g_ptr_array_unref (self.items);
  g_rand_free (self.rand);

  return self.document;
}

static void
assert_word_silent (const char *word,
                    const char *data,
                    gsize       length,
                    const char *what)
{
  const gsize n = strlen (word);

  for (gsize at = 0; at + n <= length; at++)
    {
      gsize wide = 0;

      if (memcmp (data + at, word, n) == 0)
        g_error ("%s tells “%.*s”", what, (int) MIN (length - at, 40), data + at);
      /* As UTF-16, which a PDF may use. */
      while (at + 2 * n <= length && wide < n && data[at + 2 * wide] == '\0' &&
             data[at + 2 * wide + 1] == word[wide])
        wide++;
      if (wide == n)
        g_error ("%s tells “%s” in wide letters", what, word);
    }
}

static void
assert_silent (const char *data,
               gsize       length,
               const char *what)
{
  assert_word_silent (SECRET, data, length, what);
}

/* Elsewhere four digits may be a measure or a part of an id. */
static void
assert_told_silent (char       *told,
                    const char *what)
{
  if (told != NULL)
    {
      assert_silent (told, strlen (told), what);
      assert_word_silent (SECRET_YEAR, told, strlen (told), what);
    }
  g_free (told);
}

/* What readers see, what programs find, and every byte of every object. */
static void
assert_pdf_silent (GBytes *pdf)
{
  g_autofree char *folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.pdf", NULL);
  g_autofree char *plain = g_build_filename (folder, "x.qdf", NULL);
  g_autofree char *content = NULL;
  g_autofree char *ran = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  assert_told_silent (report_fixture_run ("pdftotext", "-raw", path, "-", NULL), "the text of the PDF");
  assert_told_silent (report_fixture_run ("pdfinfo", path, NULL), "what the PDF says of itself");
  assert_told_silent (report_fixture_run ("pdfinfo", "-struct-text", path, NULL), "the structure of the PDF");
  ran = report_fixture_run ("qpdf", "--qdf", "--object-streams=disable", path, plain, NULL);
  if (ran != NULL && g_file_get_contents (plain, &content, &length, NULL))
    {
      g_assert_cmpuint (length, >, g_bytes_get_size (pdf));
      assert_silent (content, length, "the plain PDF");
    }
  g_unlink (path);
  g_unlink (plain);
  g_rmdir (folder);
}

static void
assert_edition_silent (AftDocument *document,
                       AftEdition   edition)
{
  g_autoptr(AftReport) report = aft_report_build (document, edition, NULL);
  const AftExportOptions options = { AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT,
                                     AFT_MARKDOWN_FRONT_MATTER | AFT_MARKDOWN_MERMAID | AFT_MARKDOWN_IDS };
  gsize n_kinds;
  const AftExportKind *kinds = aft_export_kinds_get (&n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = aft_export_kind_write (&kinds[i], report, &options, NULL, &error);
      gsize length;
      const char *data;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &length);
      g_assert_cmpuint (length, >, 20);
      assert_silent (data, length, kinds[i].name);
      if (strcmp (kinds[i].name, "text") == 0)
        assert_told_silent (g_strndup (data, length), "the plain text");
      if (strcmp (kinds[i].name, "pdf") == 0)
        assert_pdf_silent (bytes);
    }
}

static void
test_organisation (void)
{
  for (guint32 seed = 1; seed <= 2; seed++)
    {
      g_autoptr(AftDocument) document = create (seed, AFT_AUDIENCE_TEAM);

      assert_edition_silent (document, AFT_EDITION_ORGANISATION);
    }
}

static void
test_public (void)
{
  for (guint32 seed = 3; seed <= 4; seed++)
    {
      g_autoptr(AftDocument) document = create (seed, seed == 3 ? AFT_AUDIENCE_TEAM : AFT_AUDIENCE_ORGANISATION);

      assert_edition_silent (document, AFT_EDITION_PUBLIC);
    }
}

/* The same words are there for the team, or the test would prove nothing. */
static void
test_team (void)
{
  g_autoptr(AftDocument) document = create (2, AFT_AUDIENCE_TEAM);
  g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
  const AftExportOptions options = { AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT };
  gsize n_kinds;
  const AftExportKind *kinds = aft_export_kinds_get (&n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    {
      g_autoptr(GBytes) bytes = aft_export_kind_write (&kinds[i], report, &options, NULL, NULL);
      g_autofree char *text = NULL;

      g_assert_nonnull (bytes);
      if (!g_str_has_prefix (kinds[i].media_type, "text/"))
        continue;
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_nonnull (strstr (text, SECRET));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/secrets/organisation", test_organisation);
  g_test_add_func ("/report/secrets/public", test_public);
  g_test_add_func ("/report/secrets/team", test_team);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-markdown-writer.h"
#include "aft-page-layout.h"
#include "report-fixture.h"

static void
test_demo (void)
{
  static const char *const languages[] = { "en", "de" };

  for (gsize i = 0; i < 2; i++)
    {
      g_autoptr(AftDocument) document = report_fixture_new (languages[i]);
      g_autoptr(AftReport) report = aft_report_build (document, AFT_EDITION_TEAM, NULL);
      g_autofree char *name = g_strdup_printf ("demo-%s.pdf", languages[i]);
      g_autofree char *path = report_fixture_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, name);
      g_autofree char *markdown = aft_markdown_write (report);
      g_autofree char *md_path = g_strconcat (path, ".md", NULL);

      g_file_set_contents (md_path, markdown, -1, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pdf/demo", test_demo);

  return g_test_run ();
}

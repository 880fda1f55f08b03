/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-cli.h"
#include "aft-dot-writer.h"
#include "aft-due.h"
#include "aft-figure-svg.h"
#include "aft-markdown-writer.h"
#include "aft-mermaid-writer.h"
#include "aft-outline-writer.h"
#include "aft-paper-size.h"
#include "aft-pdf.h"
#include "aft-report.h"

/* A kind either makes text, which is empty where there is nothing to tell, or bytes. */
typedef struct
{
  const char  *name;
  const char  *ending;          /* what the name of a file gets that nobody named */
  const char  *told_by[2];      /* endings that can mean nothing else */
  char      *(*write_text) (AftReport *report);
  GBytes    *(*write_bytes) (AftReport  *report,
                             GError    **error);
  gboolean     of_whys;         /* needs a tree of whys */
} KindRow;

static GBytes *write_pdf (AftReport  *report,
                          GError    **error);

static const KindRow kinds[] = {
  { "markdown", ".md", { ".md" }, aft_markdown_write, NULL, FALSE },
  { "pdf", ".pdf", { ".pdf" }, NULL, write_pdf, FALSE },
  { "outline", "-whys.txt", { NULL }, aft_outline_write, NULL, TRUE },
  { "mermaid", "-whys.mmd", { ".mmd", ".mermaid" }, aft_mermaid_write, NULL, TRUE },
  { "dot", "-whys.dot", { ".dot", ".gv" }, aft_dot_write, NULL, TRUE },
  { "svg-whys", "-whys.svg", { NULL }, NULL, aft_figure_svg_write_whys, TRUE },
  { "svg-timeline", "-timeline.svg", { NULL }, NULL, aft_figure_svg_write_timeline, FALSE },
};

static gboolean
is_told_by (const KindRow *kind,
            const char    *output)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind->told_by); i++)
    if (kind->told_by[i] != NULL && g_str_has_suffix (output, kind->told_by[i]))
      return TRUE;

  return FALSE;
}

static const KindRow *
find_kind (const char *name,
           const char *output)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((name != NULL && strcmp (kinds[i].name, name) == 0) ||
        (name == NULL && output != NULL && is_told_by (&kinds[i], output)))
      return &kinds[i];

  return NULL;
}

static GBytes *
write_pdf (AftReport  *report,
           GError    **error)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!aft_pdf_write (report, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT, stream, NULL, NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
write_kind (const KindRow  *kind,
            AftReport      *report,
            GError        **error)
{
  char *text;

  if (kind->of_whys && aft_report_get_trees (report)->len == 0)
    {
      /* Translators: stands behind the name of a file and a colon. */
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("this edition has no whys"));
      return NULL;
    }
  if (kind->write_bytes != NULL)
    return kind->write_bytes (report, error);

  text = kind->write_text (report);
  return g_bytes_new_take (text, strlen (text));
}

static char *
derive_output (const char    *input,
               const KindRow *kind)
{
  g_autofree char *stem = g_strdup (input);

  /* What comes from standard input goes to standard output. */
  if (strcmp (input, "-") == 0)
    return g_strdup ("-");

  if (g_str_has_suffix (stem, ".afterword"))
    stem[strlen (stem) - strlen (".afterword")] = '\0';

  return g_strconcat (stem, kind->ending, NULL);
}

static int
export_one (const char    *input,
            const char    *output,
            const KindRow *kind,
            AftEdition     edition,
            const char    *zone)
{
  GDate today;
  AftReportOptions options = { edition, zone, &today };
  g_autoptr(AftDocument) document = NULL;
  g_autoptr(AftReport) report = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  int status = AFT_CLI_DONE;

  document = aft_cli_load (input, NULL, NULL, &status);
  if (document == NULL)
    return status;

  aft_due_get_today (&today);
  report = aft_report_build_full (document, &options);
  bytes = write_kind (kind, report, &error);
  if (bytes == NULL)
    {
      aft_cli_complain ("%s: %s", input, error->message);
      return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? AFT_CLI_FAULTY : AFT_CLI_UNUSABLE;
    }

  return aft_cli_write (output, bytes) ? AFT_CLI_DONE : AFT_CLI_UNUSABLE;
}

static void
complain_about_kind (const char *to,
                     const char *output)
{
  if (to != NULL)
    /* Translators: what stands after “there are” is typed as it is; only “and” is translated. */
    aft_cli_complain (_("“%s” is not a kind to export to; there are markdown, pdf, outline, mermaid, dot, svg-whys "
                        "and svg-timeline"), to);
  else if (output != NULL && g_str_has_suffix (output, ".svg"))
    aft_cli_complain (_("an .svg file can be the whys or the timeline: say --to svg-whys or --to svg-timeline"));
  else
    aft_cli_complain (_("export needs --to KIND, or -o with an ending .md, .pdf, .mmd, .mermaid, .dot or .gv"));
}

static gboolean
check_options (const char    *to,
               const char    *output,
               const char    *edition_name,
               const char    *zone,
               const KindRow *kind,
               AftEdition    *edition)
{
  if (kind == NULL)
    {
      complain_about_kind (to, output);
      return FALSE;
    }
  if (edition_name != NULL && !aft_edition_from_name (edition_name, edition))
    {
      aft_cli_complain (_("“%s” is not an edition; there are team, organisation and public"), edition_name);
      return FALSE;
    }
  if (zone != NULL && !aft_zone_is_known (zone))
    {
      aft_cli_complain (_("“%s” is not a time zone that this machine knows"), zone);
      return FALSE;
    }

  return TRUE;
}

int
aft_cli_export (int    argc,
                char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *to = NULL;
  g_autofree char *edition_name = NULL;
  g_autofree char *zone = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write"), N_("FILE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to,
      N_("markdown, pdf, outline, mermaid, dot, svg-whys or svg-timeline; otherwise the ending of the output tells"),
      N_("KIND") },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &edition_name, N_("team, organisation or public"), N_("EDITION") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, N_("Show times in this zone"), N_("ZONE") },
    { NULL },
  };
  AftEdition edition = AFT_EDITION_TEAM;
  const KindRow *kind;
  int status;
  int result = AFT_CLI_DONE;

  if (!aft_cli_parse ("export", entries, &argc, &argv, &status))
    return status;
  if (argc < 2 || (output != NULL && argc > 2))
    {
      aft_cli_complain (argc < 2 ? _("export takes at least one file") : _("-o goes with one file only"));
      return AFT_CLI_UNUSABLE;
    }

  kind = find_kind (to, output);
  if (!check_options (to, output, edition_name, zone, kind, &edition))
    return AFT_CLI_UNUSABLE;

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *derived = output != NULL ? g_strdup (output) : derive_output (argv[i], kind);

      status = export_one (argv[i], derived, kind, edition, zone);
      result = MAX (result, status);
    }

  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-cli.h"
#include "aft-due.h"
#include "aft-export-kind.h"
#include "aft-glyphs.h"
#include "aft-paper-size.h"

/* The words for all kinds, or for those whose files end so. */
static char *
dup_names (const char *suffix)
{
  g_autoptr(GString) names = g_string_new (NULL);
  gsize n_kinds;
  const AftExportKind *kinds = aft_export_kinds_get (&n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    if (suffix == NULL || strcmp (aft_export_kind_get_suffix (&kinds[i]), suffix) == 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", kinds[i].name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* The endings that tell a kind. */
static char *
dup_endings (void)
{
  g_autoptr(GString) endings = g_string_new (NULL);
  gsize n_kinds;
  const AftExportKind *kinds = aft_export_kinds_get (&n_kinds);

  for (gsize i = 0; i < n_kinds; i++)
    for (gsize j = 0; kinds[i].told_by[j] != NULL; j++)
      g_string_append_printf (endings, "%s%s", endings->len > 0 ? ", " : "", kinds[i].told_by[j]);

  return g_string_free (g_steal_pointer (&endings), FALSE);
}

static char *
derive_output (const char          *input,
               const AftExportKind *kind)
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
export_one (const char          *input,
            const char          *output,
            const AftExportKind *kind,
            AftReportOptions     options,
            const AftExportOptions *how)
{
  GDate today;
  g_autoptr(AftDocument) document = NULL;
  g_autoptr(AftReport) report = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *missing = NULL;
  int status = AFT_CLI_DONE;

  document = aft_cli_load (input, NULL, NULL, &status);
  if (document == NULL)
    return status;

  aft_due_get_today (&today);
  options.today = &today;
  report = aft_report_build_full (document, &options);
  bytes = aft_export_kind_write (kind, report, how, NULL, &error);
  if (bytes == NULL)
    {
      aft_cli_complain ("%s: %s", input, error->message);
      return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? AFT_CLI_FAULTY : AFT_CLI_UNUSABLE;
    }

  missing = kind->is_drawn ? aft_glyphs_dup_missing (report) : NULL;
  if (missing != NULL)
    /* Translators: the first %s is a file, the second some characters */
    aft_cli_complain (_("%s: no font of this machine has %s; boxes stand in their place"), input, missing);

  return aft_cli_write (output, bytes) ? AFT_CLI_DONE : AFT_CLI_UNUSABLE;
}

static void
complain_about_kind (const char *to,
                     const char *output)
{
  const char *suffix = output != NULL ? strrchr (output, '.') : NULL;
  g_autofree char *names = dup_names (to == NULL ? suffix : NULL);
  g_autofree char *endings = dup_endings ();

  if (to != NULL)
    /* Translators: the first %s is what was typed, the second a list of the words that can be typed */
    aft_cli_complain (_("“%s” is not a kind to export to; there are: %s"), to, names);
  else if (suffix != NULL && names[0] != '\0')
    /* Translators: the first %s is an ending such as “.svg”, the second a list of the words that can be typed
     * behind --to */
    aft_cli_complain (_("the ending %s does not tell the kind; say --to and one of: %s"), suffix, names);
  else
    /* Translators: %s is a list of endings, such as “.md, .pdf” */
    aft_cli_complain (_("export needs --to KIND, or -o with one of the endings %s"), endings);
}

static gboolean
check_options (const char          *to,
               const char          *output,
               const char          *edition_name,
               const char          *zone,
               const AftExportKind *kind,
               AftEdition          *edition)
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

static gboolean
read_paper (const char       *paper,
            AftExportOptions *how)
{
  if (paper == NULL || strcmp (paper, "a4") == 0)
    return TRUE;
  if (strcmp (paper, "letter") != 0)
    {
      aft_cli_complain (_("“%s” is not a paper; there are a4 and letter"), paper);
      return FALSE;
    }

  how->paper_width = AFT_PAPER_LETTER_WIDTH;
  how->paper_height = AFT_PAPER_LETTER_HEIGHT;
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
  g_autofree char *paper = NULL;
  gboolean front_matter = FALSE;
  gboolean mermaid = FALSE;
  gboolean ids = FALSE;
  g_autofree char *names = dup_names (NULL);
  /* Translators: %s is a list of the words that can be typed */
  g_autofree char *kinds = g_strdup_printf (_("One of %s; otherwise the ending of the output tells"), names);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write"), N_("FILE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, kinds, N_("KIND") },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &edition_name, N_("team, organisation or public"), N_("EDITION") },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &zone, N_("Show times in this zone"), N_("ZONE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_("The paper of a PDF: a4 or letter"), N_("PAPER") },
    { "front-matter", 0, 0, G_OPTION_ARG_NONE, &front_matter, N_("Markdown: begin with title and more as YAML") },
    { "mermaid", 0, 0, G_OPTION_ARG_NONE, &mermaid, N_("Markdown: draw the whys as Mermaid diagrams as well") },
    { "ids", 0, 0, G_OPTION_ARG_NONE, &ids, N_("Markdown: say in comments which item each part comes from") },
    { NULL },
  };
  AftReportOptions options = { AFT_EDITION_TEAM };
  AftExportOptions how = { AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT };
  const AftExportKind *kind;
  int status;
  int result = AFT_CLI_DONE;

  if (!aft_cli_parse ("export", entries, &argc, &argv, &status))
    return status;
  if (argc < 2 || (output != NULL && argc > 2))
    {
      aft_cli_complain (argc < 2 ? _("export takes at least one file") : _("-o goes with one file only"));
      return AFT_CLI_UNUSABLE;
    }

  kind = to != NULL ? aft_export_kind_find (to) : output != NULL ? aft_export_kind_find_by_file (output) : NULL;
  if (!check_options (to, output, edition_name, zone, kind, &options.edition) || !read_paper (paper, &how))
    return AFT_CLI_UNUSABLE;
  options.zone = zone;
  how.markdown = (front_matter ? AFT_MARKDOWN_FRONT_MATTER : 0) | (mermaid ? AFT_MARKDOWN_MERMAID : 0) |
                 (ids ? AFT_MARKDOWN_IDS : 0);

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *derived = output != NULL ? g_strdup (output) : derive_output (argv[i], kind);

      status = export_one (argv[i], derived, kind, options, &how);
      result = MAX (result, status);
    }

  return result;
}

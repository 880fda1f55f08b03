/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "aft-cli.h"
#include "aft-document-writer.h"
#include "aft-due.h"
#include "aft-edition.h"
#include "aft-publication-check.h"
#include "aft-review.h"
#include "aft-template.h"

/* Commands that make, read and rewrite documents. */

static void
list_templates (void)
{
  g_autoptr(GPtrArray) templates = aft_template_list ();

  for (guint i = 0; i < templates->len; i++)
    g_print ("%-18s %s\n", aft_template_get_id (templates->pdata[i]), aft_template_get_name (templates->pdata[i]));
}

int
aft_cli_new (int    argc,
             char **argv)
{
  g_autofree char *template_id = NULL;
  g_autofree char *title = NULL;
  gboolean list = FALSE;
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_STRING, &template_id, N_("Which template"), N_("NAME") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_("The title of the postmortem"), N_("TITLE") },
    { "list", 'l', 0, G_OPTION_ARG_NONE, &list, N_("Name the templates"), NULL },
    { "force", 'f', 0, G_OPTION_ARG_NONE, &force, N_("Replace a file that exists"), NULL },
    { NULL },
  };
  AftTemplate *template;
  g_autoptr(AftDocument) document = NULL;
  g_autoptr(GBytes) bytes = NULL;
  int status;

  if (!aft_cli_parse ("new", entries, &argc, &argv, &status))
    return status;
  if (list)
    {
      list_templates ();
      return AFT_CLI_DONE;
    }
  if (argc != 2)
    {
      aft_cli_complain (_("new takes one file"));
      return AFT_CLI_UNUSABLE;
    }

  template = aft_template_find (template_id != NULL ? template_id : "course-correction");
  if (template == NULL)
    {
      aft_cli_complain (_("there is no template “%s”; “afterword-cli new --list” names them"), template_id);
      return AFT_CLI_UNUSABLE;
    }
  if (!force && strcmp (argv[1], "-") != 0 && g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      aft_cli_complain (_("%s: the file exists already; --force replaces it"), argv[1]);
      return AFT_CLI_UNUSABLE;
    }

  document = aft_template_create_document (template, title != NULL ? title : "");
  bytes = aft_document_write (document);

  return aft_cli_write (argv[1], bytes) ? AFT_CLI_DONE : AFT_CLI_UNUSABLE;
}

static void
print_problems (const char *path,
                GPtrArray  *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const AftReadProblem *problem = problems->pdata[i];

      g_printerr ("%s:%u:%u: %s\n", path, problem->line, problem->column, problem->message);
    }
}

int
aft_cli_validate (int    argc,
                  char **argv)
{
  int status;
  int result = AFT_CLI_DONE;

  if (!aft_cli_parse ("validate", NULL, &argc, &argv, &status))
    return status;
  if (argc < 2)
    {
      aft_cli_complain (_("validate takes at least one file"));
      return AFT_CLI_UNUSABLE;
    }

  for (int i = 1; i < argc; i++)
    {
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(AftDocument) document = aft_cli_load (argv[i], NULL, &problems, &status);

      if (document == NULL)
        {
          result = MAX (result, status);
          continue;
        }
      print_problems (argv[i], problems);
      if (problems->len > 0)
        result = MAX (result, AFT_CLI_FAULTY);
    }

  return result;
}

static int
format_one (const char *path)
{
  g_autoptr(AftFileState) state = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(AftDocument) document = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *hash = NULL;
  int status = AFT_CLI_DONE;

  document = aft_cli_load (path, &state, &problems, &status);
  if (document == NULL)
    return status;

  if (aft_history_is_read_only (aft_document_get_history (document)))
    {
      aft_cli_complain (_("%s: a newer version of Afterword wrote this; it is left as it is"), path);
      return AFT_CLI_FAULTY;
    }
  print_problems (path, problems);

  bytes = aft_document_write (document);
  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (state != NULL && g_strcmp0 (hash, state->hash) == 0)
    return AFT_CLI_DONE;

  return aft_cli_write (path, bytes) ? AFT_CLI_DONE : AFT_CLI_UNUSABLE;
}

int
aft_cli_format (int    argc,
                char **argv)
{
  int status;
  int result = AFT_CLI_DONE;

  if (!aft_cli_parse ("format", NULL, &argc, &argv, &status))
    return status;
  if (argc < 2)
    {
      aft_cli_complain (_("format takes at least one file"));
      return AFT_CLI_UNUSABLE;
    }

  for (int i = 1; i < argc; i++)
    {
      status = format_one (argv[i]);
      result = MAX (result, status);
    }

  return result;
}

static gboolean
is_required (AftItem  *section,
             gpointer  user_data)
{
  return user_data != NULL && aft_template_is_required (user_data, AFT_SECTION (section));
}

static void
add_finding (JsonBuilder *builder,
             const char  *path,
             AftFinding  *finding)
{
  static const char *const weights[] = { "fault", "gap", "hint" };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, path);
  json_builder_set_member_name (builder, "rule");
  json_builder_add_string_value (builder, aft_finding_get_rule (finding));
  json_builder_set_member_name (builder, "weight");
  json_builder_add_string_value (builder, weights[aft_finding_get_weight (finding)]);
  json_builder_set_member_name (builder, "item");
  json_builder_add_string_value (builder, aft_item_get_id (aft_finding_get_item (finding)));
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, aft_finding_get_message (finding));
  json_builder_set_member_name (builder, "advice");
  json_builder_add_string_value (builder, aft_finding_get_advice (finding));
  if (aft_finding_get_field (finding) != NULL)
    {
      json_builder_set_member_name (builder, "field");
      json_builder_add_string_value (builder, aft_finding_get_field (finding));
      json_builder_set_member_name (builder, "replacement");
      json_builder_add_string_value (builder, aft_finding_get_replacement (finding));
    }
  json_builder_end_object (builder);
}

static void
print_finding (const char *path,
               AftFinding *finding)
{
  g_autofree char *heading = g_strdup (aft_item_get_heading (aft_finding_get_item (finding)));

  g_print ("%s: %s", path, aft_finding_get_message (finding));
  if (heading[0] != '\0')
    g_print (" [%s]", heading);
  g_print ("\n    %s\n", aft_finding_get_advice (finding));
  if (aft_finding_get_replacement (finding) != NULL)
    /* Translators: what might be written instead, below what was found */
    g_print (_("    Perhaps: %s\n"), aft_finding_get_replacement (finding));
}

/* The review's findings, or what an edition would tell that nobody has checked. */
static GPtrArray *
find_all (AftDocument *document,
          const char  *edition_name,
          AftEdition   edition)
{
  GDate today;

  if (edition_name != NULL)
    return aft_publication_check_run (document, edition);

  aft_due_get_today (&today);
  return aft_review_run (document, &today, is_required, aft_template_find (aft_document_get_template (document)));
}

int
aft_cli_check (int    argc,
               char **argv)
{
  gboolean json = FALSE;
  g_autofree char *edition_name = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &edition_name,
      N_("Look for what nobody has checked before this edition is published"), N_("EDITION") },
    { NULL },
  };
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  AftEdition edition = AFT_EDITION_PUBLIC;
  int status;
  int result = AFT_CLI_DONE;

  if (!aft_cli_parse ("check", entries, &argc, &argv, &status))
    return status;
  if (argc < 2)
    {
      aft_cli_complain (_("check takes at least one file"));
      return AFT_CLI_UNUSABLE;
    }
  if (edition_name != NULL && !aft_edition_from_name (edition_name, &edition))
    {
      aft_cli_complain (_("“%s” is not an edition; there are team, organisation and public"), edition_name);
      return AFT_CLI_UNUSABLE;
    }

  json_builder_begin_array (builder);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr(AftDocument) document = aft_cli_load (argv[i], NULL, NULL, &status);
      g_autoptr(GPtrArray) findings = NULL;

      if (document == NULL)
        {
          result = MAX (result, status);
          continue;
        }

      findings = find_all (document, edition_name, edition);
      for (guint j = 0; j < findings->len; j++)
        if (json)
          add_finding (builder, argv[i], findings->pdata[j]);
        else
          print_finding (argv[i], findings->pdata[j]);
      if (findings->len > 0)
        result = MAX (result, AFT_CLI_FAULTY);
    }
  json_builder_end_array (builder);

  if (json)
    {
      g_autoptr(JsonNode) root = json_builder_get_root (builder);
      g_autofree char *text = json_to_string (root, TRUE);

      g_print ("%s\n", text);
    }

  return result;
}

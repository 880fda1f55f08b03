/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-cli"

#include "config.h"

#include <glib/gi18n.h>
#include <gio/gunixinputstream.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "aft-cli.h"

static const AftCliCommand commands[] = {
  { "new", N_("[OPTION…] FILE"), N_("Write an empty postmortem"), aft_cli_new },
  { "show", N_("[--json] FILE"), N_("Print title, state, counts and metrics"), aft_cli_show },
  { "validate", N_("FILE…"), N_("Read strictly and say what is wrong"), aft_cli_validate },
  { "format", N_("FILE…"), N_("Rewrite in the one canonical form, in place"), aft_cli_format },
  { "export", N_("[OPTION…] FILE…"), N_("Export the report, or the whys or the timeline alone"), aft_cli_export },
  { "check", N_("[--json] FILE…"), N_("Print what review finds"), aft_cli_check },
};

static void
print_help (void)
{
  g_print ("%s\n  afterword-cli %s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] [FILE…]"), _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _(commands[i].summary));
  g_print ("\n%s\n", _("“afterword-cli COMMAND --help” tells more. A file “-” is standard input or output."));
}

const AftCliCommand *
aft_cli_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];

  return NULL;
}

void
aft_cli_complain (const char *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("afterword-cli: %s\n", message);
}

/* Understands the options of one command; help and wrong use end it. */
gboolean
aft_cli_parse (const char         *name,
               const GOptionEntry *entries,
               int                *argc,
               char             ***argv,
               int                *status)
{
  const AftCliCommand *command = aft_cli_find (name);
  g_autofree char *parameters = g_strdup_printf ("%s %s", name, _(command->arguments));
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { NULL },
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      aft_cli_complain ("%s", error->message);
      *status = AFT_CLI_UNUSABLE;
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = NULL;

      g_print ("%s\n  afterword-cli %s\n\n", _("Usage:"), parameters);
      text = g_option_context_get_help (context, FALSE, NULL);
      /* GLib's own usage line names no command: what follows it is kept. */
      g_print ("%s", strstr (text, "\n\n") != NULL ? strstr (text, "\n\n") + 2 : text);
      *status = AFT_CLI_DONE;
      return FALSE;
    }

  return TRUE;
}

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr(GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Reads a document and says on standard error why it can't. */
AftDocument *
aft_cli_load (const char    *path,
              AftFileState **state,
              GPtrArray    **problems,
              int           *status)
{
  g_autoptr(GError) error = NULL;
  AftDocument *document = NULL;

  if (strcmp (path, "-") == 0)
    {
      g_autoptr(GBytes) bytes = read_standard_input (&error);

      if (bytes != NULL)
        document = aft_document_read (bytes, problems, &error);
    }
  else
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);

      document = aft_document_file_load (file, NULL, state, problems, &error);
    }

  if (document == NULL)
    {
      aft_cli_complain ("%s: %s", path, error->message);
      *status = error->domain == AFT_JSON_ERROR || error->domain == AFT_READ_ERROR ? AFT_CLI_FAULTY : AFT_CLI_UNUSABLE;
    }

  return document;
}

static gboolean
write_stream (FILE       *stream,
              const char *path,
              GBytes     *bytes)
{
  gsize length;
  const char *content = g_bytes_get_data (bytes, &length);

  if (fwrite (content, 1, length, stream) == length && fflush (stream) == 0)
    return TRUE;

  aft_cli_complain ("%s: %s", path, g_strerror (errno));
  return FALSE;
}

/* A device or a pipe is written to; anything else is replaced at once, or stays as it is. */
gboolean
aft_cli_write (const char *path,
               GBytes     *bytes)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(AftFileState) state = NULL;

  if (strcmp (path, "-") == 0)
    return write_stream (stdout, _("standard output"), bytes);

  file = g_file_new_for_commandline_arg (path);
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_SPECIAL)
    {
      FILE *stream = fopen (path, "wb");
      const gboolean written = stream != NULL && write_stream (stream, path, bytes);

      if (stream == NULL)
        aft_cli_complain ("%s: %s", path, g_strerror (errno));
      else
        fclose (stream);
      return written;
    }

  state = aft_document_file_store (bytes, file, NULL, NULL, &error);
  if (state == NULL)
    aft_cli_complain ("%s: %s", path, error->message);

  return state != NULL;
}

int
main (int    argc,
      char **argv)
{
  const AftCliCommand *command;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("afterword-cli");

  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return argc < 2 ? AFT_CLI_UNUSABLE : AFT_CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("Afterword %s\n", PACKAGE_VERSION);
      return AFT_CLI_DONE;
    }

  command = aft_cli_find (argv[1]);
  if (command == NULL)
    {
      aft_cli_complain (_("“%s” is not a command; “afterword-cli --help” lists them"), argv[1]);
      return AFT_CLI_UNUSABLE;
    }

  return command->run (argc - 1, argv + 1);
}

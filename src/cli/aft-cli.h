/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document-file.h"

G_BEGIN_DECLS

/* The exit status of a command. */
#define AFT_CLI_DONE 0
#define AFT_CLI_FAULTY 1
#define AFT_CLI_UNUSABLE 2

/**
 * AftCliCommand:
 * @name: the word for it
 * @arguments: what follows, for the help
 * @summary: what it does, for the help
 * @run: does it; the first argument is the command's name
 *
 * One command of afterword-cli.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int       (*run) (int    argc,
                    char **argv);
} AftCliCommand;

AftDocument *aft_cli_load        (const char         *path,
                                  AftFileState      **state,
                                  GPtrArray         **problems,
                                  int                *status);
gboolean     aft_cli_write       (const char         *path,
                                  GBytes             *bytes);
gboolean     aft_cli_parse       (const char         *command,
                                  const GOptionEntry *entries,
                                  int                *argc,
                                  char             ***argv,
                                  int                *status);
void         aft_cli_complain    (const char         *format,
                                  ...) G_GNUC_PRINTF (1, 2);
const AftCliCommand *aft_cli_find (const char        *name);

int          aft_cli_new         (int                 argc,
                                  char              **argv);
int          aft_cli_show        (int                 argc,
                                  char              **argv);
int          aft_cli_validate    (int                 argc,
                                  char              **argv);
int          aft_cli_format      (int                 argc,
                                  char              **argv);
int          aft_cli_export      (int                 argc,
                                  char              **argv);
int          aft_cli_check       (int                 argc,
                                  char              **argv);

G_END_DECLS

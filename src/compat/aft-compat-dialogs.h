/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AftCompatResponse:
 * @id: what the callback gets
 * @label: what stands on the button, with a mnemonic
 * @appearance: how it looks
 *
 * One button of a question.
 */
typedef struct
{
  const char            *id;
  const char            *label;
  AdwResponseAppearance  appearance;
} AftCompatResponse;

typedef void (* AftCompatAnswerFunc) (const char *response,
                                      gpointer    user_data);
typedef void (* AftCompatFileFunc)   (GFile      *file,
                                      gpointer    user_data);

void aft_compat_ask         (GtkWindow               *parent,
                             const char              *heading,
                             const char              *body,
                             const AftCompatResponse *responses,
                             guint                    n_responses,
                             const char              *default_response,
                             AftCompatAnswerFunc      callback,
                             gpointer                 user_data);
void aft_compat_choose_file (GtkWindow               *parent,
                             GtkFileChooserAction     action,
                             const char              *title,
                             const char              *accept_label,
                             GFile                   *folder,
                             const char              *name,
                             GListModel              *filters,
                             AftCompatFileFunc        callback,
                             gpointer                 user_data);
void aft_compat_show_about  (GtkWindow               *parent,
                             const char              *version);

G_END_DECLS

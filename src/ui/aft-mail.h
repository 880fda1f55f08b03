/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     aft_mail_compose_async  (const char           *subject,
                                  const char           *body,
                                  GFile                *attachment,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean aft_mail_compose_finish (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS

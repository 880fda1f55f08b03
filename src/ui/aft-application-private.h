/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-application.h"
#include "aft-window.h"

G_BEGIN_DECLS

struct _AftApplication
{
  AdwApplication  parent_instance;

  /* Owned */
  GSettings      *settings;
  AftLibrary     *library;

  guint           restore_idle;
  gboolean        library_failed;
  gboolean        started;
  gboolean        quitting;
};

AftWindow *aft_application_open_one       (AftApplication *self,
                                           GFile          *file);
AftWindow *aft_application_open_document  (AftApplication *self,
                                           AftSession     *session);
void       aft_application_save_session   (AftApplication *self);
gboolean   aft_application_restore_session (AftApplication *self);
void       aft_application_offer_recovery (AftApplication *self);

G_END_DECLS

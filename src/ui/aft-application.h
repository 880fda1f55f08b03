/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "aft-document.h"
#include "aft-library.h"

G_BEGIN_DECLS

#define AFT_TYPE_APPLICATION (aft_application_get_type ())

G_DECLARE_FINAL_TYPE (AftApplication, aft_application, AFT, APPLICATION, AdwApplication)

AftApplication *aft_application_new           (void) G_GNUC_WARN_UNUSED_RESULT;
AftLibrary     *aft_application_get_library   (AftApplication *self);
GSettings      *aft_application_get_settings  (AftApplication *self);
void            aft_application_note_document (AftApplication *self,
                                               AftDocument    *document,
                                               GFile          *file);

G_END_DECLS

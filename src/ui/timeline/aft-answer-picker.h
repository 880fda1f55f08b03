/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "aft-event.h"
#include "aft-session.h"

G_BEGIN_DECLS

#define AFT_TYPE_ANSWER_PICKER (aft_answer_picker_get_type ())

G_DECLARE_FINAL_TYPE (AftAnswerPicker, aft_answer_picker, AFT, ANSWER_PICKER, GtkWidget)

void aft_answer_picker_set_event (AftAnswerPicker *self,
                                  AftSession      *session,
                                  AftEvent        *event);
void aft_answer_picker_fill      (AftAnswerPicker *self);

G_END_DECLS

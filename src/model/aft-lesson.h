/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_LESSON (aft_lesson_get_type ())

G_DECLARE_FINAL_TYPE (AftLesson, aft_lesson, AFT, LESSON, AftItem)

AftLesson *aft_lesson_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char        *aft_lesson_get_text         (AftLesson *self);
const char        *aft_lesson_get_text_wider   (AftLesson *self);
const char        *aft_lesson_get_reason       (AftLesson *self);
const char *const *aft_lesson_get_formerly     (AftLesson *self);
const char *const *aft_lesson_get_answers      (AftLesson *self);
const char *const *aft_lesson_get_factors      (AftLesson *self);
const char *const *aft_lesson_get_observations (AftLesson *self);
AftAudience        aft_lesson_get_audience     (AftLesson *self);
GListModel        *aft_lesson_get_actions      (AftLesson *self);

G_END_DECLS

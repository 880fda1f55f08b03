/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-item.h"

G_BEGIN_DECLS

#define AFT_TYPE_SECTION (aft_section_get_type ())

G_DECLARE_FINAL_TYPE (AftSection, aft_section, AFT, SECTION, AftItem)

AftSection *aft_section_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char     *aft_section_get_title          (AftSection *self);
AftSectionKind  aft_section_get_kind           (AftSection *self);
const char     *aft_section_get_one_line       (AftSection *self);
const char     *aft_section_get_one_line_wider (AftSection *self);
const char     *aft_section_get_text           (AftSection *self);
const char     *aft_section_get_text_wider     (AftSection *self);
const char     *aft_section_get_surprise       (AftSection *self);
const char     *aft_section_get_surprise_wider (AftSection *self);
AftAudience     aft_section_get_audience       (AftSection *self);
GListModel     *aft_section_get_questions      (AftSection *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"
#include "aft-section.h"

G_BEGIN_DECLS

#define AFT_TYPE_TEMPLATE (aft_template_get_type ())

G_DECLARE_FINAL_TYPE (AftTemplate, aft_template, AFT, TEMPLATE, GObject)

GPtrArray   *aft_template_list                 (void);
AftTemplate *aft_template_find                 (const char  *id);
const char  *aft_template_get_id               (AftTemplate *self);
const char  *aft_template_get_name             (AftTemplate *self);
const char  *aft_template_get_description      (AftTemplate *self);
const char  *aft_template_get_origin           (AftTemplate *self);
const char  *aft_template_get_symbol           (AftTemplate *self);
const char  *aft_template_get_guidance         (AftTemplate *self,
                                                AftSection  *section);
gboolean     aft_template_is_required          (AftTemplate *self,
                                                AftSection  *section);
AftDocument *aft_template_create_document      (AftTemplate *self,
                                                const char  *title) G_GNUC_WARN_UNUSED_RESULT;
void         aft_template_apply                (AftTemplate *self,
                                                AftDocument *document);

G_END_DECLS

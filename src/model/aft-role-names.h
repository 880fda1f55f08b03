/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "aft-document.h"

G_BEGIN_DECLS

/**
 * AftRoleNames:
 *
 * The names, handles and addresses of the people of a document, as they may stand in its texts.
 */
typedef struct _AftRoleNames AftRoleNames;

/**
 * AftRoleNameFunc:
 * @found: as the name stands in the text
 * @role: whose it is
 * @is_replaced: %FALSE where it is left as it is, for it may be a word as well
 * @user_data: what was given
 *
 * Told of each name in a text.
 */
typedef void (* AftRoleNameFunc) (const char *found,
                                  AftItem    *role,
                                  gboolean    is_replaced,
                                  gpointer    user_data);

AftRoleNames *aft_role_names_new     (AftDocument     *document) G_GNUC_WARN_UNUSED_RESULT;
void          aft_role_names_free    (AftRoleNames    *self);
char         *aft_role_names_replace (AftRoleNames    *self,
                                      const char      *text,
                                      AftRoleNameFunc  func,
                                      gpointer         user_data) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftRoleNames, aft_role_names_free)

G_END_DECLS

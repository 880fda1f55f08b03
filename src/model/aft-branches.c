/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include "aft-branches.h"

static void
link_free (gpointer data)
{
  AftBranchLink *link = data;

  g_free (link->from);
  g_free (link->field);
  g_free (link->to);
  g_free (link);
}

/**
 * aft_branches_new:
 * @items: (transfer full) (element-type AftItem): problems, questions and answers of no document
 * @document: (nullable): the id of the document they come from
 *
 * Returns: (transfer full): branches without links
 */
AftBranches *
aft_branches_new (GPtrArray  *items,
                  const char *document)
{
  AftBranches *self;

  g_return_val_if_fail (items != NULL, NULL);

  self = g_new0 (AftBranches, 1);
  self->items = items;
  self->document = g_strdup (document);
  self->links = g_ptr_array_new_with_free_func (link_free);

  return self;
}

/**
 * aft_branches_free:
 * @self: (transfer full): branches
 */
void
aft_branches_free (AftBranches *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->links);
  g_free (self->document);
  g_free (self);
}

/**
 * aft_branches_add_link:
 * @self: branches
 * @from: the id of an item outside
 * @field: the field in which it refers to one of them
 * @to: the id to which it refers
 */
void
aft_branches_add_link (AftBranches *self,
                       const char  *from,
                       const char  *field,
                       const char  *to)
{
  AftBranchLink *link;

  g_return_if_fail (self != NULL);
  g_return_if_fail (from != NULL && field != NULL && to != NULL);

  link = g_new0 (AftBranchLink, 1);
  link->from = g_strdup (from);
  link->field = g_strdup (field);
  link->to = g_strdup (to);
  g_ptr_array_add (self->links, link);
}

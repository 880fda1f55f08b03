/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-edition.h"
#include "aft-meeting.h"
#include "aft-publication.h"
#include "aft-role-names.h"
#include "aft-role.h"
#include "aft-todo.h"

static const char *const names[] = { "team", "organisation", "public" };

/**
 * aft_edition_from_name:
 * @name: "team", "organisation" or "public"
 * @edition: (out): which it is
 *
 * Returns: whether the name is known
 */
gboolean
aft_edition_from_name (const char *name,
                       AftEdition *edition)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *edition = (AftEdition) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * aft_edition_get_name:
 * @edition: an edition
 *
 * Returns: (transfer none): its word on the command line and in settings
 */
const char *
aft_edition_get_name (AftEdition edition)
{
  return names[edition];
}

/**
 * aft_edition_get_label:
 * @edition: an edition
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
aft_edition_get_label (AftEdition edition)
{
  switch (edition)
    {
    case AFT_EDITION_TEAM: return C_("edition", "Team");
    case AFT_EDITION_ORGANISATION: return C_("edition", "Organisation");
    case AFT_EDITION_PUBLIC:
    default: return C_("edition", "Public");
    }
}

/**
 * aft_edition_get_audience:
 * @edition: an edition
 *
 * Returns: who reads it
 */
AftAudience
aft_edition_get_audience (AftEdition edition)
{
  switch (edition)
    {
    case AFT_EDITION_TEAM: return AFT_AUDIENCE_TEAM;
    case AFT_EDITION_ORGANISATION: return AFT_AUDIENCE_ORGANISATION;
    case AFT_EDITION_PUBLIC:
    default: return AFT_AUDIENCE_EVERYONE;
    }
}

/* What helps to work, and is for nobody else. */
static gboolean
is_head_matter (AftItem *item)
{
  return AFT_IS_ROLE (item) || AFT_IS_MEETING (item) || AFT_IS_TODO (item) || AFT_IS_PUBLICATION (item);
}

static AftAudience
get_own_audience (AftItem *item)
{
  guint index;

  if (AFT_IS_DOCUMENT (item))
    {
      const AftAudience audience = aft_document_get_default_audience (AFT_DOCUMENT (item));

      return audience == AFT_AUDIENCE_INHERIT ? AFT_AUDIENCE_EVERYONE : audience;
    }

  if (is_head_matter (item))
    return AFT_AUDIENCE_TEAM;

  aft_item_find_field (item, "audience", &index);
  return (AftAudience) aft_item_get_integer (item, index);
}

/**
 * aft_edition_includes:
 * @edition: an edition
 * @item: an item of a document
 *
 * A child never reaches further than its parent. The document's default holds for what says
 * nothing, and doesn't bound what does.
 *
 * Returns: whether the edition shows it
 */
gboolean
aft_edition_includes (AftEdition  edition,
                      AftItem    *item)
{
  const AftAudience needed = aft_edition_get_audience (edition);
  gboolean said = FALSE;

  for (; item != NULL; item = aft_item_get_parent (item))
    {
      const AftAudience audience = get_own_audience (item);

      if (audience == AFT_AUDIENCE_INHERIT || (AFT_IS_DOCUMENT (item) && said))
        continue;
      if (audience < needed)
        return FALSE;
      said = TRUE;
    }

  return TRUE;
}

typedef struct
{
  AftEdition  edition;
  GPtrArray  *items;
} LeftOut;

static void
add_left_out (AftItem  *item,
              gpointer  user_data)
{
  LeftOut *left_out = user_data;
  AftItem *parent = aft_item_get_parent (item);

  if (parent != NULL && !is_head_matter (item) && !aft_edition_includes (left_out->edition, item) &&
      (aft_item_get_parent (parent) == NULL || aft_edition_includes (left_out->edition, parent)))
    g_ptr_array_add (left_out->items, g_object_ref (item));
}

/**
 * aft_edition_list_left_out:
 * @edition: an edition
 * @document: a document
 *
 * Returns: (transfer full) (element-type AftItem): what the edition doesn't show and the team's does, without
 *   what stands below such an item, and without what is only there to work with
 */
GPtrArray *
aft_edition_list_left_out (AftEdition   edition,
                           AftDocument *document)
{
  LeftOut left_out = { edition };

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  left_out.items = g_ptr_array_new_with_free_func (g_object_unref);
  aft_item_foreach (AFT_ITEM (document), add_left_out, &left_out);

  return left_out.items;
}

/**
 * aft_edition_get_reach:
 * @item: an item of a document, or the document
 *
 * Returns: who may read it at most, whatever it says or leaves to what stands above it
 */
AftAudience
aft_edition_get_reach (AftItem *item)
{
  g_return_val_if_fail (AFT_IS_ITEM (item), AFT_AUDIENCE_TEAM);

  return aft_edition_includes (AFT_EDITION_PUBLIC, item)         ? AFT_AUDIENCE_EVERYONE
         : aft_edition_includes (AFT_EDITION_ORGANISATION, item) ? AFT_AUDIENCE_ORGANISATION
                                                                 : AFT_AUDIENCE_TEAM;
}

static char *
without_names (AftDocument *document,
               const char  *text)
{
  g_autoptr(AftRoleNames) people = aft_role_names_new (document);

  return aft_role_names_replace (people, text, NULL, NULL);
}

/**
 * aft_edition_dup_text:
 * @edition: an edition
 * @item: an item of a document
 * @field: the name of one of its text fields
 *
 * Returns: (transfer full): the wording for that edition; outside of the team the second wording
 *   where there is one, and in public without the names of people
 */
char *
aft_edition_dup_text (AftEdition  edition,
                      AftItem    *item,
                      const char *field)
{
  const char *text = aft_item_get_named_text (item, field);
  AftDocument *document = aft_item_get_document (item);

  if (edition != AFT_EDITION_TEAM)
    {
      g_autofree char *wider = g_strconcat (field, "-wider", NULL);
      const char *second = aft_item_get_named_text (item, wider);

      if (second[0] != '\0')
        text = second;
    }

  if (edition == AFT_EDITION_PUBLIC && document != NULL)
    return without_names (document, text);

  return g_strdup (text);
}

/**
 * aft_edition_dup_words:
 * @edition: an edition
 * @item: an item of a document
 * @field: the name of one of its fields that hold words
 *
 * Returns: (transfer full): the words for that edition, in public without the names of people
 */
GStrv
aft_edition_dup_words (AftEdition  edition,
                       AftItem    *item,
                       const char *field)
{
  AftDocument *document = aft_item_get_document (item);
  const char *const *words;
  GStrv result;
  guint index;

  if (!aft_item_find_field (item, field, &index))
    return g_new0 (char *, 1);

  words = aft_item_get_words (item, index);
  result = g_strdupv ((char **) words);
  for (gsize i = 0; edition == AFT_EDITION_PUBLIC && document != NULL && result[i] != NULL; i++)
    {
      g_free (result[i]);
      result[i] = without_names (document, words[i]);
    }

  return result;
}

/**
 * aft_edition_dup_role_name:
 * @edition: an edition
 * @role: (nullable): a role
 *
 * Returns: (transfer full): how an owner or actor prints: the name for the team, the role for the
 *   organisation, and nothing in public
 */
char *
aft_edition_dup_role_name (AftEdition  edition,
                           AftItem    *role)
{
  if (!AFT_IS_ROLE (role) || edition == AFT_EDITION_PUBLIC)
    return g_strdup ("");

  if (edition == AFT_EDITION_TEAM && aft_role_get_person (AFT_ROLE (role))[0] != '\0')
    return g_strdup (aft_role_get_person (AFT_ROLE (role)));

  return g_strdup (aft_role_get_role (AFT_ROLE (role)));
}

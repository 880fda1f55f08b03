/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-edition.h"
#include "aft-meeting.h"
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

static AftAudience
get_own_audience (AftItem *item)
{
  guint index;

  if (AFT_IS_DOCUMENT (item))
    {
      const AftAudience audience = aft_document_get_default_audience (AFT_DOCUMENT (item));

      return audience == AFT_AUDIENCE_INHERIT ? AFT_AUDIENCE_EVERYONE : audience;
    }

  if (AFT_IS_ROLE (item) || AFT_IS_MEETING (item) || AFT_IS_TODO (item))
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
  const AftAudience needed = edition == AFT_EDITION_TEAM           ? AFT_AUDIENCE_TEAM
                             : edition == AFT_EDITION_ORGANISATION ? AFT_AUDIENCE_ORGANISATION
                                                                   : AFT_AUDIENCE_EVERYONE;
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

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalnum (character) || character == '_';
}

static gboolean
stands_alone (const char *text,
              const char *at,
              gsize       length)
{
  const gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
  const gunichar after = g_utf8_get_char (at + length);

  return !is_word_character (before) && !is_word_character (after);
}

static char *
replace_word (const char *text,
              const char *word,
              const char *replacement)
{
  const gsize length = strlen (word);
  g_autoptr(GString) result = g_string_new (NULL);
  const char *from = text;
  const char *at;

  while ((at = strstr (from, word)) != NULL)
    {
      g_string_append_len (result, from, at - from);
      if (stands_alone (text, at, length))
        g_string_append (result, replacement);
      else
        g_string_append_len (result, at, (gssize) length);
      from = at + length;
    }
  g_string_append (result, from);

  return g_strdup (result->str);
}

/* Names that are listed in roles are replaced by the role, in prose as well. */
static char *
without_names (AftDocument *document,
               const char  *text)
{
  GListModel *roles = aft_document_get_roles (document);
  char *result = g_strdup (text);

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(AftRole) role = g_list_model_get_item (roles, i);
      const char *const *handles = aft_role_get_handles (role);
      const char *name = aft_role_get_role (role);
      const char *person = aft_role_get_person (role);

      if (name[0] == '\0')
        name = _("a participant");

      if (person[0] != '\0')
        {
          char *next = replace_word (result, person, name);

          g_free (result);
          result = next;
        }
      for (gsize j = 0; handles[j] != NULL; j++)
        if (handles[j][0] != '\0')
          {
            char *next = replace_word (result, handles[j], name);

            g_free (result);
            result = next;
          }
    }

  return result;
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
 * @document: a document
 * @words: (array zero-terminated=1): words that stand in it, such as tags
 *
 * Returns: (transfer full): the words for that edition, set apart by commas; in public without the names of
 *   people
 */
char *
aft_edition_dup_words (AftEdition         edition,
                       AftDocument       *document,
                       const char *const *words)
{
  g_autofree char *list = g_strjoinv (", ", (char **) words);

  return edition == AFT_EDITION_PUBLIC ? without_names (document, list) : g_steal_pointer (&list);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-edition.h"
#include "aft-event.h"
#include "aft-meeting.h"
#include "aft-publication.h"
#include "aft-role-names.h"
#include "aft-role.h"
#include "aft-section.h"
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

/* Where the report shows what a list of the document holds. */
static gboolean
find_section_kind (AftItem        *item,
                   const char     *list,
                   AftSectionKind *kind)
{
  static const struct { const char *list; AftSectionKind kind; } places[] = {
    { "problems", AFT_SECTION_ANALYSIS }, { "factors", AFT_SECTION_FACTORS },
    { "observations", AFT_SECTION_OBSERVATIONS }, { "lessons", AFT_SECTION_LESSONS },
    { "other-actions", AFT_SECTION_LESSONS }, { "other-items", AFT_SECTION_LESSONS },
    { "open-questions", AFT_SECTION_OPEN_QUESTIONS }, { "references", AFT_SECTION_RELATED },
    { "glossary", AFT_SECTION_GLOSSARY }, { "figures", AFT_SECTION_FIGURES },
  };

  if (AFT_IS_EVENT (item))
    {
      *kind = aft_event_is_lead_up (AFT_EVENT (item)) ? AFT_SECTION_LEAD_UP : AFT_SECTION_TIMELINE;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].list, list) == 0)
      {
        *kind = places[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* Whoever doesn't see a section sees nothing of what stands in it, wherever it is named; the first of its
 * kind decides. */
static gboolean
is_in_hidden_section (AftEdition  edition,
                      AftItem    *item)
{
  AftDocument *document = aft_item_get_document (item);
  const AftChildList *place;
  AftSectionKind kind;
  GListModel *sections;
  guint position;

  while (aft_item_get_parent (item) != NULL && !AFT_IS_DOCUMENT (aft_item_get_parent (item)))
    item = aft_item_get_parent (item);
  place = aft_item_get_parent (item) != NULL ? aft_item_get_place (item, &position) : NULL;
  if (document == NULL || place == NULL || !find_section_kind (item, place->name, &kind))
    return FALSE;

  sections = aft_document_get_sections (document);
  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i);

      if (aft_section_get_kind (section) == kind)
        return !aft_edition_includes (edition, AFT_ITEM (section));
    }

  return FALSE;
}

/**
 * aft_edition_includes:
 * @edition: an edition
 * @item: an item of a document
 *
 * A child never reaches further than its parent, and nothing further than the section that shows it. The
 * document's default holds for what says nothing, and doesn't bound what does.
 *
 * Returns: whether the edition shows it
 */
gboolean
aft_edition_includes (AftEdition  edition,
                      AftItem    *item)
{
  const AftAudience needed = aft_edition_get_audience (edition);
  gboolean said = FALSE;

  if (edition == AFT_EDITION_TEAM)
    return TRUE;
  if (is_in_hidden_section (edition, item))
    return FALSE;

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
      !is_in_hidden_section (left_out->edition, item) &&
      (aft_item_get_parent (parent) == NULL || aft_edition_includes (left_out->edition, parent)))
    g_ptr_array_add (left_out->items, g_object_ref (item));
}

/**
 * aft_edition_list_left_out:
 * @edition: an edition
 * @document: a document
 *
 * Returns: (transfer full) (element-type AftItem): what the edition doesn't show and the team's does, without
 *   what stands below such an item or in such a section, and without what is only there to work with
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

typedef struct
{
  guint         hash;           /* of what they are made from */
  AftRoleNames *people;
} KeptNames;

static void
kept_names_free (gpointer data)
{
  KeptNames *kept = data;

  aft_role_names_free (kept->people);
  g_free (kept);
}

static guint
hash_roles (AftDocument *document)
{
  GListModel *roles = aft_document_get_roles (document);
  guint hash = g_str_hash (aft_document_get_language (document));

  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(AftRole) role = g_list_model_get_item (roles, i);
      const char *const *handles = aft_role_get_handles (role);

      hash = hash * 31 + g_str_hash (aft_role_get_role (role));
      hash = hash * 31 + g_str_hash (aft_role_get_person (role));
      for (gsize j = 0; handles[j] != NULL; j++)
        hash = hash * 31 + g_str_hash (handles[j]) + 1;
    }

  return hash;
}

/* The names are made once for all texts: the document keeps them until its roles change. */
static char *
without_names (AftDocument *document,
               const char  *text)
{
  static GQuark quark;
  KeptNames *kept;
  const guint hash = hash_roles (document);

  if (quark == 0)
    quark = g_quark_from_static_string ("aft-edition-names");
  kept = g_object_get_qdata (G_OBJECT (document), quark);
  if (kept == NULL || kept->hash != hash)
    {
      kept = g_new0 (KeptNames, 1);
      kept->hash = hash;
      kept->people = aft_role_names_new (document);
      g_object_set_qdata_full (G_OBJECT (document), quark, kept, kept_names_free);
    }

  return aft_role_names_replace (kept->people, text, NULL, NULL);
}

/**
 * aft_edition_dup_plain:
 * @edition: an edition
 * @document: a document
 * @text: what is made from it, such as a number or the name of a file
 *
 * Returns: (transfer full): the text; in public without the names of people
 */
char *
aft_edition_dup_plain (AftEdition   edition,
                       AftDocument *document,
                       const char  *text)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return edition == AFT_EDITION_PUBLIC ? without_names (document, text) : g_strdup (text);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <string.h>

#include "aft-role-names.h"
#include "aft-role.h"

/* Parts of a name that are shorter may be anything: they are left, and told. */
#define SHORTEST_PART 3

/* Characters within which an address says that it is one. */
#define LONGEST_ADDRESS 2000

typedef enum
{
  NAME_FULL,                    /* as it is written, whatever its capitals and blanks */
  NAME_HANDLE,                  /* the same, with or without the sign before it */
  NAME_PART,                    /* a first or last name, with its capital */
} NameKind;

typedef struct
{
  NameKind  kind;
  char     *text;               /* owned, composed */
  gsize     n_characters;
  AftRole  *role;               /* owned */
  gboolean  is_word;            /* of a part: it may be a word as well */
  gboolean  needs_sign;         /* of a handle: without its sign it is a handle in addresses alone */
  gboolean  names_itself;       /* the role tells the name as well, so it can't stand in its place */
} Name;

struct _AftRoleNames
{
  GPtrArray  *names;            /* of Name, the longest first */
  GHashTable *by_letter;        /* of GPtrArray of Name, borrowed, in the same order, by the first letter */
  const char *nobody;           /* static: who has no role */
};

/* First and last names that are words or months as well, in English or German: who means the word would be
 * surprised to find a role there. */
static const char *const words[] = {
  "Abel", "Art", "April", "August", "Bauer", "Baker", "Bill", "Black", "Bob", "Brown", "Chase", "Chip", "Cook",
  "Dawn", "Dean", "Drew", "Earl", "Ernst", "Faith", "Fischer", "Frank", "Franz", "Gene", "Grace", "Grant", "Green",
  "Guy", "Hall", "Hope", "Hunter", "Iris", "Jack", "Jade", "Joy", "June", "Juni", "Jung", "Kaiser", "King", "Klein",
  "Koch", "Lance", "Lang", "Lange", "Law", "Long", "Major", "Mark", "Mason", "Max", "May", "Miles", "Neu", "Neumann",
  "Norm", "Page", "Pat", "Price", "Ray", "Rich", "Richter", "Rob", "Robin", "Rock", "Rose", "Ruby", "Rust", "Sandy",
  "Schneider", "Schwarz", "Sky", "Sommer", "Stone", "Stern", "Sue", "Summer", "Tag", "Taylor", "Van", "Violet",
  "Wagner", "Ward", "Weber", "Weiss", "White", "Will", "Winter", "Wolf", "Wood", "Young",
};

static void
name_free (gpointer data)
{
  Name *name = data;

  g_free (name->text);
  g_object_unref (name->role);
  g_free (name);
}

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

/* Scripts without blanks, where a name ends wherever it ends. */
static gboolean
needs_no_boundary (gunichar character)
{
  return g_unichar_iswide (character);
}

static gboolean
is_boundary (gunichar within,
             gunichar beside)
{
  return !is_word_character (beside) || needs_no_boundary (within) || needs_no_boundary (beside);
}

static void
add_name (AftRoleNames *self,
          NameKind      kind,
          const char   *text,
          AftRole      *role)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  Name *name;

  if (composed == NULL || g_strstrip (composed)[0] == '\0')
    return;

  name = g_new0 (Name, 1);
  name->kind = kind;
  name->needs_sign = kind == NAME_HANDLE && composed[0] == '@' && composed[1] != '\0';
  name->text = g_strdup (name->needs_sign ? composed + 1 : composed);
  name->n_characters = (gsize) g_utf8_strlen (name->text, -1);
  name->role = g_object_ref (role);
  g_ptr_array_add (self->names, name);
}

static void
mark_word (AftRoleNames *self)
{
  Name *name = g_ptr_array_index (self->names, self->names->len - 1);

  name->is_word = g_utf8_strlen (name->text, -1) < SHORTEST_PART;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    name->is_word |= g_ascii_strcasecmp (words[i], name->text) == 0;
}

static gboolean
has_capital (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isupper (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* "von" of "Ada von Lovelace" is no name; in a name without capitals each part may be one. */
static void
add_part (AftRoleNames *self,
          const char   *part,
          gboolean      any_case,
          AftRole      *role)
{
  if (g_utf8_strlen (part, -1) < 2 || g_str_has_suffix (part, ".") ||
      (!any_case && g_unichar_islower (g_utf8_get_char (part))))
    return;

  add_name (self, NAME_PART, part, role);
  mark_word (self);
}

/* "Ada", "Lovelace" of "Ada M. King von Lovelace", and "Anna", "Lena" of "Anna-Lena". */
static void
add_parts (AftRoleNames *self,
           const char   *person,
           AftRole      *role)
{
  const gboolean any_case = !has_capital (person);
  g_autoptr(GString) blanks = g_string_new (NULL);
  g_auto(GStrv) parts = NULL;

  for (const char *at = person; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isspace (g_utf8_get_char (at)) || strchr ("\"(),;/&", *at) != NULL)
      g_string_append_c (blanks, ' ');
    else
      g_string_append_unichar (blanks, g_utf8_get_char (at));

  parts = g_strsplit (blanks->str, " ", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) halves = g_strsplit (parts[i], "-", -1);

      add_part (self, parts[i], any_case, role);
      for (gsize j = 0; halves[0] != NULL && halves[1] != NULL && halves[j] != NULL; j++)
        add_part (self, halves[j], any_case, role);
    }
}

/* "Lovelace, Ada" is called Ada Lovelace. */
static void
add_turned (AftRoleNames *self,
            const char   *person,
            AftRole      *role)
{
  g_auto(GStrv) parts = g_strsplit (person, ",", 3);
  g_autofree char *turned = NULL;

  if (g_strv_length (parts) != 2)
    return;

  turned = g_strdup_printf ("%s %s", g_strstrip (parts[1]), g_strstrip (parts[0]));
  add_name (self, NAME_FULL, turned, role);
}

static gint
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *left = *(const Name *const *) a;
  const Name *right = *(const Name *const *) b;

  if (left->n_characters != right->n_characters)
    return left->n_characters > right->n_characters ? -1 : 1;

  if (left->is_word != right->is_word)
    return left->is_word ? 1 : -1;

  return (int) left->kind - (int) right->kind;
}

/* In Markdown a sign may be written so that it means nothing else. */
static const char *
skip_escape (const char *at)
{
  return at[0] == '\\' && g_ascii_ispunct (at[1]) ? at + 1 : at;
}

typedef enum
{
  CASE_EXACT,
  CASE_CAPITALS,                /* all letters are capitals */
  CASE_ANY,
} CaseMatch;

static gboolean
is_same_letter (gunichar  wanted,
                gunichar  found,
                CaseMatch case_match)
{
  switch (case_match)
    {
    case CASE_CAPITALS: return g_unichar_toupper (wanted) == found;
    case CASE_ANY: return g_unichar_tolower (wanted) == g_unichar_tolower (found);
    case CASE_EXACT:
    default: return wanted == found;
    }
}

/* Where @name ends if it stands at @at, else NULL. */
static const char *
match (const Name *name,
       const char *at,
       CaseMatch   case_match)
{
  const char *letter = name->text;

  while (*letter != '\0')
    {
      const gunichar wanted = g_utf8_get_char (letter);
      gunichar found;

      at = skip_escape (at);
      found = g_utf8_get_char (at);
      if (*at == '\0')
        return NULL;
      letter = g_utf8_next_char (letter);
      if (name->kind != NAME_PART && g_unichar_isspace (wanted))
        {
          if (!g_unichar_isspace (found))
            return NULL;
          while (g_unichar_isspace (g_utf8_get_char (at)))
            at = g_utf8_next_char (at);
          continue;
        }
      if (!is_same_letter (wanted, found, case_match))
        return NULL;
      at = g_utf8_next_char (at);
    }

  return at;
}

/* A name may take an s, as the German genitive does; what sounds so already takes none. */
static gboolean
ends (const Name *name,
      const char *end)
{
  const gunichar last = g_utf8_get_char (g_utf8_prev_char (end));
  const gunichar next = g_utf8_get_char (end);

  if (name->kind == NAME_HANDLE && (next == '-' || next == '_' || next == '.' || next == '@'))
    return !g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (end)));
  if (is_boundary (last, next))
    return TRUE;

  return name->kind != NAME_HANDLE && next == 's' && last != 's' && last != 'x' && last != 'z' && last != 0xdf &&
         !is_word_character (g_utf8_get_char (end + 1));
}

/* A role has no place in an address: it would lead to somebody else. */
static gboolean
is_in_address (const char *text,
               const char *at)
{
  const char *start = at;

  while (start > text && at - start < LONGEST_ADDRESS && strchr (" \t\n<>()[]\"'", start[-1]) == NULL)
    start--;

  return g_strstr_len (start, at - start, "://") != NULL || g_str_has_prefix (start, "www.") ||
         g_str_has_prefix (start, "mailto:");
}

static const Name *
find_name (AftRoleNames  *self,
           const char    *text,
           const char    *at,
           const char   **end)
{
  const gboolean has_sign = at > text && at[-1] == '@';
  const gunichar letter = g_unichar_tolower (g_utf8_get_char (at));
  const GPtrArray *names = g_hash_table_lookup (self->by_letter, GUINT_TO_POINTER (letter));

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const Name *name = g_ptr_array_index (names, i);

      *end = match (name, at, name->kind == NAME_PART ? CASE_EXACT : CASE_ANY);
      if (*end == NULL && name->kind == NAME_PART)
        *end = match (name, at, CASE_CAPITALS);
      if (*end == NULL && name->kind == NAME_PART && is_in_address (text, at))
        *end = match (name, at, CASE_ANY);
      if (*end != NULL && ends (name, *end) && (!name->needs_sign || has_sign || is_in_address (text, at)))
        return name;
    }

  return NULL;
}

static void
index_names (AftRoleNames *self)
{
  self->by_letter = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = g_ptr_array_index (self->names, i);
      gpointer letter = GUINT_TO_POINTER (g_unichar_tolower (g_utf8_get_char (name->text)));
      GPtrArray *names = g_hash_table_lookup (self->by_letter, letter);

      if (names == NULL)
        {
          names = g_ptr_array_new ();
          g_hash_table_insert (self->by_letter, letter, names);
        }
      g_ptr_array_add (names, name);
    }
}

static void
found_in_role_cb (const char *found,
                  AftItem    *role,
                  gboolean    is_replaced,
                  gpointer    user_data)
{
  gboolean *names_somebody = user_data;

  *names_somebody |= is_replaced;
}

/* "on-call Ada" is no role to put in the place of Ada. */
static void
check_roles (AftRoleNames *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = g_ptr_array_index (self->names, i);
      gboolean names_somebody = FALSE;

      g_free (aft_role_names_replace (self, aft_role_get_role (name->role), found_in_role_cb, &names_somebody));
      name->names_itself = names_somebody;
    }
}

/**
 * aft_role_names_new:
 * @document: a document
 *
 * Returns: (transfer full): the names of those who have a role in it
 */
AftRoleNames *
aft_role_names_new (AftDocument *document)
{
  AftRoleNames *self;
  GListModel *roles;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  self = g_new0 (AftRoleNames, 1);
  self->names = g_ptr_array_new_with_free_func (name_free);
  /* The report's language is not that of the interface. */
  self->nobody = g_str_has_prefix (aft_document_get_language (document), "de") ? "eine beteiligte Person"
                                                                                 : "a participant";
  roles = aft_document_get_roles (document);
  for (guint i = 0; i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(AftRole) role = g_list_model_get_item (roles, i);
      const char *const *handles = aft_role_get_handles (role);

      /* One word alone is a name with its capital only. */
      add_name (self, strpbrk (aft_role_get_person (role), " \t\n") != NULL ? NAME_FULL : NAME_PART,
                aft_role_get_person (role), role);
      add_turned (self, aft_role_get_person (role), role);
      add_parts (self, aft_role_get_person (role), role);
      for (gsize j = 0; handles[j] != NULL; j++)
        add_name (self, NAME_HANDLE, handles[j], role);
    }
  g_ptr_array_sort (self->names, compare_names);
  index_names (self);
  check_roles (self);

  return self;
}

/**
 * aft_role_names_free:
 * @self: (nullable) (transfer full): names
 */
void
aft_role_names_free (AftRoleNames *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_letter);
  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * aft_role_names_replace:
 * @self: names
 * @text: a text
 * @func: (nullable) (scope call): told of each name
 * @user_data: for @func
 *
 * Puts the role in the place of whoever has it: for whole names, for handles and addresses, and for first
 * or last names alone unless they may be words. The ending of a genitive stays. In an address that leads
 * somewhere there is an ellipsis instead, and it leads nowhere.
 *
 * Returns: (transfer full): the text without the names
 */
char *
aft_role_names_replace (AftRoleNames    *self,
                        const char      *text,
                        AftRoleNameFunc  func,
                        gpointer         user_data)
{
  g_autofree char *composed = NULL;
  g_autoptr(GString) out = NULL;
  gunichar before = ' ';
  const char *at;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (self->names->len == 0)
    return g_strdup (text);

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  if (composed == NULL)
    return g_strdup (text);

  out = g_string_sized_new (strlen (composed));
  for (at = composed; *at != '\0';)
    {
      const gboolean has_sign = *at == '@' && is_boundary ('a', before);
      const char *start = has_sign ? at + 1 : at;
      const gunichar character = g_utf8_get_char (start);
      const char *end = NULL;
      const Name *name = has_sign || is_boundary (character, before) ? find_name (self, composed, start, &end) : NULL;

      if (name != NULL && func != NULL)
        {
          g_autofree char *found = g_strndup (at, (gsize) (end - at));

          func (found, AFT_ITEM (name->role), !name->is_word, user_data);
        }
      if (name != NULL && !name->is_word)
        {
          const char *role = name->names_itself ? "" : aft_role_get_role (name->role);

          g_string_append (out, is_in_address (composed, at) ? "…" : role[0] != '\0' ? role : self->nobody);
          before = 'a';
          at = end;
          continue;
        }

      /* A blank in an address. */
      if (strncmp (at, "%20", 3) == 0)
        {
          g_string_append (out, "%20");
          before = ' ';
          at += 3;
          continue;
        }

      before = g_utf8_get_char (at);
      g_string_append_unichar (out, before);
      at = g_utf8_next_char (at);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

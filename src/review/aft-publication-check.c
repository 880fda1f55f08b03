/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-review"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-figure.h"
#include "aft-publication-check.h"
#include "aft-role-names.h"
#include "aft-role.h"

/* What an outsider would see that nobody has checked. */

typedef struct
{
  AftDocument  *document;       /* borrowed */
  AftEdition    edition;
  AftRoleNames *names;          /* owned, nullable: only where they are replaced */
  GPtrArray    *findings;       /* of AftFinding; NULL where names are wanted */
  GPtrArray    *uses;           /* of AftNameUse; NULL where findings are wanted */
  GHashTable   *said;           /* what was found already, for each item */
  AftItem      *item;           /* borrowed: whose text is looked at */
  GRegex       *handles;
  GRegex       *addresses;
  GRegex       *links;
} Check;

static void
name_use_free (gpointer data)
{
  AftNameUse *use = data;

  g_free (use->found);
  g_free (use->shown);
  g_object_unref (use->role);
  g_free (use);
}

static void
add (Check      *self,
     const char *rule,
     const char *key,
     const char *message,
     const char *advice)
{
  char *whole = g_strconcat (rule, " ", aft_item_get_id (self->item), " ", key, NULL);

  if (g_hash_table_add (self->said, whole))
    g_ptr_array_add (self->findings, aft_finding_new (rule, AFT_FINDING_GAP, self->item, message, advice));
}

static void
name_found_cb (const char *found,
               AftItem    *role,
               gboolean    is_replaced,
               gpointer    user_data)
{
  Check *self = user_data;
  AftNameUse *use;

  if (self->findings != NULL)
    {
      g_autofree char *message = NULL;

      if (is_replaced)
        return;

      /* Translators: the first %s is a word that may be a name, the second what somebody is, such as “release lead” */
      message = g_strdup_printf (_("“%s” may be the name of the person who was “%s”."), found,
                                 aft_role_get_role (AFT_ROLE (role)));
      add (self, "publish-name", found, message, _("It may be a word as well, so it was left. Write the role instead "
                                                   "if the person is meant."));
      return;
    }

  if (!is_replaced)
    return;
  for (guint i = 0; i < self->uses->len; i++)
    {
      use = g_ptr_array_index (self->uses, i);
      if (use->role == role && strcmp (use->found, found) == 0)
        {
          use->count++;
          return;
        }
    }

  use = g_new0 (AftNameUse, 1);
  use->found = g_strdup (found);
  use->role = g_object_ref (role);
  use->shown = aft_role_names_replace (self->names, found, NULL, NULL);
  use->count = 1;
  g_ptr_array_add (self->uses, use);
}

/* 100.64.0.0/10, RFC 6598. */
static gboolean
is_shared_address (const char *host)
{
  const guint64 second = g_str_has_prefix (host, "100.") ? g_ascii_strtoull (host + strlen ("100."), NULL, 10) : 0;

  return second >= 64 && second <= 127;
}

/* Names of hosts that lead nowhere from outside: RFC 1918, RFC 6762, RFC 8375 and what companies use. */
static gboolean
is_private_host (const char *host)
{
  static const char *const endings[] = {
    ".local", ".localdomain", ".internal", ".intranet", ".intern", ".corp", ".lan", ".home", ".home.arpa", ".private",
    ".test",
  };
  g_autoptr(GInetAddress) address = NULL;

  if (strchr (host, '.') == NULL && strchr (host, ':') == NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (host, endings[i]))
      return TRUE;
  /* An address of the old kind within one of the new. */
  if (g_str_has_prefix (host, "::ffff:"))
    host += strlen ("::ffff:");
  address = g_inet_address_new_from_string (host);
  if (address == NULL)
    return FALSE;

  return g_inet_address_get_is_site_local (address) || g_inet_address_get_is_link_local (address) ||
         g_inet_address_get_is_loopback (address) || g_inet_address_get_is_any (address) ||
         (strchr (host, ':') != NULL && (g_str_has_prefix (host, "fc") || g_str_has_prefix (host, "fd"))) ||
         is_shared_address (host);
}

/* An address that needs a key, or says one. */
static gboolean
has_secret (const char *link)
{
  static const char *const words[] = { "token=", "key=", "secret=", "password=", "sig=", "signature=", "share=" };
  const char *query = strpbrk (link, "?#");
  g_autofree char *lower = query != NULL ? g_ascii_strdown (query, -1) : NULL;

  for (gsize i = 0; lower != NULL && i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static void
check_link (Check      *self,
            const char *link)
{
  g_autoptr(GUri) uri = g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autofree char *host = uri != NULL && g_uri_get_host (uri) != NULL ? g_ascii_strdown (g_uri_get_host (uri), -1)
                                                                        : NULL;
  g_autofree char *message = NULL;

  if (host != NULL && g_str_has_suffix (host, "."))
    host[strlen (host) - 1] = '\0';
  if (g_ascii_strncasecmp (link, "file:", 5) != 0 && (host == NULL || host[0] == '\0' || !is_private_host (host)) &&
      (uri == NULL || g_uri_get_userinfo (uri) == NULL) && !has_secret (link))
    return;

  /* Translators: %s is an address */
  message = g_strdup_printf (_("%s leads to a private place, or says a key to it."), link);
  add (self, "publish-link", link, message, _("Take it out, or say in words what is there."));
}

static void
check_matches (Check      *self,
               GRegex     *regex,
               const char *text)
{
  g_autoptr(GMatchInfo) matches = NULL;

  for (g_regex_match (regex, text, 0, &matches); g_match_info_matches (matches); g_match_info_next (matches, NULL))
    {
      g_autofree char *found = g_match_info_fetch (matches, 0);
      g_autofree char *message = NULL;

      if (regex == self->links)
        {
          check_link (self, found);
          continue;
        }

      message = regex == self->handles
                  /* Translators: %s is a handle such as @name */
                  ? g_strdup_printf (_("%s names someone who has no role here."), found)
                  /* Translators: %s is a mail address */
                  : g_strdup_printf (_("The mail address %s belongs to no role here."), found);
      add (self, "publish-handle", found, message,
           _("Add it to a role, so that the role stands in its place, or take it out."));
    }
}

static void
check_text (Check      *self,
            const char *text)
{
  g_autofree char *shown = NULL;

  if (text[0] == '\0')
    return;

  shown = self->names != NULL ? aft_role_names_replace (self->names, text, name_found_cb, self) : g_strdup (text);
  if (self->findings == NULL)
    return;

  check_matches (self, self->handles, shown);
  check_matches (self, self->addresses, shown);
  check_matches (self, self->links, shown);
}

/* The text before names are replaced, in the wording of the edition. */
static const char *
get_wording (Check      *self,
             const char *field)
{
  g_autofree char *wider = g_strconcat (field, "-wider", NULL);
  const char *second = self->edition != AFT_EDITION_TEAM ? aft_item_get_named_text (self->item, wider) : "";

  return second[0] != '\0' ? second : aft_item_get_named_text (self->item, field);
}

static void
check_reference (Check      *self,
                 const char *id)
{
  AftItem *target = id[0] != '\0' ? aft_document_find (self->document, id) : NULL;
  g_autofree char *message = NULL;

  /* Of a role, an edition says what it may. */
  if (self->findings == NULL || target == NULL || AFT_IS_ROLE (target) ||
      aft_edition_includes (self->edition, target))
    return;

  /* Translators: the first %s is what the edition shows, the second what it leaves out: “Event”, “Lesson” */
  message = g_strdup_printf (_("This refers to something that the edition leaves out: %s “%s”."),
                             aft_item_get_kind_label (target), aft_item_get_heading (target));
  add (self, "publish-reference", id, message,
       _("The edition is silent about it. Read whether the text still makes sense without it."));
}

static void
check_fields (Check *self)
{
  guint n_fields;
  const AftField *fields = aft_item_get_fields (self->item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      const AftField *field = &fields[i];
      const char *const *words;

      if ((field->flags & AFT_FIELD_PRIVATE) != 0 || g_str_has_suffix (field->name, "-wider"))
        continue;
      /* The bytes of a picture are no text. */
      if (AFT_IS_FIGURE (self->item) && aft_field_is_text (field) && (field->flags & AFT_FIELD_WIDER) == 0)
        continue;

      if (aft_field_is_text (field))
        check_text (self, get_wording (self, field->name));
      else if (field->type == AFT_FIELD_REFERENCE)
        check_reference (self, aft_item_get_named_text (self->item, field->name));
      else if (field->type == AFT_FIELD_WORDS || field->type == AFT_FIELD_REFERENCES)
        {
          words = aft_item_get_words (self->item, i);
          for (gsize j = 0; words[j] != NULL; j++)
            {
              if (field->type == AFT_FIELD_WORDS)
                check_text (self, words[j]);
              else
                check_reference (self, words[j]);
            }
        }
    }
}

static void
check_item (AftItem  *item,
            gpointer  user_data)
{
  Check *self = user_data;

  if (!aft_edition_includes (self->edition, item))
    return;

  self->item = item;
  check_fields (self);
  if (self->findings != NULL && AFT_IS_FIGURE (item) && !aft_figure_is_checked (AFT_FIGURE (item)))
    {
      /* Translators: %s is the caption of a figure */
      g_autofree char *message = g_strdup_printf (_("Nobody has checked the figure “%s” for publication."),
                                                  aft_item_get_heading (item));

      add (self, "publish-figure", "", message,
           _("A picture can show names, addresses and keys. Look at it, and mark it as checked on its page."));
    }
}

static void
run (Check       *self,
     AftDocument *document,
     AftEdition   edition)
{
  self->document = document;
  self->edition = edition;
  self->names = edition == AFT_EDITION_PUBLIC ? aft_role_names_new (document) : NULL;
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->handles = g_regex_new ("(?<![\\w@/.])@[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38})(?![\\w/@])", G_REGEX_OPTIMIZE, 0, NULL);
  self->addresses = g_regex_new ("[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,250}\\.[A-Za-z]{2,24}",
                                 G_REGEX_OPTIMIZE, 0, NULL);
  self->links = g_regex_new ("\\b(?:https?|ftp|file|smb|ssh)://(?:\\[[0-9A-Fa-f:.]+\\])?[^\\s<>()\\[\\]\"']*",
                             G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);

  aft_item_foreach (AFT_ITEM (document), check_item, self);

  g_clear_pointer (&self->names, aft_role_names_free);
  g_hash_table_unref (self->said);
  g_regex_unref (self->handles);
  g_regex_unref (self->addresses);
  g_regex_unref (self->links);
}

/**
 * aft_publication_check_run:
 * @document: a document
 * @edition: which its readers get
 *
 * Lists what they would see that nobody has checked: handles and mail addresses of people without a role,
 * words that may be names, addresses of private places, figures, and what refers to something that is
 * left out.
 *
 * Returns: (transfer full) (element-type AftFinding): what is to be settled before
 */
GPtrArray *
aft_publication_check_run (AftDocument *document,
                           AftEdition   edition)
{
  Check self = { NULL };

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  self.findings = g_ptr_array_new_with_free_func (g_object_unref);
  run (&self, document, edition);

  return self.findings;
}

/**
 * aft_publication_check_list_names:
 * @document: a document
 * @edition: which its readers get
 *
 * Returns: (transfer full) (element-type AftNameUse): the names in whose place that edition puts a role, as
 *   they are come upon
 */
GPtrArray *
aft_publication_check_list_names (AftDocument *document,
                                  AftEdition   edition)
{
  Check self = { NULL };

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), NULL);

  self.uses = g_ptr_array_new_with_free_func (name_use_free);
  run (&self, document, edition);

  return self.uses;
}

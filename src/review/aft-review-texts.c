/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-review"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-review-private.h"
#include "aft-section.h"

/* What is said of texts, references and sections. */

static gboolean
names_word (const char *text,
            const char *word)
{
  const gsize length = strlen (word);

  for (const char *at = strstr (text, word); length > 0 && at != NULL; at = strstr (at + length, word))
    {
      const gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
      const gunichar after = g_utf8_get_char (at + length);

      if (!g_unichar_isalnum (before) && !g_unichar_isalnum (after))
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_person (const char *text,
              AftRole    *role)
{
  const char *const *handles = aft_role_get_handles (role);

  if (names_word (text, aft_role_get_person (role)))
    return TRUE;
  for (gsize i = 0; handles[i] != NULL; i++)
    if (names_word (text, handles[i]))
      return TRUE;

  return FALSE;
}

/* The first role whose person a text names, borrowed; NULL for none. */
AftRole *
aft_review_find_named (AftReview  *self,
                       const char *text)
{
  GListModel *roles = aft_document_get_roles (self->document);

  for (guint i = 0; text[0] != '\0' && i < g_list_model_get_n_items (roles); i++)
    {
      g_autoptr(AftRole) role = g_list_model_get_item (roles, i);

      if (names_person (text, role))
        return role;
    }

  return NULL;
}

static void
check_names (AftReview  *self,
             AftItem    *item,
             const char *text)
{
  AftRole *role = aft_review_find_named (self, text);
  g_autofree char *message = NULL;
  g_autofree char *advice = NULL;

  if (role == NULL)
    return;

  /* Translators: %s is what somebody is, such as “release lead” */
  message = g_strdup_printf (_("A text names the person who was “%s”."), aft_role_get_role (role));
  /* Translators: %s is what somebody is, such as “release lead” */
  advice = g_strdup_printf (_("Write “%s” instead: the document is about the process, not about people."), aft_role_get_role (role));
  aft_review_add (self, "name-in-prose", AFT_FINDING_HINT, item, message, advice);
}

static void
check_references (AftReview      *self,
                  AftItem        *item,
                  const AftField *field,
                  guint           index)
{
  const char *single[2] = { NULL, NULL };
  const char *const *ids = single;

  if (field->type == AFT_FIELD_REFERENCES)
    ids = aft_item_get_words (item, index);
  else if (aft_item_get_text (item, index)[0] != '\0')
    single[0] = aft_item_get_text (item, index);

  for (gsize i = 0; ids[i] != NULL; i++)
    if (aft_document_find (self->document, ids[i]) == NULL)
      {
        /* Translators: %s is a field, such as “Owner” */
        g_autofree char *message = g_strdup_printf (_("“%s” refers to something that is not there."), aft_field_get_label (field));

        aft_review_add (self, "reference-to-nothing", AFT_FINDING_FAULT, item, message, _("Choose again what is meant, or nothing."));
        return;
      }
}

static void
check_item (AftItem  *item,
            gpointer  user_data)
{
  AftReview *self = user_data;
  guint n_fields;
  const AftField *fields = aft_item_get_fields (item, &n_fields);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    {
      if (aft_field_is_reference (&fields[i]))
        {
          check_references (self, item, &fields[i], i);
        }
      else if (aft_field_is_text (&fields[i]))
        {
          g_string_append (text, aft_item_get_text (item, i));
          g_string_append_c (text, '\n');
          if ((fields[i].flags & AFT_FIELD_REQUIRED) && aft_item_get_text (item, i)[0] == '\0')
            {
              /* Translators: %s is what is empty, such as “Event” or “Lesson” */
              g_autofree char *message = g_strdup_printf (_("%s without a text."), aft_item_get_kind_label (item));

              aft_review_add (self, "empty-item", AFT_FINDING_GAP, item, message, _("Write it, or remove it."));
            }
        }
    }

  /* Of answers more is said, see aft_review_check_whys(). */
  if (!AFT_IS_ROLE (item) && !AFT_IS_ANSWER (item) && text->len > 0)
    check_names (self, item, text->str);
}

void
aft_review_check_texts (AftReview *self)
{
  aft_item_foreach (AFT_ITEM (self->document), check_item, self);
}

void
aft_review_check_sections (AftReview *self)
{
  GListModel *sections = aft_document_get_sections (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr(AftSection) section = g_list_model_get_item (sections, i);
      const char *title = aft_section_get_title (section);
      g_autofree char *message = NULL;

      if (self->required == NULL || !self->required (AFT_ITEM (section), self->user_data) ||
          !aft_review_section_is_empty (self->document, AFT_ITEM (section)))
        continue;

      if (title[0] == '\0')
        title = aft_choice_get_nth_label (AFT_TYPE_SECTION_KIND, aft_section_get_kind (section));
      /* Translators: %s is the title of a section */
      message = g_strdup_printf (_("The section “%s” is empty."), title);
      aft_review_add (self, "empty-section", AFT_FINDING_GAP, AFT_ITEM (section), message,
                      _("Write it, or say in a sentence why there is nothing to say."));
    }
}

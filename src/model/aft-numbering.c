/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include "aft-action-item.h"
#include "aft-corrective-action.h"
#include "aft-document.h"
#include "aft-lesson.h"
#include "aft-numbering.h"

/**
 * aft_numbering_format_letters:
 * @number: counted from 1
 *
 * Returns: (transfer full): a to z, then aa, ab and so on
 */
char *
aft_numbering_format_letters (guint number)
{
  char letters[16];
  int at = sizeof letters - 1;

  g_return_val_if_fail (number > 0, NULL);

  letters[at] = '\0';
  while (number > 0)
    {
      number--;
      letters[--at] = (char) ('a' + number % 26);
      number /= 26;
    }

  return g_strdup (letters + at);
}

/**
 * aft_numbering_format_roman:
 * @number: counted from 1
 *
 * Returns: (transfer full): small roman numerals, as far as needed: thousands are repeated
 */
char *
aft_numbering_format_roman (guint number)
{
  static const struct { guint value; const char *numeral; } numerals[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" }, { 90, "xc" }, { 50, "l" },
    { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" }, { 4, "iv" }, { 1, "i" },
  };
  g_autoptr(GString) roman = g_string_new (NULL);

  g_return_val_if_fail (number > 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (numerals); i++)
    for (; number >= numerals[i].value; number -= numerals[i].value)
      g_string_append (roman, numerals[i].numeral);

  return g_strdup (roman->str);
}

static char *
get_number_below (AftItem *item,
                  guint    position)
{
  AftItem *parent = aft_item_get_parent (item);
  g_autofree char *parent_number = NULL;
  g_autofree char *own_number = NULL;

  if (AFT_IS_DOCUMENT (parent))
    {
      /* Loose action items count on behind the loose corrective actions. */
      if (AFT_IS_ACTION_ITEM (item))
        position += g_list_model_get_n_items (aft_document_get_other_actions (AFT_DOCUMENT (parent)));
      return g_strdup_printf ("A%u", position + 1);
    }

  parent_number = aft_numbering_get (parent);
  if (AFT_IS_ACTION_ITEM (item))
    {
      own_number = aft_numbering_format_roman (position + 1);
      return g_strdup_printf ("%s-%s", parent_number, own_number);
    }

  own_number = aft_numbering_format_letters (position + 1);
  return g_strconcat (parent_number, own_number, NULL);
}

/**
 * aft_numbering_get:
 * @item: a lesson, corrective action or action item of a document
 *
 * What stands in the parentheses: "5", "5a", "5a-i"; "A1" for what belongs to no lesson; a
 * reference of its own, such as "P-1", wins. It is never stored.
 *
 * Returns: (transfer full): the number
 */
char *
aft_numbering_get (AftItem *item)
{
  const char *reference;
  guint position;

  g_return_val_if_fail (AFT_IS_ITEM (item), NULL);

  reference = aft_item_get_named_text (item, "reference");
  if (reference[0] != '\0')
    return g_strdup (reference);

  if (aft_item_get_place (item, &position) == NULL)
    return g_strdup ("–");

  if (AFT_IS_LESSON (item))
    return g_strdup_printf ("%u", position + 1);

  return get_number_below (item, position);
}

/**
 * aft_numbering_get_of_total:
 * @item: a lesson, corrective action or action item of a document
 *
 * Returns: (transfer full): as aft_numbering_get(), but for a lesson "5/5"
 */
char *
aft_numbering_get_of_total (AftItem *item)
{
  g_autofree char *number = aft_numbering_get (item);
  AftItem *parent = aft_item_get_parent (item);

  if (AFT_IS_LESSON (item) && AFT_IS_DOCUMENT (parent))
    return g_strdup_printf ("%s/%u", number,
                            g_list_model_get_n_items (aft_document_get_lessons (AFT_DOCUMENT (parent))));

  return g_steal_pointer (&number);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-document-private.h"
#include "aft-enums.h"
#include "aft-history-private.h"
#include "aft-item-private.h"

/**
 * AftItem:
 *
 * Anything that a postmortem is made of: it has an id that never changes, a parent, a way to its
 * document, fields and child lists. A class below it is first of all an [struct@ItemTable].
 *
 * Setting a property of an item that belongs to a document is an edit and goes through the
 * history. An item that was removed refuses to be set.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AftItem, aft_item, G_TYPE_OBJECT)

#define PRIVATE(item) ((AftItemPrivate *) aft_item_get_instance_private (AFT_ITEM (item)))

static const AftField common_fields[] = {
  { "audience", AFT_FIELD_CHOICE, N_("Audience"), aft_audience_get_type },
};

static GParamSpec *pspec_id;

AftHistory *
aft_item_get_recording_history (AftItem *self)
{
  AftDocument *document = aft_item_get_document (self);

  return document != NULL && aft_document_is_ready (document) ? aft_document_get_history (document)
                                                              : NULL;
}

static void
item_set_field (GObject      *object,
                guint         property_id,
                const GValue *gvalue,
                GParamSpec   *pspec)
{
  AftItem *self = AFT_ITEM (object);
  AftItemClass *item_class = AFT_ITEM_GET_CLASS (self);
  const guint index = property_id - 1;
  const AftField *field = &item_class->fields[index];
  AftHistory *history = aft_item_get_recording_history (self);
  AftValue value;

  aft_field_read_gvalue (field, gvalue, &value);

  if (aft_field_equal_values (field, &value, &PRIVATE (self)->values[index]))
    {
      aft_field_clear_value (field, &value);
      return;
    }

  if (PRIVATE (self)->removed || (history != NULL && !aft_history_record_set (history, self, index, &value)))
    {
      /* Whoever tried reads the field again. */
      aft_field_clear_value (field, &value);
      g_object_notify_by_pspec (object, pspec);
    }
  else if (history == NULL)
    aft_item_store (self, index, &value);
}

static void
item_get_field (GObject    *object,
                guint       property_id,
                GValue     *gvalue,
                GParamSpec *pspec)
{
  const guint index = property_id - 1;

  aft_field_write_gvalue (&AFT_ITEM_GET_CLASS (object)->fields[index],
                          &PRIVATE (object)->values[index], gvalue);
}

static void
aft_item_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  g_value_set_string (value, PRIVATE (object)->id);
}

static void
aft_item_constructed (GObject *object)
{
  AftItemPrivate *priv = PRIVATE (object);
  AftItemClass *item_class = AFT_ITEM_GET_CLASS (object);

  G_OBJECT_CLASS (aft_item_parent_class)->constructed (object);

  priv->values = g_new0 (AftValue, item_class->n_fields);
  for (guint i = 0; i < item_class->n_fields; i++)
    aft_field_init_value (&item_class->fields[i], &priv->values[i]);

  if (item_class->table->n_lists > 0)
    priv->lists = g_new0 (AftItemList *, item_class->table->n_lists);
  for (guint i = 0; i < item_class->table->n_lists; i++)
    priv->lists[i] = aft_item_list_new (item_class->table->lists[i].item_type ());
}

static void
aft_item_dispatch_properties_changed (GObject     *object,
                                      guint        n_pspecs,
                                      GParamSpec **pspecs)
{
  AftHistory *history = PRIVATE (object)->id != NULL ? aft_item_get_recording_history (AFT_ITEM (object)) : NULL;

  if (history != NULL)
    aft_history_block (history);

  G_OBJECT_CLASS (aft_item_parent_class)->dispatch_properties_changed (object, n_pspecs, pspecs);

  if (history != NULL)
    {
      aft_history_unblock (history);
      aft_history_settle (history);
    }
}

static void
aft_item_dispose (GObject *object)
{
  AftItemPrivate *priv = PRIVATE (object);

  for (guint i = 0; priv->lists != NULL && i < AFT_ITEM_GET_CLASS (object)->table->n_lists; i++)
    for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (priv->lists[i])); j++)
      PRIVATE (aft_item_list_peek (priv->lists[i], j))->parent = NULL;

  G_OBJECT_CLASS (aft_item_parent_class)->dispose (object);
}

static void
aft_item_finalize (GObject *object)
{
  AftItemPrivate *priv = PRIVATE (object);
  AftItemClass *item_class = AFT_ITEM_GET_CLASS (object);

  for (guint i = 0; i < item_class->n_fields; i++)
    aft_field_clear_value (&item_class->fields[i], &priv->values[i]);
  for (guint i = 0; i < item_class->table->n_lists; i++)
    g_object_unref (priv->lists[i]);
  g_free (priv->values);
  g_free (priv->lists);
  g_free (priv->id);
  g_clear_pointer (&priv->raw, g_ptr_array_unref);

  G_OBJECT_CLASS (aft_item_parent_class)->finalize (object);
}

static void
aft_item_class_init (AftItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = aft_item_constructed;
  object_class->dispatch_properties_changed = aft_item_dispatch_properties_changed;
  object_class->dispose = aft_item_dispose;
  object_class->finalize = aft_item_finalize;
  object_class->get_property = aft_item_get_property;

  pspec_id = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, pspec_id);
}

static void
aft_item_init (AftItem *self)
{
  PRIVATE (self)->id = g_uuid_string_random ();
}

/**
 * aft_item_class_set_table:
 * @item_class: a class below #AftItem, in its class_init
 * @table: (transfer none): what the class is; static
 *
 * Turns the table into GObject properties and child lists. A field with a second wording gets its
 * companion right behind it, and every item ends with the common fields.
 */
void
aft_item_class_set_table (AftItemClass       *item_class,
                          const AftItemTable *table)
{
  GObjectClass *object_class = G_OBJECT_CLASS (item_class);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (AftField));

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_array_append_val (fields, table->fields[i]);

      if (table->fields[i].flags & AFT_FIELD_WIDER)
        {
          AftField wider = table->fields[i];
          g_autofree char *name = g_strconcat (wider.name, "-wider", NULL);

          wider.name = g_intern_string (name);
          wider.label = N_("Wording for wider readers");
          wider.flags &= ~(AFT_FIELD_WIDER | AFT_FIELD_REQUIRED);
          g_array_append_val (fields, wider);
        }
    }
  g_array_append_vals (fields, common_fields, G_N_ELEMENTS (common_fields));

  item_class->table = table;
  item_class->n_fields = fields->len;
  item_class->fields = (AftField *) (void *) g_array_free (fields, FALSE);
  item_class->pspecs = g_new0 (GParamSpec *, item_class->n_fields);

  /* GObject clears both in every derived class. */
  object_class->set_property = item_set_field;
  object_class->get_property = item_get_field;

  for (guint i = 0; i < item_class->n_fields; i++)
    {
      item_class->pspecs[i] = aft_field_create_pspec (&item_class->fields[i]);
      g_object_class_install_property (object_class, i + 1, item_class->pspecs[i]);
    }
}

/**
 * aft_item_get_table:
 * @self: an item
 *
 * Returns: (transfer none): the table of its class
 */
const AftItemTable *
aft_item_get_table (AftItem *self)
{
  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);

  return AFT_ITEM_GET_CLASS (self)->table;
}

/**
 * aft_item_type_get_table:
 * @type: a type below #AftItem
 *
 * Returns: (transfer none): the table of the class
 */
const AftItemTable *
aft_item_type_get_table (GType type)
{
  g_return_val_if_fail (g_type_is_a (type, AFT_TYPE_ITEM), NULL);

  /* The class stays: static types are never unloaded. */
  return AFT_ITEM_CLASS (g_type_class_ref (type))->table;
}

/**
 * aft_item_type_get_fields:
 * @type: a type below #AftItem
 * @n_fields: (out): how many
 *
 * Returns: (transfer none): all fields of the class, second wordings and common ones included
 */
const AftField *
aft_item_type_get_fields (GType  type,
                          guint *n_fields)
{
  AftItemClass *item_class;

  g_return_val_if_fail (g_type_is_a (type, AFT_TYPE_ITEM), NULL);

  item_class = AFT_ITEM_CLASS (g_type_class_ref (type));
  *n_fields = item_class->n_fields;

  return item_class->fields;
}

/**
 * aft_item_get_fields:
 * @self: an item
 * @n_fields: (out): how many
 *
 * Returns: (transfer none): all fields, second wordings and common ones included
 */
const AftField *
aft_item_get_fields (AftItem *self,
                     guint   *n_fields)
{
  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);

  *n_fields = AFT_ITEM_GET_CLASS (self)->n_fields;

  return AFT_ITEM_GET_CLASS (self)->fields;
}

/**
 * aft_item_find_field:
 * @self: an item
 * @name: a field's name
 * @index: (out) (optional): its place among the fields
 *
 * Returns: whether the class has such a field
 */
gboolean
aft_item_find_field (AftItem    *self,
                     const char *name,
                     guint      *index)
{
  AftItemClass *item_class;

  g_return_val_if_fail (AFT_IS_ITEM (self), FALSE);

  item_class = AFT_ITEM_GET_CLASS (self);
  for (guint i = 0; i < item_class->n_fields; i++)
    if (strcmp (item_class->fields[i].name, name) == 0)
      {
        if (index != NULL)
          *index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * aft_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id, which never changes and is never used again
 */
const char *
aft_item_get_id (AftItem *self)
{
  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);

  return PRIVATE (self)->id;
}

/**
 * aft_item_is_empty:
 * @self: an item
 *
 * Returns: whether nobody has written anything in it or below it
 */
gboolean
aft_item_is_empty (AftItem *self)
{
  AftItemPrivate *priv = PRIVATE (self);
  AftItemClass *item_class = AFT_ITEM_GET_CLASS (self);

  for (guint i = 0; i < item_class->n_fields; i++)
    if (!aft_field_is_default (&item_class->fields[i], &priv->values[i]))
      return FALSE;
  for (guint i = 0; i < item_class->table->n_lists; i++)
    if (g_list_model_get_n_items (G_LIST_MODEL (priv->lists[i])) > 0)
      return FALSE;

  return priv->raw == NULL;
}

/**
 * aft_item_get_heading:
 * @self: an item
 *
 * Returns: (transfer none): the text by which people know the item; may be empty
 */
const char *
aft_item_get_heading (AftItem *self)
{
  AftItemClass *item_class;

  g_return_val_if_fail (AFT_IS_ITEM (self), "");

  item_class = AFT_ITEM_GET_CLASS (self);
  for (guint i = 0; i < item_class->n_fields; i++)
    if (aft_field_is_text (&item_class->fields[i]))
      return aft_item_get_text (self, i);

  return "";
}

/**
 * aft_item_get_kind_label:
 * @self: an item
 *
 * Returns: (transfer none): what people call such an item, translated
 */
const char *
aft_item_get_kind_label (AftItem *self)
{
  return g_dgettext (GETTEXT_PACKAGE, aft_item_get_table (self)->label);
}

/**
 * aft_item_peek_value:
 * @self: an item
 * @index: the place of a field
 *
 * Returns: (transfer none): what is stored there
 */
const AftValue *
aft_item_peek_value (AftItem *self,
                     guint    index)
{
  g_return_val_if_fail (AFT_IS_ITEM (self), NULL);
  g_return_val_if_fail (index < AFT_ITEM_GET_CLASS (self)->n_fields, NULL);

  return &PRIVATE (self)->values[index];
}

/**
 * aft_item_get_text:
 * @self: an item
 * @index: the place of a text or reference field
 *
 * Returns: (transfer none): the text, never %NULL
 */
const char *
aft_item_get_text (AftItem *self,
                   guint    index)
{
  const AftValue *value = aft_item_peek_value (self, index);

  return value != NULL && value->text != NULL ? value->text : "";
}

/**
 * aft_item_get_integer:
 * @self: an item
 * @index: the place of a boolean, integer, choice or marks field
 *
 * Returns: its value
 */
gint64
aft_item_get_integer (AftItem *self,
                      guint    index)
{
  const AftValue *value = aft_item_peek_value (self, index);

  return value != NULL ? value->integer : 0;
}

/**
 * aft_item_get_moment:
 * @self: an item
 * @index: the place of a moment field
 *
 * Returns: (transfer none) (nullable): the moment
 */
AftMoment *
aft_item_get_moment (AftItem *self,
                     guint    index)
{
  const AftValue *value = aft_item_peek_value (self, index);

  return value != NULL ? value->moment : NULL;
}

/**
 * aft_item_get_words:
 * @self: an item
 * @index: the place of a words or references field
 *
 * Returns: (transfer none): the words, never %NULL
 */
const char *const *
aft_item_get_words (AftItem *self,
                    guint    index)
{
  static const char *const none[] = { NULL };
  const AftValue *value = aft_item_peek_value (self, index);

  return value != NULL && value->words != NULL ? (const char *const *) value->words : none;
}

/**
 * aft_item_get_named_text:
 * @self: an item
 * @name: the name of a text or reference field
 *
 * Returns: (transfer none): the text, empty where the class has no such field
 */
const char *
aft_item_get_named_text (AftItem    *self,
                         const char *name)
{
  guint index;

  return aft_item_find_field (self, name, &index) ? aft_item_get_text (self, index) : "";
}

/**
 * aft_item_claim_free_id:
 * @self: an item of no document yet
 * @id: the id it had when it was written
 *
 * Gives an item that is read back its id.
 */
void
aft_item_claim_free_id (AftItem    *self,
                        const char *id)
{
  g_return_if_fail (AFT_IS_ITEM (self));
  g_return_if_fail (aft_item_get_document (self) == NULL);

  aft_item_set_id_before_use (self, id);
}

void
aft_item_set_id_before_use (AftItem    *self,
                            const char *id)
{
  g_assert (PRIVATE (self)->parent == NULL || aft_item_get_recording_history (self) == NULL);

  g_free (PRIVATE (self)->id);
  PRIVATE (self)->id = g_strdup (id);
}

/* Takes what @value holds. */
void
aft_item_store (AftItem  *self,
                guint     index,
                AftValue *value)
{
  AftItemClass *item_class = AFT_ITEM_GET_CLASS (self);
  const AftField *field = &item_class->fields[index];
  AftDocument *document = aft_item_get_document (self);
  AftValue *stored = &PRIVATE (self)->values[index];

  if (document != NULL && aft_field_is_reference (field))
    aft_document_unindex_references (document, self, index);

  aft_field_clear_value (field, stored);
  *stored = *value;
  memset (value, 0, sizeof *value);

  if (document != NULL && aft_field_is_reference (field))
    aft_document_index_references (document, self, index);
  if (document != NULL)
    aft_document_forget_key_events (document, self, field->name);

  g_object_notify_by_pspec (G_OBJECT (self), item_class->pspecs[index]);
}

AftItemPrivate *
aft_item_get_private (AftItem *self)
{
  return PRIVATE (self);
}

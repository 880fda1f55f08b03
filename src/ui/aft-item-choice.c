/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-item-choice.h"

/**
 * AftItemChoice:
 *
 * An item that may be chosen, or none.
 */
struct _AftItemChoice
{
  GObject  parent_instance;

  /* Owned, may be NULL */
  AftItem *item;
};

G_DEFINE_FINAL_TYPE (AftItemChoice, aft_item_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LABEL,
};

static char *
dup_label (AftItemChoice *self)
{
  const char *heading;

  if (self->item == NULL)
    /* Translators: no role, item or event is chosen */
    return g_strdup (C_("choice", "None"));

  heading = aft_item_get_heading (self->item);
  if (heading[0] == '\0')
    return g_strdup (aft_item_get_kind_label (self->item));

  return g_strdup (heading);
}

static void
aft_item_choice_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  g_value_take_string (value, dup_label (AFT_ITEM_CHOICE (object)));
}

static void
aft_item_choice_finalize (GObject *object)
{
  g_clear_object (&AFT_ITEM_CHOICE (object)->item);

  G_OBJECT_CLASS (aft_item_choice_parent_class)->finalize (object);
}

static void
aft_item_choice_class_init (AftItemChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = aft_item_choice_finalize;
  object_class->get_property = aft_item_choice_get_property;

  g_object_class_install_property (object_class, PROP_LABEL,
                                   g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
aft_item_choice_init (AftItemChoice *self)
{
}

/**
 * aft_item_choice_new:
 * @item: (nullable): an item, %NULL for none
 *
 * Returns: (transfer full): a choice
 */
AftItemChoice *
aft_item_choice_new (AftItem *item)
{
  AftItemChoice *self = g_object_new (AFT_TYPE_ITEM_CHOICE, NULL);

  g_set_object (&self->item, item);

  return self;
}

/**
 * aft_item_choice_get_item:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the item, %NULL for none
 */
AftItem *
aft_item_choice_get_item (AftItemChoice *self)
{
  return self->item;
}

static void
items_changed_cb (GListModel *items,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GListStore *choices)
{
  g_autoptr(GPtrArray) additions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    {
      g_autoptr(AftItem) item = g_list_model_get_item (items, position + i);

      g_ptr_array_add (additions, aft_item_choice_new (item));
    }

  /* "None" stands before them. */
  g_list_store_splice (choices, position + 1, removed, additions->pdata, added);
}

/**
 * aft_item_choice_list_new:
 * @items: a list of items
 *
 * A GtkMapListModel would do, but that of GTK 4.8 mistakes the place of what is inserted before an
 * item that was looked at.
 *
 * Returns: (transfer full): a list of choices that follows it, with "none" first
 */
GListModel *
aft_item_choice_list_new (GListModel *items)
{
  GListStore *choices = g_list_store_new (AFT_TYPE_ITEM_CHOICE);
  g_autoptr(AftItemChoice) none = aft_item_choice_new (NULL);

  g_list_store_append (choices, none);
  items_changed_cb (items, 0, 0, g_list_model_get_n_items (items), choices);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), choices, 0);

  return G_LIST_MODEL (choices);
}

/**
 * aft_item_choice_set_up:
 * @drop_down: a drop-down
 * @choices: a list of choices
 */
void
aft_item_choice_set_up (GtkDropDown *drop_down,
                        GListModel  *choices)
{
  g_autoptr(GtkExpression) label = gtk_property_expression_new (AFT_TYPE_ITEM_CHOICE, NULL, "label");

  gtk_drop_down_set_expression (drop_down, label);
  gtk_drop_down_set_model (drop_down, choices);
}

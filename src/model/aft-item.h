/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "aft-field.h"

G_BEGIN_DECLS

#define AFT_TYPE_ITEM (aft_item_get_type ())

G_DECLARE_DERIVABLE_TYPE (AftItem, aft_item, AFT, ITEM, GObject)

typedef struct _AftDocument AftDocument;

/**
 * AFT_ITEM_MAX_DEPTH:
 *
 * How deep items may nest below the document: 63 whys of one problem. A level of items takes two levels
 * of JSON, and the reader refuses more than 264 of these: what can be written can always be read again.
 */
#define AFT_ITEM_MAX_DEPTH 127

/**
 * AftChildList:
 * @name: the member in the file
 * @label: what people call it, to be translated
 * @item_type: the function that gives the type of the children
 *
 * One list of children that a class of items has.
 */
typedef struct
{
  const char  *name;
  const char  *label;
  GType      (*item_type) (void);
} AftChildList;

/**
 * AftItemTable:
 * @name: the name of the class in the schema
 * @label: what people call such an item, to be translated
 * @fields: the fields, in the order of the file
 * @n_fields: how many
 * @lists: (nullable): the child lists, in the order of the file
 * @n_lists: how many
 *
 * What a class of items is first of all. JSON, the schema, forms, search and review walk it.
 */
typedef struct
{
  const char         *name;
  const char         *label;
  const AftField     *fields;
  guint               n_fields;
  const AftChildList *lists;
  guint               n_lists;
} AftItemTable;

struct _AftItemClass
{
  GObjectClass parent_class;

  /*< private >*/
  const AftItemTable *table;
  AftField           *fields;
  GParamSpec        **pspecs;
  guint               n_fields;
};

/**
 * AftRawMember:
 * @name: the member's name
 * @text: its value as it stood in the file
 * @depth: how deep its value nests, 0 for one that holds no others
 *
 * A member that this version doesn't know, or whose value it can't read.
 */
typedef struct
{
  char  *name;
  char  *text;
  guint  depth;
} AftRawMember;

void                aft_item_class_set_table    (AftItemClass       *item_class,
                                                 const AftItemTable *table);

const AftItemTable *aft_item_get_table          (AftItem            *self);
const AftItemTable *aft_item_type_get_table     (GType               type);
const AftField     *aft_item_type_get_fields    (GType               type,
                                                 guint              *n_fields);
const AftField     *aft_item_get_fields         (AftItem            *self,
                                                 guint              *n_fields);
gboolean            aft_item_find_field         (AftItem            *self,
                                                 const char         *name,
                                                 guint              *index);
const char         *aft_item_get_id             (AftItem            *self);
AftItem            *aft_item_get_parent         (AftItem            *self);
const AftChildList *aft_item_get_place          (AftItem            *self,
                                                 guint              *position);
AftDocument        *aft_item_get_document       (AftItem            *self);
guint               aft_item_get_depth          (AftItem            *self);
gboolean            aft_item_is_inside          (AftItem            *self,
                                                 AftItem            *ancestor);
gboolean            aft_item_is_empty           (AftItem            *self);
const char         *aft_item_get_heading        (AftItem            *self);
const char         *aft_item_get_kind_label     (AftItem            *self);

GListModel         *aft_item_get_list           (AftItem            *self,
                                                 const char         *name);
GListModel         *aft_item_get_nth_list       (AftItem            *self,
                                                 guint               index);
gboolean            aft_item_adopt              (AftItem            *self,
                                                 const char         *list,
                                                 AftItem            *child);
AftItem            *aft_item_duplicate          (AftItem            *self);
GPtrArray          *aft_item_duplicate_many     (GPtrArray          *items);
void                aft_item_claim_free_id      (AftItem            *self,
                                                 const char         *id);

const AftValue     *aft_item_peek_value         (AftItem            *self,
                                                 guint               index);
const char         *aft_item_get_text           (AftItem            *self,
                                                 guint               index);
gint64              aft_item_get_integer        (AftItem            *self,
                                                 guint               index);
AftMoment          *aft_item_get_moment         (AftItem            *self,
                                                 guint               index);
const char *const  *aft_item_get_words          (AftItem            *self,
                                                 guint               index);
const char         *aft_item_get_named_text     (AftItem            *self,
                                                 const char         *name);

void                aft_item_keep_raw           (AftItem            *self,
                                                 const char         *name,
                                                 const char         *text);
const GPtrArray    *aft_item_get_raw            (AftItem            *self);
const char         *aft_item_find_raw           (AftItem            *self,
                                                 const char         *name);

typedef void (* AftItemFunc) (AftItem  *item,
                              gpointer  user_data);

void                aft_item_foreach            (AftItem            *self,
                                                 AftItemFunc         func,
                                                 gpointer            user_data);

G_END_DECLS

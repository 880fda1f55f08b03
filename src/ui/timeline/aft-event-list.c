/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-chronology.h"
#include "aft-event-list.h"

#define LOOK_AT_ONCE 256

/* A list view makes its first rows, about so many, in one frame: told of them bit by bit it makes them in several. */
#define FIRST_ROWS 240
#define ROWS_AT_ONCE 30

/**
 * AftEventList:
 *
 * The events of a document that match a filter, in order. A plain array: there may be very many,
 * and a change of the filter replaces most of them.
 */
struct _AftEventList
{
  GObject         parent_instance;

  /* Owned */
  AftEventFilter *filter;
  GPtrArray      *order;
  GPtrArray      *shown;
  /* What will be shown when all events were looked at */
  GPtrArray      *next;
  GPtrArray      *next_late;
  AftEvent       *written;
  AftEvent       *added;

  AftEventSort    sort;
  /* Where the group of those known only afterwards begins */
  guint           first_late;
  guint           n_looked_at;
  /* How many of the shown ones the view knows of */
  guint           n_told;
};

static void aft_event_list_model_init (GListModelInterface *iface);

G_DEFINE_ENUM_TYPE (AftEventSort, aft_event_sort,
                    G_DEFINE_ENUM_VALUE (AFT_EVENT_SORT_TIME, "time"),
                    G_DEFINE_ENUM_VALUE (AFT_EVENT_SORT_KNOWN, "known"))

G_DEFINE_FINAL_TYPE_WITH_CODE (AftEventList, aft_event_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, aft_event_list_model_init))

static gboolean
lets_through (AftEventList *self,
              AftEvent     *event)
{
  return event == self->written || event == self->added || aft_event_filter_matches (self->filter, event);
}

static void
look_at (AftEventList *self,
         AftEvent     *event,
         gboolean      filtered)
{
  if (filtered && !lets_through (self, event))
    return;

  if (self->sort == AFT_EVENT_SORT_KNOWN && aft_event_get_known_afterwards (event))
    g_ptr_array_add (self->next_late, g_object_ref (event));
  else
    g_ptr_array_add (self->next, g_object_ref (event));
}

static GType
aft_event_list_get_item_type (GListModel *model)
{
  return AFT_TYPE_EVENT;
}

static guint
aft_event_list_get_n_items (GListModel *model)
{
  return AFT_EVENT_LIST (model)->n_told;
}

static gpointer
aft_event_list_get_item (GListModel *model,
                         guint       position)
{
  AftEvent *event = aft_event_list_peek (AFT_EVENT_LIST (model), position);

  return event != NULL ? g_object_ref (event) : NULL;
}

static void
aft_event_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = aft_event_list_get_item_type;
  iface->get_n_items = aft_event_list_get_n_items;
  iface->get_item = aft_event_list_get_item;
}

static void
aft_event_list_finalize (GObject *object)
{
  AftEventList *self = AFT_EVENT_LIST (object);

  g_clear_object (&self->filter);
  g_clear_object (&self->written);
  g_clear_object (&self->added);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->next);
  g_ptr_array_unref (self->next_late);

  G_OBJECT_CLASS (aft_event_list_parent_class)->finalize (object);
}

static void
aft_event_list_class_init (AftEventListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_event_list_finalize;
}

static void
aft_event_list_init (AftEventList *self)
{
  self->order = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->next = g_ptr_array_new_with_free_func (g_object_unref);
  self->next_late = g_ptr_array_new_with_free_func (g_object_unref);
  self->first_late = G_MAXUINT;
}

/**
 * aft_event_list_new:
 *
 * Returns: (transfer full): an empty list
 */
AftEventList *
aft_event_list_new (void)
{
  return g_object_new (AFT_TYPE_EVENT_LIST, NULL);
}

/**
 * aft_event_list_set_filter:
 * @self: a list
 * @filter: (nullable): which events it holds; %NULL for all
 *
 * Takes effect with the next aft_event_list_update().
 */
void
aft_event_list_set_filter (AftEventList   *self,
                           AftEventFilter *filter)
{
  g_return_if_fail (AFT_IS_EVENT_LIST (self));

  g_set_object (&self->filter, filter);
}

/**
 * aft_event_list_set_sort:
 * @self: a list
 * @sort: in which order
 *
 * Takes effect with the next aft_event_list_update().
 */
void
aft_event_list_set_sort (AftEventList *self,
                         AftEventSort  sort)
{
  g_return_if_fail (AFT_IS_EVENT_LIST (self));

  self->sort = sort;
}

/**
 * aft_event_list_set_kept:
 * @self: a list
 * @written: (nullable): an event in which somebody writes
 * @added: (nullable): the event that was just added
 *
 * These stay in the list whether they match or not, so that nothing vanishes from below the hands.
 */
void
aft_event_list_set_kept (AftEventList *self,
                         AftEvent     *written,
                         AftEvent     *added)
{
  g_return_if_fail (AFT_IS_EVENT_LIST (self));

  g_set_object (&self->written, written);
  g_set_object (&self->added, added);
}

/**
 * aft_event_list_read:
 * @self: a list
 * @document: a document that was edited
 *
 * Takes the events of a document. The list follows with the next aft_event_list_update().
 */
void
aft_event_list_read (AftEventList *self,
                     AftDocument  *document)
{
  GPtrArray *order;

  g_return_if_fail (AFT_IS_EVENT_LIST (self) && AFT_IS_DOCUMENT (document));

  order = aft_chronology_order (document);
  for (guint i = 0; i < order->len; i++)
    g_object_ref (order->pdata[i]);
  g_ptr_array_set_free_func (order, g_object_unref);
  g_ptr_array_unref (self->order);
  self->order = order;

  aft_event_list_restart (self);
}

/**
 * aft_event_list_restart:
 * @self: a list
 *
 * Forgets what aft_event_list_look() found: other events may match now.
 */
void
aft_event_list_restart (AftEventList *self)
{
  g_return_if_fail (AFT_IS_EVENT_LIST (self));

  g_ptr_array_set_size (self->next, 0);
  g_ptr_array_set_size (self->next_late, 0);
  self->n_looked_at = 0;
}

/**
 * aft_event_list_look:
 * @self: a list
 * @deadline: a monotonic time after which it stops
 *
 * Looks which events match, a part of them at a time. The list doesn't change yet.
 *
 * Returns: whether it has looked at all of them
 */
gboolean
aft_event_list_look (AftEventList *self,
                     gint64        deadline)
{
  gboolean filtered;

  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), TRUE);

  filtered = self->filter != NULL && aft_event_filter_is_active (self->filter);
  while (self->n_looked_at < self->order->len)
    {
      look_at (self, self->order->pdata[self->n_looked_at++], filtered);
      if (self->n_looked_at % LOOK_AT_ONCE == 0 && g_get_monotonic_time () > deadline)
        break;
    }

  return self->n_looked_at == self->order->len;
}

/**
 * aft_event_list_update:
 * @self: a list
 *
 * Shows the events that match, after looking at those that nobody looked at yet. Only what differs
 * is replaced, so that rows in which somebody writes stay.
 */
void
aft_event_list_update (AftEventList *self)
{
  g_autoptr(GPtrArray) before = NULL;
  guint head = 0;
  guint tail = 0;
  guint least;

  g_return_if_fail (AFT_IS_EVENT_LIST (self));

  aft_event_list_look (self, G_MAXINT64);
  before = g_steal_pointer (&self->shown);
  g_ptr_array_set_size (before, (int) self->n_told);
  self->first_late = self->next_late->len > 0 ? self->next->len : G_MAXUINT;
  g_ptr_array_extend_and_steal (self->next, g_steal_pointer (&self->next_late));
  self->shown = g_steal_pointer (&self->next);
  self->next = g_ptr_array_new_with_free_func (g_object_unref);
  self->next_late = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_looked_at = 0;
  least = MIN (before->len, self->shown->len);
  while (head < least && before->pdata[head] == self->shown->pdata[head])
    head++;
  while (tail < least - head &&
         before->pdata[before->len - 1 - tail] == self->shown->pdata[self->shown->len - 1 - tail])
    tail++;

  self->n_told = self->shown->len;
  if (head == before->len && head < FIRST_ROWS && self->shown->len > head + ROWS_AT_ONCE)
    self->n_told = head + ROWS_AT_ONCE;
  if (head + tail < before->len || head + tail < self->n_told)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, self->n_told - head - tail);
}

/**
 * aft_event_list_tell_more:
 * @self: a list
 *
 * After aft_event_list_update() a view of very many new events knows only of the first ones.
 *
 * Returns: whether there was more to tell
 */
gboolean
aft_event_list_tell_more (AftEventList *self)
{
  guint before;

  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), FALSE);

  before = self->n_told;
  if (before == self->shown->len)
    return FALSE;

  self->n_told = before < FIRST_ROWS ? MIN (before + ROWS_AT_ONCE, self->shown->len) : self->shown->len;
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->n_told - before);

  return TRUE;
}

/**
 * aft_event_list_get_n_all:
 * @self: a list
 *
 * Returns: how many events there are, those included that don't match
 */
guint
aft_event_list_get_n_all (AftEventList *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), 0);

  return self->order->len;
}

/**
 * aft_event_list_find:
 * @self: a list
 * @event: (nullable): an event
 * @position: (out): where it stands
 *
 * Returns: whether it is in the list
 */
gboolean
aft_event_list_find (AftEventList *self,
                     AftEvent     *event,
                     guint        *position)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self) && position != NULL, FALSE);

  return event != NULL && g_ptr_array_find (self->shown, event, position) && *position < self->n_told;
}

/**
 * aft_event_list_peek:
 * @self: a list
 * @position: a place
 *
 * Returns: (transfer none) (nullable): the event that stands there
 */
AftEvent *
aft_event_list_peek (AftEventList *self,
                     guint         position)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), NULL);

  return position < self->n_told ? self->shown->pdata[position] : NULL;
}

/**
 * aft_event_list_get_first_late:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the event with which the group of those begins that were
 *   known only afterwards; %NULL where there is no such group
 */
AftEvent *
aft_event_list_get_first_late (AftEventList *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), NULL);

  return aft_event_list_peek (self, self->first_late);
}

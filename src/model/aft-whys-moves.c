/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-history-private.h"
#include "aft-item-private.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-private.h"

/* Where branches of whys may go, and how they get there, each as one edit. */

typedef struct
{
  AftItem    *parent;       /* the item in whose list it comes to stand, or which is asked first */
  const char *list;
  guint       position;     /* counted with the item itself; G_MAXUINT for the end */
  gboolean    asks;         /* a question is to be made in between */
} Place;

/* The item at a position, borrowed from the list that keeps it. */
AftItem *
aft_whys_get_nth (AftItem    *parent,
                  const char *list,
                  guint       position)
{
  g_autoptr(AftItem) item = g_list_model_get_item (aft_item_get_list (parent, list), position);

  return item;
}

guint
aft_whys_count (AftItem    *parent,
                const char *list)
{
  return g_list_model_get_n_items (aft_item_get_list (parent, list));
}

/* The first question of a problem or answer; within an open transaction one is made where there is none. */
AftItem *
aft_whys_need_question (AftDocument *document,
                        AftItem     *item)
{
  AftItem *first = aft_whys_get_nth (item, "questions", 0);
  g_autoptr(AftQuestion) question = NULL;
  g_autofree char *text = NULL;

  if (first != NULL)
    return first;

  question = aft_question_new ();
  text = aft_whys_propose_question (document, item);
  g_object_set (question, "text", text, NULL);

  return aft_history_insert (aft_document_get_history (document), item, "questions", G_MAXUINT, AFT_ITEM (question))
           ? AFT_ITEM (question) : NULL;
}

static gboolean
is_why (AftItem *item)
{
  return AFT_IS_PROBLEM (item) || AFT_IS_QUESTION (item) || AFT_IS_ANSWER (item);
}

static gboolean
find_place_below (AftItem *item,
                  AftItem *target,
                  Place   *place)
{
  const gboolean to_question = AFT_IS_QUESTION (target);

  *place = (Place) { target, NULL, G_MAXUINT, FALSE };
  if (AFT_IS_PROBLEM (item) || (AFT_IS_QUESTION (item) && to_question))
    return FALSE;

  if (AFT_IS_QUESTION (item))
    {
      place->list = "questions";
    }
  else
    {
      place->list = "answers";
      place->asks = !to_question && aft_whys_count (target, "questions") == 0;
      if (!to_question && !place->asks)
        place->parent = aft_whys_get_nth (target, "questions", 0);
    }

  return TRUE;
}

static gboolean
find_place_beside (AftItem        *item,
                   AftItem        *target,
                   AftWhysLanding  landing,
                   Place          *place)
{
  const AftChildList *list;
  guint position;

  if (G_OBJECT_TYPE (item) != G_OBJECT_TYPE (target))
    return FALSE;

  list = aft_item_get_place (target, &position);
  if (list == NULL)
    return FALSE;
  *place = (Place) { aft_item_get_parent (target), list->name, position + (landing == AFT_WHYS_AFTER ? 1 : 0), FALSE };

  return TRUE;
}

/* Whether it stands there already. */
static gboolean
is_there (AftItem     *item,
          const Place *place)
{
  const AftChildList *list;
  guint position;

  if (place->asks || aft_item_get_parent (item) != place->parent)
    return FALSE;

  list = aft_item_get_place (item, &position);
  if (strcmp (list->name, place->list) != 0)
    return FALSE;

  return place->position == G_MAXUINT ? position + 1 == aft_whys_count (place->parent, list->name)
                                      : position == place->position || position + 1 == place->position;
}

static gboolean
find_place (AftDocument    *document,
            AftItem        *item,
            AftItem        *target,
            AftWhysLanding  landing,
            Place          *place)
{
  AftHistory *history = aft_document_get_history (document);

  if (target == NULL || !is_why (item) || !is_why (target) || aft_item_is_inside (target, item) ||
      aft_item_get_document (item) != document || aft_item_get_document (target) != document)
    return FALSE;
  if (!(landing == AFT_WHYS_CHILD ? find_place_below (item, target, place)
                                  : find_place_beside (item, target, landing, place)))
    return FALSE;
  if (place->asks)
    return aft_history_can_write (history) &&
           aft_item_get_depth (place->parent) + 2 + aft_item_get_height (item) <= AFT_ITEM_MAX_DEPTH;

  return !is_there (item, place) && aft_history_can_move (history, item, place->parent, place->list);
}

/**
 * aft_whys_can_move:
 * @document: a document
 * @item: a problem, question or answer of it
 * @target: (nullable): another one, on or beside which it is dropped
 * @landing: where
 *
 * A problem goes beside problems. A question goes beside questions and below problems and answers, an
 * answer beside answers and below all. Nothing goes below itself or too deep.
 *
 * Returns: whether aft_whys_move() would do something
 */
gboolean
aft_whys_can_move (AftDocument    *document,
                   AftItem        *item,
                   AftItem        *target,
                   AftWhysLanding  landing)
{
  Place place;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (item), FALSE);

  return find_place (document, item, target, landing, &place);
}

/**
 * aft_whys_move:
 * @document: a document
 * @item: a problem, question or answer of it
 * @target: (nullable): another one, on or beside which it is dropped
 * @landing: where
 *
 * Moves a branch, as one edit. An answer that lands below a problem or answer comes to stand under the
 * first question there; one is proposed where there is none.
 *
 * Returns: whether it moved
 */
gboolean
aft_whys_move (AftDocument    *document,
               AftItem        *item,
               AftItem        *target,
               AftWhysLanding  landing)
{
  AftHistory *history;
  AftItem *parent;
  Place place;
  guint position;
  gboolean moved;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (item), FALSE);

  if (!find_place (document, item, target, landing, &place))
    return FALSE;

  /* The history counts without the item. */
  aft_item_get_place (item, &position);
  if (place.position != G_MAXUINT && aft_item_get_parent (item) == place.parent && position < place.position)
    place.position--;

  history = aft_document_get_history (document);
  aft_history_begin (history, _("Move Branch"));
  parent = place.asks ? aft_whys_need_question (document, place.parent) : place.parent;
  moved = parent != NULL && aft_history_move (history, item, parent, place.list, place.position);

  if (moved)
    aft_history_end (history);
  else
    aft_history_abandon (history);

  return moved;
}

/**
 * aft_whys_move_by:
 * @document: a document
 * @item: a problem, question or answer
 * @step: 1 for down, -1 for up
 *
 * Returns: whether it moved among its siblings
 */
gboolean
aft_whys_move_by (AftDocument *document,
                  AftItem     *item,
                  int          step)
{
  const AftChildList *list;
  AftItem *sibling;
  guint position;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (item), FALSE);

  list = aft_item_get_place (item, &position);
  if (list == NULL || step == 0 || (step < 0 && position == 0))
    return FALSE;

  sibling = aft_whys_get_nth (aft_item_get_parent (item), list->name, step > 0 ? position + 1 : position - 1);

  return aft_whys_move (document, item, sibling, step > 0 ? AFT_WHYS_AFTER : AFT_WHYS_BEFORE);
}

/**
 * aft_whys_move_level:
 * @document: a document
 * @item: an answer
 * @step: 1 for deeper, below the answer before it; -1 for higher, beside the answer above it
 *
 * Returns: whether it moved
 */
gboolean
aft_whys_move_level (AftDocument *document,
                     AftItem     *item,
                     int          step)
{
  AftItem *above;
  guint position;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (AFT_IS_ITEM (item), FALSE);

  if (!AFT_IS_ANSWER (item) || step == 0 || aft_item_get_place (item, &position) == NULL)
    return FALSE;

  if (step > 0)
    return position > 0 && aft_whys_move (document, item,
                                          aft_whys_get_nth (aft_item_get_parent (item), "answers", position - 1),
                                          AFT_WHYS_CHILD);

  above = aft_item_get_parent (aft_item_get_parent (item));

  return AFT_IS_ANSWER (above) && aft_whys_move (document, item, above, AFT_WHYS_AFTER);
}

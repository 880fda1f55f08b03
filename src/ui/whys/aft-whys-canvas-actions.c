/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-canvas-private.h"
#include "aft-whys-clipboard.h"

/* What keys, menus and buttons do with the forest of whys. */

/* How far a key moves the ground, in pixels. */
#define PAN_STEP 120

/* The keys below write the walks as numbers. */
G_STATIC_ASSERT (GTK_DIR_UP == 2 && GTK_DIR_DOWN == 3 && GTK_DIR_LEFT == 4 && GTK_DIR_RIGHT == 5);

static AftItem *
get_selected (AftWhysCanvas *self)
{
  return aft_whys_view_get_selected (self->view);
}

static void
walk_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  const guint index = aft_whys_tree_find (self->tree, get_selected (self));
  guint found;

  if (index == AFT_WHYS_NONE)
    {
      gtk_widget_grab_focus (widget);
      return;
    }

  found = aft_whys_tree_neighbour (self->tree, index, (GtkDirectionType) g_variant_get_int32 (parameter));
  if (found != AFT_WHYS_NONE)
    aft_whys_canvas_focus_item (self, aft_whys_tree_get (self->tree, found)->item);
}

static void
remove_item (AftWhysCanvas *self,
             AftItem       *item,
             gboolean       tell)
{
  AftItem *parent = aft_item_get_parent (item);

  if (aft_history_remove (aft_whys_canvas_get_history (self), item))
    {
      aft_whys_canvas_refresh (self);
      aft_whys_canvas_focus_item (self, AFT_IS_DOCUMENT (parent) ? NULL : parent);
      if (tell)
        aft_session_tell (self->session, _("Branch removed"), TRUE);
    }
}

static void
duplicate (AftWhysCanvas *self,
           AftItem       *item)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autoptr(GPtrArray) copies = NULL;

  g_ptr_array_add (items, item);
  copies = aft_whys_duplicate (aft_whys_canvas_get_document (self), items);
  if (copies != NULL && copies->len > 0)
    {
      aft_whys_canvas_refresh (self);
      aft_whys_canvas_focus_item (self, copies->pdata[0]);
    }
}

static void
merge_next (AftWhysCanvas *self,
            AftItem       *answer)
{
  guint position;
  const AftChildList *list = aft_item_get_place (answer, &position);
  g_autoptr(AftItem) next =
    list != NULL ? g_list_model_get_item (aft_item_get_list (aft_item_get_parent (answer), list->name), position + 1)
                 : NULL;

  if (next == NULL)
    aft_session_tell (self->session, _("No answer follows this one. Move the other answer below it first."), FALSE);
  else if (aft_whys_merge (aft_whys_canvas_get_document (self), AFT_ANSWER (answer), AFT_ANSWER (next)))
    aft_session_tell (self->session, _("Answers merged"), TRUE);
}

static void
park (AftWhysCanvas *self,
      AftItem       *answer)
{
  AftItem *above = aft_item_get_parent (aft_item_get_parent (answer));

  if (aft_whys_park (aft_whys_canvas_get_document (self), AFT_ANSWER (answer)) == NULL)
    return;

  aft_whys_canvas_refresh (self);
  aft_whys_canvas_focus_item (self, aft_item_get_document (answer) != NULL ? answer : above);
  aft_session_tell (self->session, _("Parked with the proposed actions"), TRUE);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  AftDocument *document = aft_whys_canvas_get_document (self);
  g_autoptr(AftItem) item = NULL;

  aft_whys_canvas_commit (self);
  g_set_object (&item, get_selected (self));
  if (strcmp (name, "whys.add-problem") == 0)
    aft_whys_canvas_edit_new (self, aft_whys_add_problem (document));
  else if (item == NULL)
    return;
  else if (strcmp (name, "whys.edit") == 0)
    aft_whys_canvas_edit (self, item);
  else if (strcmp (name, "whys.ask") == 0)
    aft_whys_canvas_edit_new (self, aft_whys_ask (document, item));
  else if (strcmp (name, "whys.answer") == 0)
    aft_whys_canvas_edit_new (self, aft_whys_answer (document, item));
  else if (strcmp (name, "whys.add-alternative") == 0 && !AFT_IS_PROBLEM (item))
    aft_whys_canvas_edit_new (self, aft_whys_add_alternative (document, item));
  else if (strcmp (name, "whys.add-question") == 0)
    aft_whys_canvas_edit_new (self, aft_whys_add_question (document, item));
  else if (strcmp (name, "whys.remove") == 0)
    remove_item (self, item, TRUE);
  else if (strcmp (name, "whys.duplicate") == 0)
    duplicate (self, item);
  else if (AFT_IS_ANSWER (item) && strcmp (name, "whys.merge-next") == 0)
    merge_next (self, item);
  else if (AFT_IS_ANSWER (item) && strcmp (name, "whys.park") == 0)
    park (self, item);
  else if (AFT_IS_ANSWER (item) && strcmp (name, "whys.make-lesson") == 0 &&
           aft_whys_make_lesson (document, item) != NULL)
    aft_session_tell (self->session, _("Lesson added to the list of actions"), TRUE);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  AftDocument *document = aft_whys_canvas_get_document (self);
  const int step = g_variant_get_int32 (parameter);
  g_autoptr(AftItem) item = NULL;
  gboolean moved;

  g_set_object (&item, get_selected (self));
  if (item == NULL)
    return;

  moved = strcmp (name, "whys.move") == 0 ? aft_whys_move_by (document, item, step)
                                          : aft_whys_move_level (document, item, step);
  if (moved)
    {
      aft_whys_canvas_refresh (self);
      aft_whys_canvas_focus_item (self, item);
    }
}

static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  AftItem *item = get_selected (self);
  const char *nick = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  int choice;

  if (strcmp (name, "whys.mark") == 0 && AFT_IS_ANSWER (item) &&
      aft_choice_from_nick (AFT_TYPE_ANSWER_STATE, nick, &choice))
    g_object_set (item, "state", choice, NULL);
  else if (strcmp (name, "whys.toggle-factor") == 0 && AFT_IS_ANSWER (item))
    g_object_set (item, "contributing-factor", !aft_answer_get_contributing_factor (AFT_ANSWER (item)), NULL);
  else if (strcmp (name, "whys.join") == 0 && item != NULL && !AFT_IS_PROBLEM (item) &&
           aft_choice_from_nick (AFT_TYPE_JOIN, nick, &choice))
    g_object_set (AFT_IS_QUESTION (item) ? item : aft_item_get_parent (item), "join", choice, NULL);
}

static void
fold_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  AftItem *item = get_selected (self);

  if (strcmp (name, "whys.fold-all") == 0)
    aft_whys_view_fold_all (self->view, TRUE);
  else if (strcmp (name, "whys.unfold-all") == 0)
    aft_whys_view_fold_all (self->view, FALSE);
  else if (item != NULL && AFT_IS_QUESTION (item))
    aft_whys_view_set_folded (self->view, aft_item_get_parent (item), TRUE);
  else if (item != NULL)
    aft_whys_view_set_folded (self->view, item, !aft_whys_view_is_folded (self->view, item));
  aft_whys_canvas_focus_item (self, get_selected (self));
}

static void
view_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  AftItem *item = get_selected (self);
  const double x = gtk_widget_get_width (widget) / 2.0;
  const double y = gtk_widget_get_height (widget) / 2.0;
  int across;
  int down;

  if (strcmp (name, "whys.fit") == 0)
    aft_whys_canvas_fit (self, NULL);
  else if (strcmp (name, "whys.fit-branch") == 0)
    aft_whys_canvas_fit (self, item);
  else if (strcmp (name, "whys.focus-branch") == 0)
    aft_whys_view_set_branch (self->view, aft_whys_view_get_branch (self->view) != item ? item : NULL);
  else if (strcmp (name, "whys.zoom-in") == 0)
    aft_whys_canvas_zoom (self, 1.2, x, y);
  else if (strcmp (name, "whys.zoom-out") == 0)
    aft_whys_canvas_zoom (self, 1 / 1.2, x, y);
  else if (strcmp (name, "whys.find-next") == 0)
    aft_whys_view_find_next (self->view, g_variant_get_int32 (parameter));
  else if (strcmp (name, "whys.pan") == 0)
    {
      g_variant_get (parameter, "(ii)", &across, &down);
      aft_whys_canvas_pan (self, -across * PAN_STEP, -down * PAN_STEP);
    }
}

static void
clipboard_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  g_autoptr(AftItem) item = NULL;

  g_set_object (&item, get_selected (self));
  if (strcmp (name, "whys.paste") == 0)
    {
      aft_whys_clipboard_paste (self, item);
    }
  else if (item != NULL && strcmp (name, "whys.copy-markdown") == 0)
    gtk_widget_activate_action (widget, "win.copy-part", "s", aft_item_get_id (item));
  else if (item != NULL)
    {
      aft_whys_clipboard_copy (self, item);
      if (strcmp (name, "whys.cut") == 0)
        remove_item (self, item, FALSE);
    }
}

static AftRect
get_selected_area (AftWhysCanvas *self)
{
  const guint index = aft_whys_tree_find (self->tree, get_selected (self));
  AftRect rect = { 0, 0, 1, 1 };

  if (index != AFT_WHYS_NONE)
    {
      rect = aft_whys_tree_get (self->tree, index)->rect;
      rect = (AftRect) { rect.x * self->zoom + self->offset_x, rect.y * self->zoom + self->offset_y,
                        rect.width * self->zoom, rect.height * self->zoom };
    }

  return rect;
}

static void
show_item_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  AftItem *item = aft_document_find (aft_whys_canvas_get_document (self), g_variant_get_string (parameter, NULL));

  if (item != NULL)
    aft_session_show_item (self->session, item);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AftWhysCanvas *self = AFT_WHYS_CANVAS (widget);
  AftRect area = get_selected_area (self);

  if (parameter != NULL)
    {
      g_variant_get (parameter, "(dd)", &area.x, &area.y);
      area.width = area.height = 1;
    }
  aft_whys_canvas_open_menu (self, &area);
}

static void
menu_key_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  menu_action (widget, name, NULL);
}

/* On a projector, one key each; answers are begun with Enter there. */
gboolean
aft_whys_canvas_press_presenting (AftWhysCanvas *self,
                                  guint          keyval)
{
  static const struct { guint key; const char *state; } marks[] = {
    { GDK_KEY_1, "possible" }, { GDK_KEY_2, "confirmed" }, { GDK_KEY_3, "ruled-out" },
    { GDK_KEY_KP_1, "possible" }, { GDK_KEY_KP_2, "confirmed" }, { GDK_KEY_KP_3, "ruled-out" },
  };

  if (aft_whys_canvas_is_editing (self))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].key == keyval)
      return gtk_widget_activate_action (GTK_WIDGET (self), "whys.mark", "s", marks[i].state);
  if (keyval == GDK_KEY_p || keyval == GDK_KEY_P)
    return gtk_widget_activate_action (GTK_WIDGET (self), "whys.park", NULL);

  return FALSE;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; GdkModifierType held; const char *action; const char *target; } keys[] = {
    { GDK_KEY_Left, 0, "whys.walk", "4" },
    { GDK_KEY_Right, 0, "whys.walk", "5" },
    { GDK_KEY_Up, 0, "whys.walk", "2" },
    { GDK_KEY_Down, 0, "whys.walk", "3" },
    { GDK_KEY_F2, 0, "whys.edit", NULL },
    { GDK_KEY_KP_Enter, 0, "whys.ask", NULL },
    { GDK_KEY_Return, 0, "whys.ask", NULL },
    { GDK_KEY_Insert, 0, "whys.answer", NULL },
    { GDK_KEY_Return, GDK_SHIFT_MASK, "whys.add-alternative", NULL },
    { GDK_KEY_Return, GDK_SHIFT_MASK | GDK_CONTROL_MASK, "whys.add-question", NULL },
    { GDK_KEY_Delete, 0, "whys.remove", NULL },
    { GDK_KEY_Up, GDK_ALT_MASK, "whys.move", "-1" },
    { GDK_KEY_Down, GDK_ALT_MASK, "whys.move", "1" },
    { GDK_KEY_Left, GDK_ALT_MASK, "whys.move-level", "-1" },
    { GDK_KEY_Right, GDK_ALT_MASK, "whys.move-level", "1" },
    { GDK_KEY_1, GDK_CONTROL_MASK, "whys.mark", "'possible'" },
    { GDK_KEY_2, GDK_CONTROL_MASK, "whys.mark", "'confirmed'" },
    { GDK_KEY_3, GDK_CONTROL_MASK, "whys.mark", "'ruled-out'" },
    { GDK_KEY_4, GDK_CONTROL_MASK, "whys.toggle-factor", NULL },
    { GDK_KEY_c, GDK_CONTROL_MASK, "whys.copy", NULL },
    { GDK_KEY_x, GDK_CONTROL_MASK, "whys.cut", NULL },
    { GDK_KEY_v, GDK_CONTROL_MASK, "whys.paste", NULL },
    { GDK_KEY_d, GDK_CONTROL_MASK, "whys.duplicate", NULL },
    { GDK_KEY_j, GDK_CONTROL_MASK, "whys.merge-next", NULL },
    { GDK_KEY_k, GDK_CONTROL_MASK, "whys.park", NULL },
    { GDK_KEY_l, GDK_CONTROL_MASK, "whys.make-lesson", NULL },
    { GDK_KEY_space, 0, "whys.toggle-fold", NULL },
    { GDK_KEY_space, GDK_SHIFT_MASK, "whys.fold-all", NULL },
    { GDK_KEY_space, GDK_SHIFT_MASK | GDK_CONTROL_MASK, "whys.unfold-all", NULL },
    { GDK_KEY_b, GDK_CONTROL_MASK, "whys.focus-branch", NULL },
    { GDK_KEY_g, GDK_CONTROL_MASK, "whys.find-next", "1" },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "whys.find-next", "-1" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "whys.zoom-in", NULL },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "whys.zoom-in", NULL },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "whys.zoom-out", NULL },
    { GDK_KEY_0, GDK_CONTROL_MASK, "whys.fit", NULL },
    { GDK_KEY_9, GDK_CONTROL_MASK, "whys.fit-branch", NULL },
    { GDK_KEY_Left, GDK_CONTROL_MASK, "whys.pan", "(-1, 0)" },
    { GDK_KEY_Right, GDK_CONTROL_MASK, "whys.pan", "(1, 0)" },
    { GDK_KEY_Up, GDK_CONTROL_MASK, "whys.pan", "(0, -1)" },
    { GDK_KEY_Down, GDK_CONTROL_MASK, "whys.pan", "(0, 1)" },
    { GDK_KEY_Page_Up, 0, "whys.pan", "(0, -3)" },
    { GDK_KEY_Page_Down, 0, "whys.pan", "(0, 3)" },
    { GDK_KEY_Menu, 0, "whys.menu-key", NULL },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "whys.menu-key", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(GtkShortcut) shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].held),
                                                          gtk_named_action_new (keys[i].action));

      if (keys[i].target != NULL)
        gtk_shortcut_set_arguments (shortcut, g_variant_new_parsed (keys[i].target));
      gtk_widget_class_add_shortcut (widget_class, shortcut);
    }
}

void
aft_whys_canvas_install_actions (GtkWidgetClass *widget_class)
{
  static const struct { const char *name; const char *type; GtkWidgetActionActivateFunc activate; } actions[] = {
    { "whys.add-problem", NULL, edit_action },
    { "whys.edit", NULL, edit_action },
    { "whys.ask", NULL, edit_action },
    { "whys.answer", NULL, edit_action },
    { "whys.add-alternative", NULL, edit_action },
    { "whys.add-question", NULL, edit_action },
    { "whys.remove", NULL, edit_action },
    { "whys.duplicate", NULL, edit_action },
    { "whys.merge-next", NULL, edit_action },
    { "whys.park", NULL, edit_action },
    { "whys.make-lesson", NULL, edit_action },
    { "whys.walk", "i", walk_action },
    { "whys.move", "i", move_action },
    { "whys.move-level", "i", move_action },
    { "whys.mark", "s", mark_action },
    { "whys.toggle-factor", NULL, mark_action },
    { "whys.join", "s", mark_action },
    { "whys.toggle-fold", NULL, fold_action },
    { "whys.fold-all", NULL, fold_action },
    { "whys.unfold-all", NULL, fold_action },
    { "whys.fit", NULL, view_action },
    { "whys.fit-branch", NULL, view_action },
    { "whys.focus-branch", NULL, view_action },
    { "whys.zoom-in", NULL, view_action },
    { "whys.zoom-out", NULL, view_action },
    { "whys.find-next", "i", view_action },
    { "whys.pan", "(ii)", view_action },
    { "whys.copy", NULL, clipboard_action },
    { "whys.copy-markdown", NULL, clipboard_action },
    { "whys.cut", NULL, clipboard_action },
    { "whys.paste", NULL, clipboard_action },
    { "whys.show-item", "s", show_item_action },
    { "whys.menu", "(dd)", menu_action },
    { "whys.menu-key", NULL, menu_key_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type, actions[i].activate);
  add_keys (widget_class);
}

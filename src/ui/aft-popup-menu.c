/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <string.h>

#include "aft-popup-menu.h"

/* Menus that are made when they are opened, for what they hold depends on where. */

/* The most of a text that a menu shows, in characters. */
#define MAX_LABEL 60

static gboolean
unparent_cb (gpointer menu)
{
  /* It may have gone with the widget that it belongs to. */
  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);

  return G_SOURCE_REMOVE;
}

/* The action that was chosen comes after the menu is closed. */
static void
closed_cb (GtkPopover *popover,
           gpointer    menu)
{
  g_signal_handlers_disconnect_by_func (popover, closed_cb, menu);
  g_clear_weak_pointer ((GtkWidget **) menu);
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * aft_popup_menu_show:
 * @menu: (inout): where @parent keeps its menu; %NULL while there is none
 * @parent: the widget whose menu it is
 * @model: what stands in it
 * @at: (nullable): what it points to, within @parent; the whole of it where it is %NULL
 *
 * Opens a menu, in the place of one that may be open. It goes when it is closed.
 */
void
aft_popup_menu_show (GtkWidget          **menu,
                     GtkWidget           *parent,
                     GMenuModel          *model,
                     const GdkRectangle  *at)
{
  GtkWidget *popover;

  g_return_if_fail (menu != NULL);
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_MENU_MODEL (model));

  aft_popup_menu_clear (menu);
  popover = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (popover, parent);
  g_set_weak_pointer (menu, popover);
  if (at != NULL)
    {
      gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
      gtk_popover_set_has_arrow (GTK_POPOVER (popover), at->width > 1);
    }
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), menu);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * aft_popup_menu_clear:
 * @menu: (inout): where a widget keeps its menu
 *
 * Takes the menu away, if there is one: at the latest when the widget is disposed.
 */
void
aft_popup_menu_clear (GtkWidget **menu)
{
  GtkWidget *popover = *menu;

  if (popover == NULL)
    return;

  g_signal_handlers_disconnect_by_func (popover, closed_cb, menu);
  g_clear_weak_pointer (menu);
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
}

/**
 * aft_popup_menu_shorten:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): one line with as much of it as there is room for
 */
char *
aft_popup_menu_shorten (const char *text)
{
  g_autofree char *start = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  start = g_utf8_strlen (text, -1) > MAX_LABEL ? g_utf8_substring (text, 0, MAX_LABEL - 1) : g_strdup (text);
  return g_strdelimit (g_strconcat (start, strlen (start) < strlen (text) ? "…" : "", NULL), "\n\t", ' ');
}

/**
 * aft_popup_menu_append:
 * @model: a menu
 * @text: what somebody wrote
 * @action: an action that takes a string
 * @target: the string
 *
 * Adds a line with as much of a text as there is room for.
 */
void
aft_popup_menu_append (GMenu      *model,
                       const char *text,
                       const char *action,
                       const char *target)
{
  g_autofree char *label = NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr(GMenuItem) item = NULL;

  g_return_if_fail (G_IS_MENU (model));
  g_return_if_fail (text != NULL && action != NULL && target != NULL);

  label = aft_popup_menu_shorten (text);
  /* An underline would be a mnemonic. */
  parts = g_strsplit (label, "_", -1);
  escaped = g_strjoinv ("__", parts);
  item = g_menu_item_new (escaped, NULL);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (model, item);
}

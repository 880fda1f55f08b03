/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "aft-answer.h"
#include "aft-corrective-action.h"
#include "aft-lesson.h"
#include "aft-link-chip.h"
#include "aft-problem.h"
#include "aft-question.h"
#include "aft-whys-canvas-private.h"

/* The menu of a box. */

typedef struct
{
  const char *label;
  const char *action;
} Entry;

static const Entry answers[] = {
  /* Translators: of the menu of an answer of the five whys */
  { N_("_Ask Why"), "whys.ask" },
  { N_("Add An_other Answer"), "whys.add-alternative" },
  { N_("Add Another _Question"), "whys.add-question" },
  { N_("_Edit Text"), "whys.edit" },
  { NULL },
};

static const Entry states[] = {
  { N_("Mark as _Possible"), "whys.mark::possible" },
  { N_("Mark as _Confirmed"), "whys.mark::confirmed" },
  { N_("Mark as _Ruled Out"), "whys.mark::ruled-out" },
  { N_("Contributing _Factor"), "whys.toggle-factor" },
  { NULL },
};

static const Entry remedies[] = {
  { N_("_Make a Lesson of This"), "whys.make-lesson" },
  /* Translators: a remedy that came too early goes to the proposed actions */
  { N_("Par_k as Proposed Action"), "whys.park" },
  { N_("Merge With _Next Answer"), "whys.merge-next" },
  { NULL },
};

static const Entry questions[] = {
  { N_("Add an _Answer"), "whys.answer" },
  { N_("Add Another _Question"), "whys.add-question" },
  { N_("_Edit Text"), "whys.edit" },
  { NULL },
  /* Translators: how the answers to a question belong together */
  { N_("_All Answers Were Needed (AND)"), "whys.join::and" },
  { N_("_Each Answer Suffices (OR)"), "whys.join::or" },
  { N_("_Not Said How They Belong Together"), "whys.join::open" },
  { NULL },
};

static const Entry problems[] = {
  { N_("_Ask Why"), "whys.ask" },
  { N_("_Edit Text"), "whys.edit" },
  { NULL },
};

static const Entry all[] = {
  { N_("Cu_t"), "whys.cut" },
  { N_("_Copy"), "whys.copy" },
  { N_("Copy as _Markdown"), "whys.copy-markdown" },
  { N_("_Paste"), "whys.paste" },
  { N_("_Duplicate"), "whys.duplicate" },
  { N_("_Remove Branch"), "whys.remove" },
  { NULL },
};

static const Entry view[] = {
  { N_("Fold or _Unfold"), "whys.toggle-fold" },
  { N_("_Show Only This Branch Clearly"), "whys.focus-branch" },
  { N_("Show the _Whole Branch"), "whys.fit-branch" },
  { NULL },
};

static const Entry ground[] = {
  { N_("Add _Problem"), "whys.add-problem" },
  { N_("_Paste"), "whys.paste" },
  { NULL },
  { N_("_Fold All"), "whys.fold-all" },
  { N_("_Unfold All"), "whys.unfold-all" },
  { N_("_Show Everything"), "whys.fit" },
  { NULL },
};

static void
append_entries (GMenu       *menu,
                const Entry *entries,
                gsize        n_entries,
                gboolean     how)
{
  g_autoptr(GMenu) section = g_menu_new ();

  for (gsize i = 0; i < n_entries; i++)
    {
      if (entries[i].label != NULL)
        {
          /* The words follow the method. */
          g_menu_append (section,
                         how && strcmp (entries[i].action, "whys.ask") == 0 ? _ ("_Ask How") : _ (entries[i].label),
                         entries[i].action);
          continue;
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }
}

static void
append_submenu (GMenu       *menu,
                const char  *label,
                const Entry *entries,
                gsize        n_entries)
{
  g_autoptr(GMenu) submenu = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();

  append_entries (submenu, entries, n_entries, FALSE);
  g_menu_append_submenu (section, label, G_MENU_MODEL (submenu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* What the chips lead to, for the keyboard. */
static void
append_links (AftWhysCanvas *self,
              GMenu         *menu,
              AftItem       *answer)
{
  g_autoptr(GPtrArray) links = aft_whys_item_list_links (answer);
  g_autoptr(GMenu) submenu = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();

  if (links->len == 0)
    return;

  for (guint i = 0; i < links->len; i++)
    aft_link_menu_append (submenu, aft_item_get_heading (links->pdata[i]), "whys.show-item",
                          aft_item_get_id (links->pdata[i]));
  /* Translators: of a menu: what an answer is linked to */
  g_menu_append_submenu (section, _("_Go To"), G_MENU_MODEL (submenu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static gboolean
unparent_cb (gpointer menu)
{
  /* It may have gone with the widget that it belongs to. */
  if (gtk_widget_get_parent (menu) != NULL)
    gtk_widget_unparent (menu);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (AftWhysCanvas *self)
{
  GtkWidget *menu = g_steal_pointer (&self->menu);

  /* The action that was chosen comes after the menu is closed. */
  if (menu != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (menu), g_object_unref);
}

void
aft_whys_canvas_show_menu (AftWhysCanvas *self,
                           GMenuModel    *model,
                           const AftRect *at)
{
  const GdkRectangle area = { (int) at->x, (int) at->y, MAX ((int) at->width, 1), MAX ((int) at->height, 1) };

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &area);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), at->width > 1);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
aft_whys_canvas_open_menu (AftWhysCanvas *self,
                           const AftRect *at)
{
  AftItem *item = aft_whys_view_get_selected (self->view);
  const gboolean how = aft_document_get_method (aft_whys_canvas_get_document (self)) == AFT_METHOD_HOW;
  g_autoptr(GMenu) menu = g_menu_new ();

  if (AFT_IS_ANSWER (item))
    append_links (self, menu, item);
  if (AFT_IS_ANSWER (item))
    {
      append_entries (menu, answers, G_N_ELEMENTS (answers), how);
      /* Translators: a menu: whether an answer is possible, confirmed or ruled out */
      append_submenu (menu, _("_State"), states, G_N_ELEMENTS (states));
      append_entries (menu, remedies, G_N_ELEMENTS (remedies), how);
    }
  else if (AFT_IS_QUESTION (item))
    append_entries (menu, questions, G_N_ELEMENTS (questions), how);
  else if (AFT_IS_PROBLEM (item))
    append_entries (menu, problems, G_N_ELEMENTS (problems), how);
  if (item != NULL)
    {
      append_entries (menu, all, G_N_ELEMENTS (all), how);
      append_submenu (menu, _("_View"), view, G_N_ELEMENTS (view));
    }
  else
    append_entries (menu, ground, G_N_ELEMENTS (ground), how);

  aft_whys_canvas_show_menu (self, G_MENU_MODEL (menu), at);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-block-box.h"
#include "aft-block-maker.h"
#include "aft-figure-view.h"
#include "aft-html-text.h"
#include "aft-runs-markup.h"
#include "aft-table-view.h"

/* Deeper than this nothing moves in any more, or there would be no room for words. */
#define MAX_DEPTH 8

/* Letters. A longer word may be broken. */
#define LONGEST_WORD 18
#define LONGEST_IN_CELL 9

/* What is left to do: the children of a block, or the rows of a table, from one of them on. */
typedef struct
{
  const AftBlock *block;        /* borrowed from the report */
  GtkWidget      *parent;       /* borrowed: it lives as long as the widget of the whole block */
  guint           next;
  guint           depth;        /* how many lists are around it */
} Work;

struct _AftBlockMaker
{
  GCallback         link_cb;
  gpointer          user_data;

  AftFlowCache     *figures;    /* owned */
  GHashTable       *anchors;    /* owned, nullable: the places of the report */
  char             *kicker;     /* owned */
  GtkTextDirection  direction;  /* of the report, whatever that of the window is */
  GArray           *work;       /* of Work, the next at its end */
  guint             depth;
};

static G_DEFINE_QUARK (aft-block-first-link, aft_block_first_link)
static G_DEFINE_QUARK (aft-block-last-link, aft_block_last_link)
static G_DEFINE_QUARK (aft-block-anchor, aft_block_anchor)

/**
 * aft_block_maker_new:
 * @link_cb: called when a link is followed, as #GtkLabel::activate-link
 * @user_data: for @link_cb
 *
 * Returns: (transfer full): a maker
 */
AftBlockMaker *
aft_block_maker_new (GCallback link_cb,
                     gpointer  user_data)
{
  AftBlockMaker *self = g_new0 (AftBlockMaker, 1);

  self->link_cb = link_cb;
  self->user_data = user_data;
  self->figures = aft_flow_cache_new ();
  self->work = g_array_new (FALSE, FALSE, sizeof (Work));

  return self;
}

/**
 * aft_block_maker_free:
 * @self: (nullable): a maker
 */
void
aft_block_maker_free (AftBlockMaker *self)
{
  if (self == NULL)
    return;

  aft_flow_cache_unref (self->figures);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  g_array_unref (self->work);
  g_free (self->kicker);
  g_free (self);
}

/**
 * aft_block_maker_set_up:
 * @self: a maker with nothing to do
 * @language: the language of the report
 * @kicker: what stands above the title, in that language
 * @anchors: (element-type utf8 utf8): the places of the report
 */
void
aft_block_maker_set_up (AftBlockMaker *self,
                        const char    *language,
                        const char    *kicker,
                        GHashTable    *anchors)
{
  aft_flow_cache_begin (self->figures, language);
  g_hash_table_ref (anchors);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  self->anchors = anchors;
  g_free (self->kicker);
  self->kicker = g_strdup (kicker);
  self->direction = aft_html_language_is_leftward (language) ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
}

/**
 * aft_block_maker_end:
 * @self: a maker with nothing to do
 *
 * All blocks of the report are made.
 */
void
aft_block_maker_end (AftBlockMaker *self)
{
  aft_flow_cache_end (self->figures);
}

static void
add_work (AftBlockMaker  *self,
          const AftBlock *block,
          GtkWidget      *parent,
          guint           depth)
{
  const Work work = { block, parent, 0, depth };

  g_array_append_val (self->work, work);
}

/* Only words that are longer than a line may be, such as addresses, break within: to look for the places
 * costs more than all the rest of a label. */
static PangoWrapMode
get_wrap_mode (const AftRuns     *runs,
               GtkAccessibleRole  role)
{
  const gboolean in_table = role == GTK_ACCESSIBLE_ROLE_CELL || role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER ||
                            role == GTK_ACCESSIBLE_ROLE_ROW_HEADER;
  const guint longest = in_table ? LONGEST_IN_CELL : LONGEST_WORD;
  g_autofree char *text = aft_runs_to_text (runs);
  guint length = 0;

  for (const char *at = text; *at != '\0' && length <= longest; at = g_utf8_next_char (at))
    length = g_unichar_isspace (g_utf8_get_char (at)) ? 0 : length + 1;

  return length > longest ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD;
}

static GtkWidget *
create_label (AftBlockMaker     *self,
              const AftRuns     *runs,
              GtkAccessibleRole  role,
              const char        *css_class)
{
  int first;
  int last;
  g_autofree char *markup = aft_runs_markup_write (runs, self->anchors, &first, &last);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "use-markup", TRUE, "label", markup, "wrap",
                                   TRUE, "wrap-mode", get_wrap_mode (runs, role), "xalign", 0.0, "yalign", 0.0,
                                   "selectable", TRUE, NULL);

  gtk_widget_set_direction (label, self->direction);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (first >= 0)
    {
      g_object_set_qdata (G_OBJECT (label), aft_block_first_link_quark (), GINT_TO_POINTER (first + 1));
      g_object_set_qdata (G_OBJECT (label), aft_block_last_link_quark (), GINT_TO_POINTER (last + 1));
      g_signal_connect (label, "activate-link", self->link_cb, self->user_data);
    }

  return label;
}

static void
set_anchor (GtkWidget  *widget,
            const char *anchor)
{
  if (anchor != NULL)
    g_object_set_qdata_full (G_OBJECT (widget), aft_block_anchor_quark (), g_strdup (anchor), g_free);
}

static GtkWidget *
create_heading (AftBlockMaker *self,
                const AftRuns *runs,
                guint          level)
{
  static const char *const classes[] = { "title-1", "title-1", "title-2", "title-3", "title-4", "heading", "heading" };
  GtkWidget *label = create_label (self, runs, GTK_ACCESSIBLE_ROLE_HEADING, classes[MIN (level, 6)]);

  gtk_widget_add_css_class (label, "aft-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) MAX (level, 1), -1);

  return label;
}

static GtkWidget *
create_box (AftBlockMaker     *self,
            GtkAccessibleRole  role,
            int                spacing,
            const char        *css_class)
{
  GtkWidget *box = aft_block_box_new (role, spacing);

  gtk_widget_set_direction (box, self->direction);
  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);

  return box;
}

static GtkWidget *
create_paragraph (AftBlockMaker  *self,
                  const AftBlock *block)
{
  static const char *const classes[] = {
    [AFT_PARAGRAPH_BODY] = "body",
    [AFT_PARAGRAPH_LEAD] = "aft-lead",
    [AFT_PARAGRAPH_LABEL] = "heading",
    [AFT_PARAGRAPH_NOTE] = "aft-note",
  };

  return create_label (self, block->runs, GTK_ACCESSIBLE_ROLE_LABEL, classes[block->role]);
}

static GtkWidget *
create_code (const AftBlock *block)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", block->code, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "selectable", TRUE, NULL);

  gtk_widget_add_css_class (label, "aft-code");
  gtk_widget_add_css_class (label, "monospace");

  return label;
}

static GtkWidget *
create_figure (AftBlockMaker  *self,
               const AftBlock *block)
{
  g_autofree char *caption = aft_runs_to_text (block->runs);
  GtkWidget *box = create_box (self, GTK_ACCESSIBLE_ROLE_GROUP, 6, NULL);

  aft_block_box_append (AFT_BLOCK_BOX (box), aft_figure_view_new (self->figures, block->figure, caption));
  if (!aft_runs_are_empty (block->runs))
    aft_block_box_append (AFT_BLOCK_BOX (box),
                          create_label (self, block->runs, GTK_ACCESSIBLE_ROLE_CAPTION, "aft-note"));

  return box;
}

/* It appears once its last row is there, so that its columns are measured once. */
static GtkWidget *
create_table (AftBlockMaker  *self,
              const AftBlock *block)
{
  GtkWidget *table = aft_table_view_new (block->table->style, block->table->n_columns);

  gtk_widget_set_visible (table, FALSE);
  add_work (self, block, table, self->depth);

  return table;
}

static GtkWidget *
create_list (AftBlockMaker  *self,
             const AftBlock *block)
{
  GtkWidget *list = create_box (self, GTK_ACCESSIBLE_ROLE_LIST, 6, "aft-list");

  if (block->list_style == AFT_LIST_OUTLINE && self->depth > 0 && self->depth < MAX_DEPTH)
    gtk_widget_add_css_class (list, "outline");
  if (block->list_style == AFT_LIST_PLAIN && self->depth > 0 && self->depth < MAX_DEPTH)
    gtk_widget_add_css_class (list, "below");
  add_work (self, block, list, self->depth + 1);

  return list;
}

static GtkWidget *
create_marker (AftBlockMaker  *self,
               const AftBlock *list,
               const AftBlock *item,
               guint           index)
{
  g_autofree char *number = NULL;
  const char *text = "•";
  GtkWidget *marker;

  if (item->check != AFT_CHECK_NONE)
    text = item->check == AFT_CHECK_DONE ? "☑" : "☐";
  else if (list->list_style == AFT_LIST_NUMBERS)
    text = number = g_strdup_printf ("%u.", MIN (list->start + index, 999999999));
  else if (list->list_style != AFT_LIST_BULLETS)
    return NULL;

  marker = gtk_label_new (text);
  gtk_widget_set_direction (marker, self->direction);
  gtk_label_set_yalign (GTK_LABEL (marker), 0);
  gtk_widget_add_css_class (marker, "aft-marker");
  gtk_widget_add_css_class (marker, "numeric");
  if (item->check != AFT_CHECK_NONE)
    {
      const char *name = item->check == AFT_CHECK_DONE ? C_("check box", "Done") : C_("check box", "To do");

      gtk_accessible_update_property (GTK_ACCESSIBLE (marker), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }

  return marker;
}

static void
add_item (AftBlockMaker  *self,
          const AftBlock *list,
          guint           index,
          GtkWidget      *parent)
{
  const AftBlock *item = g_ptr_array_index (list->children, index);
  GtkWidget *row = create_box (self, GTK_ACCESSIBLE_ROLE_LIST_ITEM, 3, NULL);
  GtkWidget *marker = create_marker (self, list, item, index);

  if (marker != NULL)
    aft_block_box_set_marker (AFT_BLOCK_BOX (row), marker);
  aft_block_box_append (AFT_BLOCK_BOX (parent), row);
  set_anchor (row, item->anchor);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) index + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) list->children->len, -1);
  add_work (self, item, row, self->depth);
}

/* The row of a table, whose first is its head where it has one. */
static void
add_row (AftBlockMaker  *self,
         const AftBlock *block,
         guint           index,
         GtkWidget      *parent)
{
  const AftBlockTable *table = block->table;
  const gboolean head = table->head != NULL && index == 0;
  const AftTableRow *row = head ? table->head : g_ptr_array_index (table->rows, index - (table->head != NULL));
  GtkWidget *widget = aft_table_view_add_row (AFT_TABLE_VIEW (parent), head);

  gtk_widget_set_direction (widget, self->direction);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const gboolean names = table->style == AFT_TABLE_FACTS && i == 0;
      GtkWidget *cell = create_label (self, g_ptr_array_index (row->cells, i),
                                      head    ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER
                                      : names ? GTK_ACCESSIBLE_ROLE_ROW_HEADER
                                              : GTK_ACCESSIBLE_ROLE_CELL,
                                      names ? "dim-label" : NULL);

      gtk_label_set_xalign (GTK_LABEL (cell), table->aligns[i] == AFT_ALIGN_CENTER ? 0.5
                                              : table->aligns[i] == AFT_ALIGN_END  ? 1
                                                                                   : 0);
      aft_row_view_add_cell (AFT_ROW_VIEW (widget), cell);
      /* Now rather than all cells of a table at once. */
      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    }
}

static GtkWidget *
create_title (AftBlockMaker  *self,
              const AftBlock *block)
{
  GtkWidget *box = create_box (self, GTK_ACCESSIBLE_ROLE_GROUP, 9, NULL);
  GtkWidget *kicker = gtk_label_new (self->kicker);

  gtk_widget_set_direction (kicker, self->direction);
  gtk_label_set_xalign (GTK_LABEL (kicker), 0);
  gtk_widget_add_css_class (kicker, "caption-heading");
  gtk_widget_add_css_class (kicker, "dim-label");
  aft_block_box_append (AFT_BLOCK_BOX (box), kicker);
  aft_block_box_append (AFT_BLOCK_BOX (box), create_heading (self, block->runs, 1));
  add_work (self, block, box, self->depth);

  return box;
}

static GtkWidget *
create_widget (AftBlockMaker  *self,
               const AftBlock *block)
{
  GtkWidget *widget;

  switch (block->type)
    {
    case AFT_BLOCK_TITLE:
      return create_title (self, block);
    case AFT_BLOCK_HEADING:
      return create_heading (self, block->runs, block->level);
    case AFT_BLOCK_PARAGRAPH:
      return create_paragraph (self, block);
    case AFT_BLOCK_LIST:
      return create_list (self, block);
    case AFT_BLOCK_TABLE:
      return create_table (self, block);
    case AFT_BLOCK_CODE:
      return create_code (block);
    case AFT_BLOCK_FIGURE:
      return create_figure (self, block);
    case AFT_BLOCK_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case AFT_BLOCK_QUOTE:
    case AFT_BLOCK_ITEM:
    default:
      widget = create_box (self, GTK_ACCESSIBLE_ROLE_GROUP, 9, NULL);
      if (block->type == AFT_BLOCK_QUOTE)
        gtk_widget_add_css_class (widget, "aft-quote");
      add_work (self, block, widget, self->depth);
      return widget;
    }
}

/**
 * aft_block_maker_begin:
 * @self: a maker with nothing to do
 * @block: a block of the report, which stays there while aft_block_maker_step() is called
 *
 * Returns: (transfer floating): the widget of the block, to which the steps add what it holds; it is to
 *   live as long
 */
GtkWidget *
aft_block_maker_begin (AftBlockMaker  *self,
                       const AftBlock *block)
{
  GtkWidget *widget;

  g_return_val_if_fail (self->work->len == 0, NULL);

  self->depth = 0;
  widget = create_widget (self, block);
  set_anchor (widget, block->anchor);

  return widget;
}

/**
 * aft_block_maker_step:
 * @self: a maker
 *
 * Adds the next paragraph, item or row of a block.
 *
 * Returns: whether there may be more
 */
gboolean
aft_block_maker_step (AftBlockMaker *self)
{
  Work *work;
  const AftBlock *block;
  GtkWidget *parent;
  guint n_parts;
  guint index;

  if (self->work->len == 0)
    return FALSE;

  work = &g_array_index (self->work, Work, self->work->len - 1);
  block = work->block;
  parent = work->parent;
  n_parts = block->table != NULL ? block->table->rows->len + (block->table->head != NULL)
                                 : block->children->len;
  if (work->next >= n_parts)
    {
      if (block->table != NULL)
        gtk_widget_set_visible (parent, n_parts > 0);
      g_array_set_size (self->work, self->work->len - 1);
      return self->work->len > 0;
    }

  /* What is added may add work, and so move this one. */
  index = work->next++;
  self->depth = work->depth;
  if (block->table != NULL)
    add_row (self, block, index, parent);
  else if (block->type == AFT_BLOCK_LIST)
    add_item (self, block, index, parent);
  else
    {
      const AftBlock *child = g_ptr_array_index (block->children, index);
      GtkWidget *widget = create_widget (self, child);

      set_anchor (widget, child->anchor);
      aft_block_box_append (AFT_BLOCK_BOX (parent), widget);
    }

  return TRUE;
}

/**
 * aft_block_maker_cancel:
 * @self: a maker
 *
 * Forgets what was left to do; the widget of the block stays as it is.
 */
void
aft_block_maker_cancel (AftBlockMaker *self)
{
  g_array_set_size (self->work, 0);
}

/**
 * aft_block_label_get_link:
 * @label: a widget
 * @last: whether the last link is asked for, else the first
 * @at: (out): at which letter it begins
 *
 * Returns: whether it is a text with a link
 */
gboolean
aft_block_label_get_link (GtkWidget *label,
                          gboolean   last,
                          int       *at)
{
  *at = GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (label), last ? aft_block_last_link_quark ()
                                                                    : aft_block_first_link_quark ())) - 1;

  return *at >= 0;
}

/**
 * aft_block_get_anchor:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): the name of its place within the report
 */
const char *
aft_block_get_anchor (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), aft_block_anchor_quark ());
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-block-column.h"
#include "aft-block-equal.h"
#include "aft-block-maker.h"
#include "aft-block-view.h"
#include "aft-block-walk.h"
#include "aft-runs-markup.h"

/* Microseconds that widgets are made for at a time, so that no frame waits. */
#define BUDGET 4000

/**
 * AftBlockView:
 *
 * A report as text: its blocks as labels, lists and tables, which a screen reader walks by heading. After
 * a change the widgets of all blocks that are the same stay.
 */
struct _AftBlockView
{
  GtkWidget      parent_instance;

  GtkWidget     *scroller;
  GtkWidget     *column;

  AftBlockMaker *maker;         /* owned */
  AftReport     *report;        /* owned, nullable */
  GHashTable    *anchors;       /* owned, nullable: the places of the report */
  GPtrArray     *widgets;       /* owned: of each block its widget, borrowed, or NULL until it is made */
  GtkWidget     *unfinished;    /* borrowed, nullable */
  guint          n_filled;      /* so many are made, from the first on */
  guint          idle;
  guint          n_made;
};

G_DEFINE_FINAL_TYPE (AftBlockView, aft_block_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_COMPLETE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
scroll_to (AftBlockView *self,
           GtkWidget    *widget)
{
  graphene_point_t point;

  if (gtk_widget_compute_point (widget, self->column, &GRAPHENE_POINT_INIT (0, 0), &point))
    gtk_adjustment_set_value (aft_block_view_get_adjustment (self), point.y - 12);
}

/* No text is chosen when it gets the focus; the caret stands at a letter. */
static void
focus_label (GtkWidget *label,
             int        at)
{
  gtk_widget_grab_focus (label);
  gtk_label_select_region (GTK_LABEL (label), at, at);
}

/* A link within the report scrolls there; all others are opened as everywhere. */
static gboolean
activate_link_cb (GtkLabel   *label,
                  const char *uri,
                  gpointer    user_data)
{
  AftBlockView *self = AFT_BLOCK_VIEW (user_data);
  GtkWidget *place;
  GtkWidget *target;

  if (uri[0] != '#')
    return !aft_link_is_safe (uri);

  place = aft_block_walk_find_anchor (self->column, uri + 1);
  if (place != NULL)
    {
      target = aft_block_walk_find_text (place);
      scroll_to (self, place);
      if (target != NULL)
        focus_label (target, 0);
    }

  return TRUE;
}

static void
begin_next (AftBlockView *self)
{
  GtkWidget *before = NULL;

  if (self->n_filled > 0)
    before = g_ptr_array_index (self->widgets, self->n_filled - 1);
  self->unfinished = aft_block_maker_begin (self->maker, g_ptr_array_index (aft_report_get_blocks (self->report),
                                                                            self->n_filled));
  self->widgets->pdata[self->n_filled] = self->unfinished;
  aft_block_column_insert (AFT_BLOCK_COLUMN (self->column), self->unfinished, before);
  self->n_made++;
}

/* Returns whether there is more to make. */
static gboolean
make_step (AftBlockView *self)
{
  if (self->unfinished != NULL && aft_block_maker_step (self->maker))
    return TRUE;

  if (self->unfinished != NULL)
    {
      aft_block_column_prepare (AFT_BLOCK_COLUMN (self->column), self->unfinished);
      self->unfinished = NULL;
      self->n_filled++;
    }
  while (self->n_filled < self->widgets->len && g_ptr_array_index (self->widgets, self->n_filled) != NULL)
    self->n_filled++;
  if (self->n_filled == self->widgets->len)
    return FALSE;

  begin_next (self);
  return TRUE;
}

static gboolean
make (gpointer user_data)
{
  AftBlockView *self = user_data;
  const gint64 end = g_get_monotonic_time () + BUDGET;

  while (make_step (self))
    if (g_get_monotonic_time () >= end)
      return G_SOURCE_CONTINUE;

  self->idle = 0;
  aft_block_maker_end (self->maker);
  g_signal_emit (self, signals[SIGNAL_COMPLETE], 0);

  return G_SOURCE_REMOVE;
}

static GtkWidget *
get_focused (AftBlockView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->column) ? focus : NULL;
}

/* Tab walks the links, the arrows all texts. Who comes in from elsewhere begins with the title. */
static gboolean
aft_block_view_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  AftBlockView *self = AFT_BLOCK_VIEW (widget);
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN;
  const gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *focus = get_focused (self);
  GtkWidget *next;
  int at = 0;

  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return FALSE;

  if (focus != NULL && tab && gtk_widget_child_focus (focus, direction))
    return TRUE;
  if (focus == NULL)
    next = aft_block_walk_next (self->column, NULL, TRUE, AFT_BLOCK_WALK_TEXTS);
  else
    next = aft_block_walk_next (self->column, focus, forward, tab ? AFT_BLOCK_WALK_LINKS : AFT_BLOCK_WALK_TEXTS);
  if (next == NULL)
    return FALSE;

  if (!aft_block_label_get_link (next, !forward, &at) || !tab)
    at = 0;
  focus_label (next, at);

  return TRUE;
}

static void
heading_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AftBlockView *self = AFT_BLOCK_VIEW (widget);
  GtkWidget *next = aft_block_walk_next (self->column, get_focused (self), g_variant_get_boolean (parameter),
                                         AFT_BLOCK_WALK_HEADINGS);

  if (next == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  focus_label (next, 0);
  scroll_to (self, next);
}

/* It scrolls: the window need not ask all its texts how wide they were, were they that high. */
static void
aft_block_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = 120;
  *natural = 400;
}

static void
aft_block_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  const GtkAllocation area = { 0, 0, width, height };

  gtk_widget_size_allocate (AFT_BLOCK_VIEW (widget)->scroller, &area, -1);
}

static void
aft_block_view_dispose (GObject *object)
{
  AftBlockView *self = AFT_BLOCK_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->maker, aft_block_maker_free);
  g_clear_pointer (&self->report, aft_report_unref);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  g_clear_pointer (&self->widgets, g_ptr_array_unref);

  G_OBJECT_CLASS (aft_block_view_parent_class)->dispose (object);
}

static void
aft_block_view_class_init (AftBlockViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_block_view_dispose;
  widget_class->focus = aft_block_view_focus;
  widget_class->measure = aft_block_view_measure;
  widget_class->size_allocate = aft_block_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "aftblocks");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);

  /**
   * AftBlockView::complete:
   *
   * The last widget is made.
   */
  signals[SIGNAL_COMPLETE] = g_signal_new ("complete", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "text.heading", "b", heading_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK, "text.heading", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK, "text.heading", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "text.heading", "b", TRUE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_SHIFT_MASK, "text.heading", "b", FALSE);
}

static void
aft_block_view_init (AftBlockView *self)
{
  self->maker = aft_block_maker_new (G_CALLBACK (activate_link_cb), self);
  self->widgets = g_ptr_array_new ();
  self->column = aft_block_column_new ();
  gtk_widget_add_css_class (self->column, "aft-text");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->column);
  aft_block_column_set_adjustment (AFT_BLOCK_COLUMN (self->column), aft_block_view_get_adjustment (self));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The report as text"), -1);
}

/**
 * aft_block_view_new:
 *
 * Returns: (transfer floating): a view without a report
 */
GtkWidget *
aft_block_view_new (void)
{
  return g_object_new (AFT_TYPE_BLOCK_VIEW, NULL);
}

static void
remove_widget (AftBlockView *self,
               guint         index)
{
  GtkWidget *widget = g_ptr_array_index (self->widgets, index);

  if (widget != NULL)
    gtk_widget_unparent (widget);
  self->widgets->pdata[index] = NULL;
}

/* The widgets of what is the same in the new report stay, all others go. */
static GPtrArray *
keep_widgets (AftBlockView *self,
              AftReport    *report,
              GHashTable   *anchors)
{
  const GPtrArray *after = aft_report_get_blocks (report);
  const GPtrArray *before;
  GPtrArray *widgets = g_ptr_array_new ();
  guint n_first = 0;
  guint n_last = 0;

  g_ptr_array_set_size (widgets, (gint) after->len);
  if (self->report == NULL)
    return widgets;

  before = aft_report_get_blocks (self->report);
  /* The figures and the words above the title follow the language. */
  if (g_strcmp0 (aft_report_get_language (self->report), aft_report_get_language (report)) == 0)
    aft_blocks_match (before, after, &n_first, &n_last);
  for (guint i = 0; i < before->len; i++)
    {
      const gboolean kept = (i < n_first || i >= before->len - n_last) &&
                            !aft_runs_markup_differs (g_ptr_array_index (before, i), self->anchors, anchors);

      if (!kept || g_ptr_array_index (self->widgets, i) == self->unfinished)
        remove_widget (self, i);
      else
        widgets->pdata[i < n_first ? i : i + after->len - before->len] = g_ptr_array_index (self->widgets, i);
    }

  return widgets;
}

/**
 * aft_block_view_set_report:
 * @self: a view
 * @report: a report
 *
 * Shows the report. What is new is made while nothing else is to be done, the first of it at once.
 */
void
aft_block_view_set_report (AftBlockView *self,
                           AftReport    *report)
{
  g_autoptr(GHashTable) anchors = NULL;
  GPtrArray *widgets;

  g_return_if_fail (AFT_IS_BLOCK_VIEW (self));
  g_return_if_fail (report != NULL);

  anchors = g_hash_table_new (g_str_hash, g_str_equal);
  aft_runs_markup_anchors (anchors, aft_report_get_blocks (report));
  aft_block_maker_cancel (self->maker);
  widgets = keep_widgets (self, report, anchors);
  self->unfinished = NULL;
  self->n_filled = 0;

  g_ptr_array_unref (self->widgets);
  self->widgets = widgets;
  aft_report_ref (report);
  g_clear_pointer (&self->anchors, g_hash_table_unref);
  g_clear_pointer (&self->report, aft_report_unref);
  self->report = report;
  self->anchors = g_steal_pointer (&anchors);
  aft_block_maker_set_up (self->maker, aft_report_get_language (report), aft_report_get_words (report)->kicker,
                          self->anchors);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (make (self) == G_SOURCE_CONTINUE)
    self->idle = g_idle_add (make, self);
}

/**
 * aft_block_view_is_complete:
 * @self: a view
 *
 * Returns: whether all widgets of its report are made
 */
gboolean
aft_block_view_is_complete (AftBlockView *self)
{
  g_return_val_if_fail (AFT_IS_BLOCK_VIEW (self), FALSE);

  return self->idle == 0;
}

/**
 * aft_block_view_get_adjustment:
 * @self: a view
 *
 * Returns: (transfer none): where it is scrolled to
 */
GtkAdjustment *
aft_block_view_get_adjustment (AftBlockView *self)
{
  g_return_val_if_fail (AFT_IS_BLOCK_VIEW (self), NULL);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/**
 * aft_block_view_list_headings:
 * @self: a view
 *
 * Returns: (transfer full) (element-type double): where each heading that is made is when the view is
 *   scrolled up, in pixels, without the title
 */
GArray *
aft_block_view_list_headings (AftBlockView *self)
{
  g_autoptr(GPtrArray) headings = NULL;
  GArray *places;

  g_return_val_if_fail (AFT_IS_BLOCK_VIEW (self), NULL);

  headings = aft_block_walk_list_headings (self->column);
  places = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 1; i < headings->len; i++)
    {
      GtkWidget *heading = g_ptr_array_index (headings, i);
      graphene_point_t point;
      double y;

      if (!gtk_widget_compute_point (heading, self->column, &GRAPHENE_POINT_INIT (0, 0), &point))
        break;
      y = point.y;
      g_array_append_val (places, y);
    }

  return places;
}

/**
 * aft_block_view_show_heading:
 * @self: a view
 * @index: which heading, in order, without the title
 *
 * Scrolls to a heading and puts the focus there.
 */
void
aft_block_view_show_heading (AftBlockView *self,
                             guint         index)
{
  g_autoptr(GPtrArray) headings = NULL;

  g_return_if_fail (AFT_IS_BLOCK_VIEW (self));

  headings = aft_block_walk_list_headings (self->column);
  if (index + 1 >= headings->len)
    return;

  focus_label (g_ptr_array_index (headings, index + 1), 0);
  scroll_to (self, g_ptr_array_index (headings, index + 1));
}

/**
 * aft_block_view_get_n_made:
 * @self: a view
 *
 * Returns: of how many blocks it had to make the widget since it is there; tests count them
 */
guint
aft_block_view_get_n_made (AftBlockView *self)
{
  g_return_val_if_fail (AFT_IS_BLOCK_VIEW (self), 0);

  return self->n_made;
}

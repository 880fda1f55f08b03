/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "aft-block-view.h"
#include "aft-due.h"
#include "aft-html-text.h"
#include "aft-preview-headings.h"
#include "aft-preview-pane.h"

/* Milliseconds from an edit until the report is built anew, so that a burst of keys is one edit. */
#define DELAY 80

/* Microseconds that pages are laid out for at a time, so that no frame and no key waits. */
#define BUDGET 4000

/**
 * AftPreviewPane:
 *
 * One edition of a document, as pages or as text. It follows every edit while it is in sight. The report
 * is built at once, which is quick; its pages are laid out, or its widgets made, while nothing else is to
 * be done, and what nobody changed is kept. The next edit ends what is under way.
 */
struct _AftPreviewPane
{
  GtkWidget       parent_instance;

  GtkWidget      *stack;
  GtkWidget      *scroller;
  GtkWidget      *roll;
  GtkWidget      *view;

  /* Owned */
  AftSession     *session;
  AftFlowCache   *cache;
  AftPageRun     *run;          /* nullable: what is under way */
  AftSharedPages *pages;        /* nullable: what is shown */
  GPtrArray      *headings;     /* of AftPreviewHeading */
  GPtrArray      *new_headings; /* nullable: of the pages that are under way */

  AftEdition      edition;
  gboolean        letter;
  gboolean        as_text;
  gboolean        stale;
  guint           timeout;
  guint           idle;
  guint           n_cancelled;
};

G_DEFINE_FINAL_TYPE (AftPreviewPane, aft_preview_pane, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AftReport *
build_report (AftPreviewPane *self)
{
  GDate today;
  AftReportOptions options = { self->edition, NULL, &today };

  aft_due_get_today (&today);

  return aft_report_build_full (aft_session_get_document (self->session), &options);
}

/* The pages are complete. */
static void
show_pages (AftPreviewPane *self)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (&self->headings);

  g_clear_pointer (&self->pages, aft_shared_pages_unref);
  self->pages = aft_shared_pages_new (aft_page_run_finish (g_steal_pointer (&self->run)));
  self->headings = g_steal_pointer (&self->new_headings);
  aft_paper_roll_set_pages (AFT_PAPER_ROLL (self->roll), self->pages);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
lay_out_cb (gpointer user_data)
{
  AftPreviewPane *self = user_data;
  const gint64 end = g_get_monotonic_time () + BUDGET;

  while (aft_page_run_step (self->run))
    if (g_get_monotonic_time () >= end)
      return G_SOURCE_CONTINUE;

  self->idle = 0;
  show_pages (self);

  return G_SOURCE_REMOVE;
}

static void
cancel (AftPreviewPane *self)
{
  self->n_cancelled += self->run != NULL;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->run, aft_page_run_free);
  g_clear_pointer (&self->new_headings, g_ptr_array_unref);
}

static void
refresh (AftPreviewPane *self)
{
  g_autoptr(AftReport) report = NULL;
  gboolean leftward;

  cancel (self);
  self->stale = FALSE;
  if (self->session == NULL)
    return;

  report = build_report (self);
  if (self->as_text)
    {
      g_clear_pointer (&self->headings, g_ptr_array_unref);
      self->headings = aft_preview_headings_new (report);
      aft_block_view_set_report (AFT_BLOCK_VIEW (self->view), report);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
      return;
    }

  /* Pages stand side by side in the order in which the report is read. */
  leftward = aft_html_language_is_leftward (aft_report_get_language (report));
  gtk_widget_set_direction (self->roll, leftward ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  self->new_headings = aft_preview_headings_new (report);
  self->run = self->letter ? aft_page_run_new (report, self->cache, AFT_PAPER_LETTER_WIDTH, AFT_PAPER_LETTER_HEIGHT)
                           : aft_page_run_new (report, self->cache, AFT_PAPER_A4_WIDTH, AFT_PAPER_A4_HEIGHT);
  self->idle = g_idle_add (lay_out_cb, self);
}

static gboolean
timeout_cb (gpointer user_data)
{
  AftPreviewPane *self = user_data;

  self->timeout = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

/* Nothing is built while nobody looks. What is under way shows what is no longer so: it ends. */
static void
edited_cb (AftPreviewPane *self)
{
  cancel (self);
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

static void
refresh_if_seen (AftPreviewPane *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
moved_cb (AftPreviewPane *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
aft_preview_pane_map (GtkWidget *widget)
{
  AftPreviewPane *self = AFT_PREVIEW_PANE (widget);

  GTK_WIDGET_CLASS (aft_preview_pane_parent_class)->map (widget);

  if (self->stale)
    refresh (self);
}

static void
aft_preview_pane_dispose (GObject *object)
{
  AftPreviewPane *self = AFT_PREVIEW_PANE (object);

  cancel (self);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->pages, aft_shared_pages_unref);
  g_clear_pointer (&self->cache, aft_flow_cache_unref);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (aft_preview_pane_parent_class)->dispose (object);
}

static void
aft_preview_pane_class_init (AftPreviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_preview_pane_dispose;
  widget_class->map = aft_preview_pane_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * AftPreviewPane::changed:
   *
   * Other pages or another text are shown.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * AftPreviewPane::moved:
   *
   * It was scrolled.
   */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
aft_preview_pane_init (AftPreviewPane *self)
{
  self->cache = aft_flow_cache_new ();
  self->headings = g_ptr_array_new ();
  self->roll = aft_paper_roll_new ();
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->roll);
  gtk_widget_add_css_class (self->scroller, "aft-desk");
  self->view = aft_block_view_new ();

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->scroller, "pages");
  gtk_stack_add_named (GTK_STACK (self->stack), self->view, "text");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (aft_block_view_get_adjustment (AFT_BLOCK_VIEW (self->view)), "value-changed",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

/**
 * aft_preview_pane_set_session:
 * @self: a pane
 * @session: a session, set once
 */
void
aft_preview_pane_set_session (AftPreviewPane *self,
                              AftSession     *session)
{
  g_return_if_fail (AFT_IS_PREVIEW_PANE (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (aft_session_get_document (session), "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  refresh_if_seen (self);
}

/**
 * aft_preview_pane_set_edition:
 * @self: a pane
 * @edition: for whom
 */
void
aft_preview_pane_set_edition (AftPreviewPane *self,
                              AftEdition      edition)
{
  g_return_if_fail (AFT_IS_PREVIEW_PANE (self));

  if (self->edition == edition)
    return;

  self->edition = edition;
  refresh_if_seen (self);
}

/**
 * aft_preview_pane_get_edition:
 * @self: a pane
 *
 * Returns: for whom it is
 */
AftEdition
aft_preview_pane_get_edition (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), AFT_EDITION_PUBLIC);

  return self->edition;
}

/**
 * aft_preview_pane_set_letter:
 * @self: a pane
 * @letter: whether the paper is Letter, else A4
 */
void
aft_preview_pane_set_letter (AftPreviewPane *self,
                             gboolean        letter)
{
  g_return_if_fail (AFT_IS_PREVIEW_PANE (self));

  if (self->letter == !!letter)
    return;

  self->letter = !!letter;
  if (!self->as_text)
    refresh_if_seen (self);
}

/**
 * aft_preview_pane_set_text:
 * @self: a pane
 * @text: whether it shows text, else pages
 */
void
aft_preview_pane_set_text (AftPreviewPane *self,
                           gboolean        text)
{
  g_return_if_fail (AFT_IS_PREVIEW_PANE (self));

  if (self->as_text == !!text)
    return;

  self->as_text = !!text;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), text ? "text" : "pages");
  refresh_if_seen (self);
}

/**
 * aft_preview_pane_set_zoom:
 * @self: a pane
 * @zoom: of the pages, see aft_paper_roll_set_zoom()
 */
void
aft_preview_pane_set_zoom (AftPreviewPane *self,
                           double          zoom)
{
  g_return_if_fail (AFT_IS_PREVIEW_PANE (self));

  aft_paper_roll_set_zoom (AFT_PAPER_ROLL (self->roll), zoom);
}

/**
 * aft_preview_pane_get_zoom:
 * @self: a pane
 *
 * Returns: how large the pages are, 1 for their real size
 */
double
aft_preview_pane_get_zoom (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), 1);

  return aft_paper_roll_get_zoom (AFT_PAPER_ROLL (self->roll));
}

/**
 * aft_preview_pane_is_busy:
 * @self: a pane
 *
 * Returns: whether it doesn't show the last edit yet
 */
gboolean
aft_preview_pane_is_busy (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), FALSE);

  return self->stale || self->run != NULL || !aft_block_view_is_complete (AFT_BLOCK_VIEW (self->view));
}

/**
 * aft_preview_pane_get_page:
 * @self: a pane
 *
 * Returns: the page that is read, counted from 0
 */
guint
aft_preview_pane_get_page (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), 0);

  return aft_paper_roll_get_page (AFT_PAPER_ROLL (self->roll));
}

/**
 * aft_preview_pane_get_n_pages:
 * @self: a pane
 *
 * Returns: how many pages it shows; 0 where it shows text, or nothing yet
 */
guint
aft_preview_pane_get_n_pages (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), 0);

  return self->pages != NULL && !self->as_text ? aft_pages_get_n_pages (aft_shared_pages_get (self->pages)) : 0;
}

/**
 * aft_preview_pane_get_n_headings:
 * @self: a pane
 *
 * Returns: how many headings it shows, without the title
 */
guint
aft_preview_pane_get_n_headings (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), 0);

  return self->headings->len;
}

/**
 * aft_preview_pane_get_heading:
 * @self: a pane
 * @index: which, in order
 * @title: (out) (optional) (transfer none): its text
 * @level: (out) (optional): 2 for a section, more below
 * @name: (out) (optional) (transfer none): by what it is found again in another edition
 *
 * Returns: whether there is such a heading
 */
gboolean
aft_preview_pane_get_heading (AftPreviewPane  *self,
                              guint            index,
                              const char     **title,
                              guint           *level,
                              const char     **name)
{
  const AftPreviewHeading *heading;

  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), FALSE);

  if (index >= self->headings->len)
    return FALSE;

  heading = g_ptr_array_index (self->headings, index);
  if (title != NULL)
    *title = heading->title;
  if (level != NULL)
    *level = heading->level;
  if (name != NULL)
    *name = heading->name;

  return TRUE;
}

/**
 * aft_preview_pane_list_places:
 * @self: a pane
 *
 * Returns: (transfer full) (element-type double): where each heading is when the pane is scrolled up, in
 *   pixels, as far as they are there already
 */
GArray *
aft_preview_pane_list_places (AftPreviewPane *self)
{
  AftPages *pages;
  GArray *places;

  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), NULL);

  if (self->as_text)
    return aft_block_view_list_headings (AFT_BLOCK_VIEW (self->view));

  pages = self->pages != NULL ? aft_shared_pages_get (self->pages) : NULL;
  places = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; pages != NULL && i < aft_pages_get_n_headings (pages); i++)
    {
      guint page = 0;
      double y;

      aft_pages_get_heading (pages, i, NULL, NULL, &page);
      y = aft_paper_roll_get_y (AFT_PAPER_ROLL (self->roll), page, aft_pages_get_heading_y (pages, i));
      g_array_append_val (places, y);
    }

  return places;
}

/**
 * aft_preview_pane_show_heading:
 * @self: a pane
 * @index: which, in order
 *
 * Scrolls to a heading; in text it gets the focus.
 */
void
aft_preview_pane_show_heading (AftPreviewPane *self,
                               guint           index)
{
  g_autoptr(GArray) places = NULL;

  g_return_if_fail (AFT_IS_PREVIEW_PANE (self));

  if (self->as_text)
    {
      aft_block_view_show_heading (AFT_BLOCK_VIEW (self->view), index);
      return;
    }

  places = aft_preview_pane_list_places (self);
  if (index < places->len)
    aft_paper_roll_scroll_to (AFT_PAPER_ROLL (self->roll), g_array_index (places, double, index) - 24);
}

/**
 * aft_preview_pane_get_adjustment:
 * @self: a pane
 *
 * Returns: (transfer none): where what it shows is scrolled to
 */
GtkAdjustment *
aft_preview_pane_get_adjustment (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), NULL);

  return self->as_text ? aft_block_view_get_adjustment (AFT_BLOCK_VIEW (self->view))
                       : gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

/**
 * aft_preview_pane_get_roll:
 * @self: a pane
 *
 * Returns: (transfer none): the pages
 */
AftPaperRoll *
aft_preview_pane_get_roll (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), NULL);

  return AFT_PAPER_ROLL (self->roll);
}

/**
 * aft_preview_pane_get_view:
 * @self: a pane
 *
 * Returns: (transfer none): the text, an #AftBlockView
 */
GtkWidget *
aft_preview_pane_get_view (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), NULL);

  return self->view;
}

/**
 * aft_preview_pane_get_n_cancelled:
 * @self: a pane
 *
 * Returns: how many layouts an edit or another choice has ended; tests count them
 */
guint
aft_preview_pane_get_n_cancelled (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), 0);

  return self->n_cancelled;
}

/**
 * aft_preview_pane_get_n_shaped:
 * @self: a pane
 *
 * Returns: how many texts and figures of pages it had to lay out; tests count them
 */
guint
aft_preview_pane_get_n_shaped (AftPreviewPane *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW_PANE (self), 0);

  return aft_flow_cache_get_n_made (self->cache);
}

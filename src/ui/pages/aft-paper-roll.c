/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "aft-paper-roll.h"

/* Pixels around each page. */
#define SPACE 18

/* Two pages stand side by side where each is at least so large, and neither grows beyond this. */
#define TWO_FROM 0.8
#define LARGEST_FIT 1.1

/**
 * AftPaperRoll:
 *
 * Pages one below the other, or two in a row where there is room, in a scrolled window. Only those in
 * sight are drawn.
 */
struct _AftPaperRoll
{
  GtkWidget            parent_instance;

  GtkAdjustment       *adjustments[2];     /* owned, by orientation */
  GtkScrollablePolicy  policies[2];
  AftSharedPages      *pages;              /* owned, nullable */
  GPtrArray           *papers;             /* of AftPaper */
  double               wish;               /* the zoom that is asked for, or AFT_PAPER_ROLL_FIT */

  /* Of the last allocation */
  double               zoom;
  int                  n_columns;
  int                  page_width;
  int                  page_height;
  int                  left;               /* of the first column */
  double               held;               /* the page at the head of the sight, with its part that is above */
  gboolean             hold;               /* whether that page is to be kept in sight */
  gboolean             is_arranging;
};

enum
{
  PROP_0,
  PROP_PAGE,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AftPaperRoll, aft_paper_roll, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static int
get_height (AftPaperRoll *self)
{
  const int n_rows = ((int) self->papers->len + self->n_columns - 1) / self->n_columns;

  return n_rows * (self->page_height + SPACE) + SPACE;
}

/* How large the pages are, and where they stand. */
static void
arrange (AftPaperRoll *self,
         int           width)
{
  double paper_width;
  double paper_height;
  int room;

  aft_pages_get_size (aft_shared_pages_get (self->pages), &paper_width, &paper_height);
  paper_width *= AFT_PAPER_PIXELS_PER_POINT;
  paper_height *= AFT_PAPER_PIXELS_PER_POINT;

  if (self->wish == AFT_PAPER_ROLL_FIT)
    {
      const double two = (width - 3 * SPACE) / 2 / paper_width;

      self->n_columns = two >= TWO_FROM && self->papers->len > 1 ? 2 : 1;
      self->zoom = self->n_columns == 2 ? two : (width - 2 * SPACE) / paper_width;
      self->zoom = CLAMP (self->zoom, 0.2, LARGEST_FIT);
    }
  else
    {
      self->zoom = self->wish;
      self->n_columns = width >= 3 * SPACE + 2 * paper_width * self->zoom && self->papers->len > 1 ? 2 : 1;
    }

  self->page_width = (int) (paper_width * self->zoom);
  self->page_height = (int) (paper_height * self->zoom);
  room = self->n_columns * (self->page_width + SPACE) + SPACE;
  self->left = SPACE + MAX (width - room, 0) / 2;
}

static void
configure (AftPaperRoll   *self,
           GtkOrientation  orientation,
           int             size,
           int             content,
           double          value)
{
  gtk_adjustment_configure (self->adjustments[orientation], CLAMP (value, 0, MAX (content - size, 0)), 0,
                            MAX (content, size), size * 0.1, size * 0.9, size);
}

static void
aft_paper_roll_measure (GtkWidget      *widget,
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

/* Which page is at the head of the sight, and how much of it is above. */
static double
get_place (AftPaperRoll *self)
{
  const double row = self->page_height + SPACE;

  return row > 0 ? gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]) / row * self->n_columns : 0;
}

static void
aft_paper_roll_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  AftPaperRoll *self = AFT_PAPER_ROLL (widget);
  const int before = self->page_height * 8 + self->n_columns;
  double top;
  double across;

  if (self->pages == NULL || self->adjustments[0] == NULL || self->adjustments[1] == NULL)
    return;

  arrange (self, width);
  top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  if (self->hold || before != self->page_height * 8 + self->n_columns)
    {
      top = self->held / self->n_columns * (self->page_height + SPACE);
      self->hold = FALSE;
    }
  across = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  self->is_arranging = TRUE;
  configure (self, GTK_ORIENTATION_VERTICAL, height, get_height (self), top);
  configure (self, GTK_ORIENTATION_HORIZONTAL, width, self->n_columns * (self->page_width + SPACE) + SPACE, across);
  self->is_arranging = FALSE;
  top = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  across = gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  self->held = get_place (self);

  for (guint i = 0; i < self->papers->len; i++)
    {
      GtkWidget *paper = g_ptr_array_index (self->papers, i);
      const int column = (int) i % self->n_columns;
      const int row = (int) i / self->n_columns;
      const gboolean leftward = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      const int place = leftward ? self->n_columns - 1 - column : column;
      const GtkAllocation area = { self->left + place * (self->page_width + SPACE) - (int) across,
                                   SPACE + row * (self->page_height + SPACE) - (int) top, self->page_width,
                                   self->page_height };
      const gboolean in_sight = area.y + area.height > 0 && area.y < height;

      gtk_widget_set_child_visible (paper, in_sight);
      if (in_sight)
        {
          aft_paper_set_zoom (AFT_PAPER (paper), self->zoom);
          gtk_widget_size_allocate (paper, &area, -1);
        }
      else
        aft_paper_forget (AFT_PAPER (paper));
    }
}

static void
value_changed_cb (AftPaperRoll *self)
{
  if (!self->is_arranging)
    {
      self->held = get_place (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
across_changed_cb (AftPaperRoll *self)
{
  if (!self->is_arranging)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (AftPaperRoll   *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GCallback callback = orientation == GTK_ORIENTATION_VERTICAL ? G_CALLBACK (value_changed_cb)
                                                               : G_CALLBACK (across_changed_cb);

  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (self->adjustments[orientation] == adjustment)
    return;

  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_clear_object (&self->adjustments[orientation]);
  self->adjustments[orientation] = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", callback, self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  AftPaperRoll *self = AFT_PAPER_ROLL (widget);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  const double size = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);

  switch (g_variant_get_int32 (args))
    {
    case -1:
    case 1:
      value += g_variant_get_int32 (args) * size * 0.1;
      break;
    case -2:
    case 2:
      value += g_variant_get_int32 (args) / 2 * size * 0.9;
      break;
    default:
      value = g_variant_get_int32 (args) < 0 ? 0 : gtk_adjustment_get_upper (adjustment);
      break;
    }
  gtk_adjustment_set_value (adjustment, value);

  return GDK_EVENT_STOP;
}

static void
aft_paper_roll_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AftPaperRoll *self = AFT_PAPER_ROLL (object);

  switch (property_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, aft_paper_roll_get_page (self));
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
aft_paper_roll_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AftPaperRoll *self = AFT_PAPER_ROLL (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
aft_paper_roll_dispose (GObject *object)
{
  AftPaperRoll *self = AFT_PAPER_ROLL (object);

  g_ptr_array_set_size (self->papers, 0);
  for (int i = 0; i < 2; i++)
    if (self->adjustments[i] != NULL)
      g_signal_handlers_disconnect_by_data (self->adjustments[i], self);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_clear_pointer (&self->pages, aft_shared_pages_unref);

  G_OBJECT_CLASS (aft_paper_roll_parent_class)->dispose (object);
}

static void
aft_paper_roll_finalize (GObject *object)
{
  g_ptr_array_unref (AFT_PAPER_ROLL (object)->papers);

  G_OBJECT_CLASS (aft_paper_roll_parent_class)->finalize (object);
}

static void
aft_paper_roll_class_init (AftPaperRollClass *klass)
{
  static const struct { guint key; GdkModifierType modifiers; int way; } keys[] = {
    { GDK_KEY_Down, 0, 1 },      { GDK_KEY_Up, 0, -1 },          { GDK_KEY_Page_Down, 0, 2 },
    { GDK_KEY_Page_Up, 0, -2 },  { GDK_KEY_space, 0, 2 },        { GDK_KEY_space, GDK_SHIFT_MASK, -2 },
    { GDK_KEY_Home, 0, -3 },     { GDK_KEY_End, 0, 3 },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_paper_roll_dispose;
  object_class->finalize = aft_paper_roll_finalize;
  object_class->get_property = aft_paper_roll_get_property;
  object_class->set_property = aft_paper_roll_set_property;
  widget_class->measure = aft_paper_roll_measure;
  widget_class->size_allocate = aft_paper_roll_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "aftpapers");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);

  /**
   * AftPaperRoll:page:
   *
   * The page that takes most of the sight, counted from 0.
   */
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, scroll_cb, "i", keys[i].way);
}

static void
aft_paper_roll_init (AftPaperRoll *self)
{
  self->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->n_columns = 1;
  self->zoom = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The pages"), -1);
}

/**
 * aft_paper_roll_new:
 *
 * Returns: (transfer floating): a roll without pages, for a scrolled window
 */
GtkWidget *
aft_paper_roll_new (void)
{
  return g_object_new (AFT_TYPE_PAPER_ROLL, NULL);
}

/**
 * aft_paper_roll_set_pages:
 * @self: a roll
 * @pages: pages
 *
 * Shows the pages in place of those before. What is in sight stays there, and what looks the same isn't
 * drawn again.
 */
void
aft_paper_roll_set_pages (AftPaperRoll   *self,
                          AftSharedPages *pages)
{
  guint n_pages;

  g_return_if_fail (AFT_IS_PAPER_ROLL (self));
  g_return_if_fail (pages != NULL);

  n_pages = aft_pages_get_n_pages (aft_shared_pages_get (pages));
  aft_shared_pages_ref (pages);
  g_clear_pointer (&self->pages, aft_shared_pages_unref);
  self->pages = pages;

  if (self->papers->len > n_pages)
    g_ptr_array_set_size (self->papers, (gint) n_pages);
  for (guint i = 0; i < self->papers->len; i++)
    aft_paper_set_pages (g_ptr_array_index (self->papers, i), pages);
  while (self->papers->len < n_pages)
    {
      GtkWidget *paper = aft_paper_new (pages, self->papers->len);

      gtk_widget_set_child_visible (paper, FALSE);
      gtk_widget_set_parent (paper, GTK_WIDGET (self));
      g_ptr_array_add (self->papers, paper);
    }
  /* The scrolled window has to look again whether it needs its bars. */
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/**
 * aft_paper_roll_set_zoom:
 * @self: a roll
 * @zoom: 1 for the real size, %AFT_PAPER_ROLL_FIT for as wide as there is room
 */
void
aft_paper_roll_set_zoom (AftPaperRoll *self,
                         double        zoom)
{
  g_return_if_fail (AFT_IS_PAPER_ROLL (self));

  if (self->wish == zoom)
    return;

  self->wish = zoom;
  self->hold = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * aft_paper_roll_get_zoom:
 * @self: a roll
 *
 * Returns: how large the pages are, 1 for their real size
 */
double
aft_paper_roll_get_zoom (AftPaperRoll *self)
{
  g_return_val_if_fail (AFT_IS_PAPER_ROLL (self), 1);

  return self->wish == AFT_PAPER_ROLL_FIT ? self->zoom : self->wish;
}

/**
 * aft_paper_roll_get_n_columns:
 * @self: a roll
 *
 * Returns: how many pages stand side by side
 */
guint
aft_paper_roll_get_n_columns (AftPaperRoll *self)
{
  g_return_val_if_fail (AFT_IS_PAPER_ROLL (self), 1);

  return (guint) self->n_columns;
}

/**
 * aft_paper_roll_get_page:
 * @self: a roll
 *
 * Returns: the page in the middle of the sight, counted from 0; the first of those side by side
 */
guint
aft_paper_roll_get_page (AftPaperRoll *self)
{
  GtkAdjustment *adjustment;
  double middle;
  int row;

  g_return_val_if_fail (AFT_IS_PAPER_ROLL (self), 0);

  adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  if (adjustment == NULL || self->papers->len == 0 || self->page_height == 0)
    return 0;

  middle = gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) / 2;
  /* At the end the last page is what one reads. */
  if (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >=
      gtk_adjustment_get_upper (adjustment) - 1 && gtk_adjustment_get_value (adjustment) > 0)
    return self->papers->len - 1;

  row = (int) (middle / (self->page_height + SPACE));

  return MIN ((guint) (row * self->n_columns), self->papers->len - 1);
}

/**
 * aft_paper_roll_get_paper:
 * @self: a roll
 * @page: which page, counted from 0
 *
 * Returns: (transfer none) (nullable): its paper
 */
GtkWidget *
aft_paper_roll_get_paper (AftPaperRoll *self,
                          guint         page)
{
  g_return_val_if_fail (AFT_IS_PAPER_ROLL (self), NULL);

  return page < self->papers->len ? g_ptr_array_index (self->papers, page) : NULL;
}

/**
 * aft_paper_roll_get_y:
 * @self: a roll
 * @page: which page, counted from 0
 * @y: how far below the head of the page, in points
 *
 * Returns: where that is when the roll is scrolled up, in pixels
 */
double
aft_paper_roll_get_y (AftPaperRoll *self,
                      guint         page,
                      double        y)
{
  g_return_val_if_fail (AFT_IS_PAPER_ROLL (self), 0);

  return SPACE + floor ((double) page / self->n_columns) * (self->page_height + SPACE) +
         y * AFT_PAPER_PIXELS_PER_POINT * self->zoom;
}

/**
 * aft_paper_roll_scroll_to:
 * @self: a roll
 * @y: what is to be at the head of the sight, from aft_paper_roll_get_y()
 */
void
aft_paper_roll_scroll_to (AftPaperRoll *self,
                          double        y)
{
  g_return_if_fail (AFT_IS_PAPER_ROLL (self));

  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], y);
}

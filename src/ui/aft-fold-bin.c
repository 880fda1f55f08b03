/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include "aft-fold-bin.h"

/* Narrower than this nothing becomes, in pixels. */
#define MIN_WIDTH 240

/**
 * AftFoldBin:
 *
 * A bin that may become narrower than what is in it, and tells when it is, so that something can
 * fold away. (AdwBreakpoint is newer than the floor.)
 */
struct _AftFoldBin
{
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget *child;

  int        fold_width;
  /* What the child needs while nothing is folded away: with large text more than the fold width. */
  int        unfolded_minimum;
  guint      idle;
  gboolean   folded;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_FOLD_WIDTH,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
buildable_add_child (GtkBuildable *buildable,
                     GtkBuilder   *builder,
                     GObject      *child,
                     const char   *type)
{
  aft_fold_bin_set_child (AFT_FOLD_BIN (buildable), GTK_WIDGET (child));
}

static void
buildable_iface_init (GtkBuildableIface *iface)
{
  iface->add_child = buildable_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AftFoldBin, aft_fold_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_iface_init))

static gboolean
should_fold (AftFoldBin *self,
             int         width)
{
  return width < MAX (self->fold_width, self->unfolded_minimum);
}

static gboolean
fold_cb (gpointer user_data)
{
  AftFoldBin *self = user_data;
  const gboolean folded = should_fold (self, gtk_widget_get_width (GTK_WIDGET (self)));

  self->idle = 0;
  if (folded != self->folded)
    {
      self->folded = folded;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
    }

  return G_SOURCE_REMOVE;
}

static void
aft_fold_bin_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  AftFoldBin *self = AFT_FOLD_BIN (widget);
  int child_minimum;

  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      for_size = MAX (for_size, child_minimum);
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, MIN_WIDTH);
}

static void
aft_fold_bin_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  AftFoldBin *self = AFT_FOLD_BIN (widget);
  int minimum;

  if (self->child != NULL)
    {
      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_allocate (self->child, MAX (width, minimum), height, baseline, NULL);
      if (!self->folded)
        self->unfolded_minimum = minimum;
    }

  /* What folds changes sizes, which is not for now. */
  if (should_fold (self, width) != self->folded && self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, self, NULL);
}

static void
aft_fold_bin_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AftFoldBin *self = AFT_FOLD_BIN (object);

  switch (property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_FOLD_WIDTH:
      g_value_set_int (value, self->fold_width);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_fold_bin_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AftFoldBin *self = AFT_FOLD_BIN (object);

  switch (property_id)
    {
    case PROP_CHILD:
      aft_fold_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_FOLD_WIDTH:
      self->fold_width = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_fold_bin_dispose (GObject *object)
{
  AftFoldBin *self = AFT_FOLD_BIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_fold_bin_parent_class)->dispose (object);
}

static void
aft_fold_bin_class_init (AftFoldBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_fold_bin_dispose;
  object_class->get_property = aft_fold_bin_get_property;
  object_class->set_property = aft_fold_bin_set_property;
  widget_class->measure = aft_fold_bin_measure;
  widget_class->size_allocate = aft_fold_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * AftFoldBin:fold-width:
   *
   * Below this width it is folded, in pixels.
   */
  properties[PROP_FOLD_WIDTH] = g_param_spec_int ("fold-width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
aft_fold_bin_init (AftFoldBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * aft_fold_bin_new:
 * @fold_width: below this width it is folded, in pixels
 * @child: what is in it
 *
 * Returns: (transfer floating): a new bin
 */
GtkWidget *
aft_fold_bin_new (int        fold_width,
                  GtkWidget *child)
{
  return g_object_new (AFT_TYPE_FOLD_BIN, "fold-width", fold_width, "child", child, NULL);
}

/**
 * aft_fold_bin_set_child:
 * @self: a bin
 * @child: (nullable): what is in it
 */
void
aft_fold_bin_set_child (AftFoldBin *self,
                        GtkWidget  *child)
{
  g_return_if_fail (AFT_IS_FOLD_BIN (self));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * aft_fold_bin_is_folded:
 * @self: a bin
 *
 * Returns: whether it is narrower than its fold width
 */
gboolean
aft_fold_bin_is_folded (AftFoldBin *self)
{
  g_return_val_if_fail (AFT_IS_FOLD_BIN (self), FALSE);

  return self->folded;
}

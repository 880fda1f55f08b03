/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include "aft-figure-timeline-private.h"
#include "aft-rect.h"

#define WIDTH 467.0
#define HEIGHT 540.0

static AftFigureData *
create (GRand *rand,
        guint  n_entries)
{
  AftFigureData *data = aft_figure_data_new (AFT_FIGURE_TIMELINE, aft_report_words_get ("en"));
  gint64 at = G_GINT64_CONSTANT (1500000000) * G_USEC_PER_SEC;

  data->zone = g_time_zone_new_identifier ("America/New_York");
  for (guint i = 0; i < n_entries; i++)
    {
      AftTimelineEntry *entry = aft_figure_data_add_entry (data);
      const gint kind = g_rand_int_range (rand, 0, 10);

      /* Minutes, hours, now and then a year. */
      at += (gint64) g_rand_int_range (rand, 0, kind == 9 ? 40000000 : kind > 5 ? 40000 : 600) * G_USEC_PER_SEC;
      entry->start = entry->end = at;
      entry->when = g_strdup ("12:00");
      entry->text = g_strdup (kind > 4 ? "A short text." : "A text that tells what happened in more words than fit "
                                                           "into one line of a card, and still more.");
      entry->key_moments = kind == 3 ? AFT_KEY_MOMENT_DETECTED | AFT_KEY_MOMENT_USERS_TOLD : AFT_KEY_MOMENT_NOTHING;
      entry->effect = (AftEffect) g_rand_int_range (rand, 0, 4);
      entry->planned = kind == 2;
      entry->lead_up = i < n_entries / 4;
    }

  return data;
}

static void
assert_strip (const AftStrip *strip)
{
  for (guint i = 0; i < strip->cards->len; i++)
    {
      const AftStripCard *card = &g_array_index (strip->cards, AftStripCard, i);
      const AftRect rect = { card->x, card->y, card->width, card->height };

      g_assert_cmpfloat (card->x, >=, 0);
      g_assert_cmpfloat (card->x + card->width, <=, strip->width + 0.01);
      g_assert_cmpfloat (card->y + card->height, <=, strip->height);
      for (guint j = 0; j < strip->cards->len; j++)
        {
          const AftStripCard *other = &g_array_index (strip->cards, AftStripCard, j);
          const AftRect other_rect = { other->x, other->y, other->width, other->height };

          if (i == j)
            continue;
          g_assert_false (aft_rect_intersects (&rect, &other_rect));
          /* No stem behind a card. */
          if (other->y > card->y)
            g_assert_false (other->stem > card->x + 1.01 && other->stem < card->x + card->width);
        }
    }
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autoptr(GObject) context = G_OBJECT (aft_style_create_context ("en"));

  for (guint round = 0; round < 60; round++)
    {
      const guint n = (guint) g_rand_int_range (rand, 1, 70);
      g_autoptr(AftFigureData) data = create (rand, n);
      g_autoptr(GPtrArray) panels = aft_panels_new ();
      guint n_cards = 0;

      aft_figure_timeline_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
      for (guint i = 0; i < panels->len; i++)
        {
          AftPanel *panel = g_ptr_array_index (panels, i);
          const AftStrip *strip = panel->data;
          cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
          cairo_t *cr = cairo_create (surface);
          double x;
          double y;
          double width;
          double height;

          g_assert_cmpfloat (panel->width, <=, WIDTH);
          g_assert_cmpfloat (panel->height, <=, HEIGHT);
          assert_strip (strip);
          n_cards += strip->cards->len;

          panel->draw (panel, cr);
          cairo_destroy (cr);
          cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
          cairo_surface_destroy (surface);
          g_assert_cmpfloat (x, >=, -4);
          g_assert_cmpfloat (x + width, <=, panel->width + 4);
          g_assert_cmpfloat (y + height, <=, panel->height + 2);
        }
      g_assert_cmpuint (n_cards, ==, n);
    }
}

/* Quiet stretches are folded, and the lead-up comes first, apart. */
static void
test_folds (void)
{
  g_autoptr(GObject) context = G_OBJECT (aft_style_create_context ("en"));
  g_autoptr(AftFigureData) data = aft_figure_data_new (AFT_FIGURE_TIMELINE, aft_report_words_get ("en"));
  g_autoptr(GPtrArray) panels = aft_panels_new ();
  const AftStrip *strip;

  data->zone = g_time_zone_new_utc ();
  for (guint i = 0; i < 7; i++)
    {
      AftTimelineEntry *entry = aft_figure_data_add_entry (data);

      entry->start = entry->end = (G_GINT64_CONSTANT (1620300000) + i * 600 + (i > 3 ? 8640000 : 0)) * G_USEC_PER_SEC;
      entry->when = g_strdup ("10:00");
      entry->text = g_strdup ("Something");
      entry->lead_up = i == 0;
    }
  aft_figure_timeline_add_panels (data, PANGO_CONTEXT (context), WIDTH, HEIGHT, panels);
  g_assert_cmpuint (panels->len, ==, 2);

  strip = ((AftPanel *) g_ptr_array_index (panels, 0))->data;
  g_assert_true (strip->lead_up);
  g_assert_cmpuint (strip->cards->len, ==, 1);
  strip = ((AftPanel *) g_ptr_array_index (panels, 1))->data;
  g_assert_false (strip->lead_up);
  g_assert_cmpuint (aft_scale_get_n_folds (strip->scale), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/timeline/random", test_random);
  g_test_add_func ("/report/timeline/folds", test_folds);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "afterword-layout"

#include "config.h"

#include "aft-instants.h"

#define WIDTH 800.0
#define PX G_TIME_SPAN_SECOND

static AftScale *
make_scale (gboolean mirrored)
{
  const AftScaleConfig config = { 0, 100000 * PX, 1.0 / PX, 40, mirrored ? WIDTH : 0, mirrored };

  return aft_scale_new (&config, NULL, 0);
}

static guint
fill (gint64 *instants,
      guint   n)
{
  gint64 at = -20 * PX;

  for (guint i = 0; i < n; i++)
    {
      at += g_test_rand_int_range (0, 4) * (gint64) g_test_rand_int_range (0, (gint32) PX * 4);
      instants[i] = at;
    }

  return n;
}

static void
test_find (void)
{
  gint64 instants[200];

  for (guint round = 0; round < 200; round++)
    {
      const guint n = fill (instants, (guint) g_test_rand_int_range (0, 200));
      const gint64 wanted = (gint64) g_test_rand_int_range (-30, 800) * PX;
      guint expected = 0;

      while (expected < n && instants[expected] < wanted)
        expected++;
      g_assert_cmpuint (aft_instants_find (instants, n, wanted), ==, expected);
    }
}

static void
test_count (void)
{
  gint64 instants[500];

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr(AftScale) scale = make_scale (round % 2 == 1);
      const guint n = fill (instants, 500);
      guint counts[100];
      guint expected[100] = { 0 };
      guint most = 0;
      const guint told = aft_instants_count (instants, n, scale, 0, WIDTH / 100, 100, counts);
      guint all = 0;

      for (guint i = 0; i < n; i++)
        {
          const double x = aft_scale_to_x (scale, instants[i]);

          if (x >= 0 && x < WIDTH)
            expected[(guint) (x / (WIDTH / 100))]++;
        }
      for (guint i = 0; i < 100; i++)
        {
          /* What stands on an edge may count on either side. */
          g_assert_cmpint (ABS ((int) counts[i] - (int) expected[i]), <=, 8);
          most = MAX (most, counts[i]);
          all += counts[i];
        }
      g_assert_cmpuint (told, ==, most);
      g_assert_cmpuint (all, <=, n);
    }
}

static void
test_in_sight (void)
{
  gint64 instants[300];

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr(AftScale) scale = make_scale (round % 2 == 1);
      const guint n = fill (instants, 300);
      guint first;
      guint end;

      aft_instants_in_sight (instants, n, scale, 100, 300, &first, &end);
      for (guint i = 0; i < n; i++)
        {
          const double x = aft_scale_to_x (scale, instants[i]);

          if (x > 100.001 && x < 399.999)
            g_assert_true (i >= first && i < end);
          else if (x < 99.999 || x > 400.001)
            g_assert_true (i < first || i >= end);
        }
    }
}

static void
test_unite (void)
{
  gint64 starts[300];
  gint64 ends[300];
  gint64 reaches[300];
  g_autoptr(GArray) united = g_array_new (FALSE, FALSE, sizeof (AftSpan));

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr(AftScale) scale = make_scale (round % 2 == 1);
      const guint n = fill (starts, 300);
      gint64 reach = G_MININT64;

      for (guint i = 0; i < n; i++)
        {
          ends[i] = starts[i] + (g_test_rand_bit () ? 0 : (gint64) g_test_rand_int_range (0, 30) * PX);
          reaches[i] = reach = MAX (reach, ends[i]);
        }
      aft_instants_unite_spans (starts, reaches, n, scale, 0, WIDTH, 2, united);

      /* Every span in sight lies in one that is drawn; none are drawn twice. */
      for (guint i = 0; i < n; i++)
        {
          const gint64 middle = starts[i] + (ends[i] - starts[i]) / 2;
          guint covered = 0;

          if (ends[i] <= starts[i] || middle < 0 || middle > (gint64) WIDTH * PX)
            continue;
          for (guint nth = 0; nth < united->len; nth++)
            {
              const AftSpan *span = &g_array_index (united, AftSpan, nth);

              covered += span->start_us <= middle && middle <= span->end_us;
            }
          g_assert_cmpuint (covered, ==, 1);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instants/find", test_find);
  g_test_add_func ("/instants/count", test_count);
  g_test_add_func ("/instants/in-sight", test_in_sight);
  g_test_add_func ("/instants/unite", test_unite);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-pdf-artifacts.h"
#include "aft-pdf-file.h"

static AftPdfSpan
make_span (const char *text)
{
  return (AftPdfSpan) { text, text + strlen (text) };
}

static void
test_values (void)
{
  static const char *const expected[] = {
    "/Name", "12 0 R", "[ 1 0 R (]\\)>>) [<5D>] ]", "<< /A << /B [ 3 ] >> /C (%) >>", "1", "0", "RG", "<48>", "-1.5",
    "(a(b)c)",
  };
  AftPdfSpan rest = make_span ("  /Name 12 0 R% a remark ]\n[ 1 0 R (]\\)>>) [<5D>] ]<< /A << /B [ 3 ] >> /C (%) >>"
                               "1 0 RG<48>-1.5(a(b)c)");
  AftPdfSpan value;

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (aft_pdf_span_next (&rest, &value));
      g_assert_cmpmem (value.at, (gsize) (value.end - value.at), expected[i], strlen (expected[i]));
    }
  g_assert_false (aft_pdf_span_next (&rest, &value));
}

static void
test_dictionary (void)
{
  AftPdfSpan dict = make_span ("<< /Length 97 0 R /K (/Lang) /Lang <44> /Pages [ 1 0 R ] >>");
  g_autoptr(GString) copy = g_string_new (NULL);
  AftPdfSpan value;
  guint number;

  g_assert_true (aft_pdf_dict_find (dict, "Lang", &value));
  g_assert_true (aft_pdf_span_is (value, "<44>"));
  g_assert_false (aft_pdf_dict_find (dict, "Leng", &value));
  g_assert_false (aft_pdf_dict_find (value, "Lang", &value));
  g_assert_true (aft_pdf_dict_find (dict, "Length", &value));
  g_assert_true (aft_pdf_span_get_reference (value, &number));
  g_assert_cmpuint (number, ==, 97);
  g_assert_false (aft_pdf_span_get_integer (value, &number));
  aft_pdf_dict_copy (dict, copy, "Length", "Pages", NULL);
  g_assert_cmpstr (copy->str, ==, "/K (/Lang)\n/Lang <44>\n");
}

static void
test_text (void)
{
  g_autoptr(GString) out = g_string_new (NULL);

  aft_pdf_append_text (out, "A)é🙂");
  aft_pdf_append_text (out, "de-AT");
  g_assert_cmpstr (out->str, ==, "<FEFF0041002900E9D83DDE42>(de-AT)");
}

/* What is cut short or bent is refused, and nothing is read beyond its end. */
static void
test_broken (void)
{
  static const char *const texts[] = {
    "", "%PDF-1.4\n", "startxref\n", "startxref\n99\n%%EOF", "startxref\n0\n%%EOF", "xref\n0 1\nstartxref\n0\n%%EOF",
    "xref\n0 999999999\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n0\n%%EOF",
    "xref\n0 2\n0000000000 65535 f \n0000000099 00000 n \ntrailer\n<< /Root 1 0 R /Info 1 0 R >>\nstartxref\n0\n%%EOF",
    "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF",
    "%\n1 0 obj\n<< /Length 9999 >>\nstream\nxx\nendstream\nxref\n0 2\n0000000000 65535 f \n0000000002 00000 n \n"
    "trailer\n<< /Root 1 0 R /Info 1 0 R >>\nstartxref\n49\n",
    "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 0 0 R /Info 0 0 R >>\nstartxref\n0\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr(GError) error = NULL;
      AftPdfFile *file = aft_pdf_file_new (bytes, &error);

      g_assert_null (file);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* One page whose text looks like a mark, and one object that nothing leads to. */
static GBytes *
make_file (void)
{
  static const char content[] = "/Private << /MCID 0 >> BDC\n(/Private << /MCID 1 >> BDC) Tj\nEMC\n"
                                "BI /W 1 ID /Private << /MCID 2 >> BDC EI\n/P << /MCID 3 >> BDC\n1 2 m S EMC\n"
                                "q 1 w 0 0 3 4 re W n 1 0 0 rg 1 2 m 3 4 l S BT (x) Tj ET /x5 Do Q\n";
  GString *out = g_string_new ("%PDF-1.4\n");
  gsize places[6];
  g_autofree char *stream = g_strdup_printf ("<< /Length 5 0 R >>\nstream\n%sendstream", content);
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT, strlen (content));
  const char *const objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 9 9 ] /Contents 4 0 R >>", stream, length, "(nobody wants this)",
  };
  gsize table;

  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      places[i] = out->len;
      g_string_append_printf (out, "%" G_GSIZE_FORMAT " 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
  table = out->len;
  g_string_append (out, "xref\n0 8\n0000000000 65535 f \n");
  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    g_string_append_printf (out, "%010" G_GSIZE_FORMAT " 00000 n \n", places[i]);
  g_string_append (out, "0000000000 00000 n \n");
  g_string_append_printf (out, "trailer\n<< /Size 8 /Root 1 0 R /Info 1 0 R >>\nstartxref\n%" G_GSIZE_FORMAT
                          "\n%%%%EOF\n", table);

  return g_string_free_to_bytes (out);
}

static void
test_artifacts (void)
{
  g_autoptr(GBytes) bytes = make_file ();
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) written = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(AftPdfFile) file = aft_pdf_file_new (bytes, &error);
  const char *expected = "/Artifact BMC\n(/Private << /MCID 1 >> BDC) Tj\nEMC\n"
                         "BI /W 1 ID /Private << /MCID 2 >> BDC EI\n/P << /MCID 3 >> BDC\n1 2 m S EMC\n"
                         "q 1 w 0 0 3 4 re W n 1 0 0 rg /Artifact BMC\n1 2 m 3 4 l S\nEMC "
                         "/Artifact BMC\nBT (x) Tj ET\nEMC /Artifact BMC\n/x5 Do\nEMC Q\n";
  gsize size;
  const char *data;

  g_assert_no_error (error);
  g_assert_true (aft_pdf_artifacts_write (file, "Private", &error));
  g_assert_no_error (error);
  content = aft_pdf_file_get_stream (file, 4, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (content, &size);
  g_assert_cmpmem (data, size, expected, strlen (expected));

  written = aft_pdf_file_write (file, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (written, &size);
  g_assert_cmpmem (data, 9, "%PDF-1.7\n", 9);
  g_assert_null (g_strstr_len (data, (gssize) size, "nobody"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-file/values", test_values);
  g_test_add_func ("/pdf-file/dictionary", test_dictionary);
  g_test_add_func ("/pdf-file/text", test_text);
  g_test_add_func ("/pdf-file/broken", test_broken);
  g_test_add_func ("/pdf-file/artifacts", test_artifacts);

  return g_test_run ();
}

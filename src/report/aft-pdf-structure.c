/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-pdf-structure.h"

/* Cairo wrote one element for each piece, all beside one another. Each says where its marks stand and, of a
 * link, which annotation it is. From this the elements of the report are made, see ISO 32000-1:2008, 14.7. */

typedef struct
{
  guint    number;              /* of the object, 0 while it has none */
  guint    parent;              /* its index, or NO_PARENT */
  guint    first;               /* the first piece within it, or NO_PIECE */
  AftTag  *tag;                 /* borrowed, nullable: of a link, none */
  guint    page;                /* the object of the page that marks are on unless they say so; 0 for none */
  GString *kids;                /* owned, nullable */
} Element;

typedef struct
{
  guint key;
  guint element;                /* of an annotation; of a page, NO_PARENT */
  guint page;                   /* of a page, its index */
} ParentEntry;

typedef struct
{
  guint   number;               /* of the object */
  guint   key;                  /* in the tree of parents */
  GArray *marks;                /* owned, of guint: for each mark the number of its element, or 0 */
} Page;

typedef struct
{
  AftPdfFile   *file;
  const GArray *pieces;
  GArray       *elements;       /* of Element: those of the tags, then those of the links */
  GArray       *pages;          /* of Page */
  GArray       *links;          /* of ParentEntry */
  guint         root;           /* the number of the root */
  guint         n_tags;
} Structure;

#define NO_PARENT G_MAXUINT
#define NO_PIECE G_MAXUINT

static void
clear_element (gpointer data)
{
  Element *element = data;

  if (element->kids != NULL)
    g_string_free (element->kids, TRUE);
}

static void
clear_page (gpointer data)
{
  g_array_unref (((Page *) data)->marks);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the elements of the PDF are not as expected");
  return FALSE;
}

static Element *
get_element (Structure *self,
             guint      index)
{
  return &g_array_index (self->elements, Element, index);
}

/* A cell without text is a cell all the same, or those behind it would stand below other heads. */
static gboolean
is_cell (const AftTag *tag)
{
  return tag != NULL && (strcmp (tag->name, "TD") == 0 || strcmp (tag->name, "TH") == 0);
}

static void
add_elements (Structure *self,
              GPtrArray *tags)
{
  guint n_links = 0;

  for (guint i = 0; i < self->pieces->len; i++)
    n_links = MAX (n_links, g_array_index (self->pieces, AftPagePiece, i).link);

  self->n_tags = tags->len;
  g_array_set_size (self->elements, tags->len + n_links);
  for (guint i = 0; i < self->elements->len; i++)
    {
      Element *element = get_element (self, i);

      element->first = NO_PIECE;
      element->parent = NO_PARENT;
      if (i >= tags->len)
        continue;

      element->tag = g_ptr_array_index (tags, i);
      if (element->tag->parent != NULL)
        element->parent = element->tag->parent->index;
    }
}

static guint
get_piece_element (Structure          *self,
                   const AftPagePiece *piece)
{
  return piece->link > 0 ? self->n_tags + piece->link - 1 : piece->tag->index;
}

/* Which elements are there at all, and where each begins. */
static void
place_elements (Structure *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AftPagePiece *piece = &g_array_index (self->pieces, AftPagePiece, i);
      guint index;

      if (piece->tag == NULL)
        continue;
      index = get_piece_element (self, piece);
      if (piece->link > 0)
        get_element (self, index)->parent = piece->tag->index;
      for (; index != NO_PARENT && get_element (self, index)->first == NO_PIECE;
           index = get_element (self, index)->parent)
        get_element (self, index)->first = i;
    }

  for (guint i = 0; i < self->n_tags; i++)
    {
      Element *element = get_element (self, i);

      /* Those of one row keep their order. */
      if (is_cell (element->tag))
        element->first = get_element (self, element->parent)->first;
    }
  for (guint i = 0; i < self->elements->len; i++)
    if (get_element (self, i)->first != NO_PIECE)
      get_element (self, i)->number = aft_pdf_file_add (self->file);
}

static Page *
get_page (Structure *self,
          guint      number)
{
  Page page = { number };
  AftPdfSpan value, key;

  for (guint i = self->pages->len; i-- > 0;)
    if (g_array_index (self->pages, Page, i).number == number)
      return &g_array_index (self->pages, Page, i);

  if (!aft_pdf_file_get (self->file, number, &value) || !aft_pdf_dict_find (value, "StructParents", &key) ||
      !aft_pdf_span_get_integer (key, &page.key))
    return NULL;

  page.marks = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_append_val (self->pages, page);
  return &g_array_index (self->pages, Page, self->pages->len - 1);
}

static GString *
get_kids (Element *element)
{
  if (element->kids == NULL)
    element->kids = g_string_new (NULL);

  return element->kids;
}

static gboolean
add_mark (Structure *self,
          guint      index,
          guint      page_number,
          guint      mark)
{
  Element *element = get_element (self, index);
  Page *page = get_page (self, page_number);

  if (page == NULL || mark > 0xffff)
    return FALSE;

  if (page->marks->len <= mark)
    g_array_set_size (page->marks, mark + 1);
  g_array_index (page->marks, guint, mark) = element->number;

  if (element->page == 0)
    element->page = page_number;
  if (element->page == page_number)
    g_string_append_printf (get_kids (element), "%u ", mark);
  else
    g_string_append_printf (get_kids (element), "<< /Type /MCR /Pg %u 0 R /MCID %u >> ", page_number, mark);

  return TRUE;
}

static gboolean
add_annotation (Structure *self,
                guint      index,
                guint      page_number,
                guint      annotation)
{
  ParentEntry entry = { 0, index };
  AftPdfSpan value, key;

  if (!aft_pdf_file_get (self->file, annotation, &value) || !aft_pdf_dict_find (value, "StructParent", &key) ||
      !aft_pdf_span_get_integer (key, &entry.key))
    return FALSE;

  g_array_append_val (self->links, entry);
  g_string_append_printf (get_kids (get_element (self, index)), "<< /Type /OBJR /Pg %u 0 R /Obj %u 0 R >> ",
                          page_number, annotation);
  return TRUE;
}

/* A mark, an array of them, or a mark or an annotation that says its page. */
static gboolean
add_kid (Structure  *self,
         guint       index,
         guint       page,
         AftPdfSpan  kid)
{
  AftPdfSpan value;
  guint number;

  if (aft_pdf_span_get_integer (kid, &number))
    return add_mark (self, index, page, number);
  if (aft_pdf_dict_find (kid, "Pg", &value) && !aft_pdf_span_get_reference (value, &page))
    return FALSE;
  if (aft_pdf_dict_find (kid, "MCID", &value) && aft_pdf_span_get_integer (value, &number))
    return add_mark (self, index, page, number);
  if (aft_pdf_dict_find (kid, "Obj", &value) && aft_pdf_span_get_reference (value, &number))
    return add_annotation (self, index, page, number);

  return FALSE;
}

static gboolean
add_kids (Structure  *self,
          guint       index,
          AftPdfSpan  found)
{
  AftPdfSpan value, kids, kid;
  guint page = 0;

  if (aft_pdf_dict_find (found, "Pg", &value) && !aft_pdf_span_get_reference (value, &page))
    return FALSE;
  /* Nothing was drawn. */
  if (!aft_pdf_dict_find (found, "K", &value))
    return TRUE;
  if (value.at[0] != '[' || !aft_pdf_span_open (value, &kids))
    return add_kid (self, index, page, value);

  while (aft_pdf_span_next (&kids, &kid))
    if (!add_kid (self, index, page, kid))
      return FALSE;

  return TRUE;
}

/* The elements of cairo and the pieces go side by side. */
static gboolean
read_pieces (Structure  *self,
             AftPdfSpan  root,
             GError    **error)
{
  AftPdfSpan list, reference, found;
  guint number;

  if (!aft_pdf_dict_find (root, "K", &list) || !aft_pdf_span_open (list, &list))
    return fail (error);

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const AftPagePiece *piece = &g_array_index (self->pieces, AftPagePiece, i);

      if (!aft_pdf_span_next (&list, &reference) || !aft_pdf_span_get_reference (reference, &number) ||
          !aft_pdf_file_get (self->file, number, &found))
        return fail (error);

      if (piece->tag == NULL)
        continue;

      /* A link stands where its first piece stands. */
      if (piece->link > 0 && get_element (self, get_piece_element (self, piece))->first == i)
        g_string_append_printf (get_kids (get_element (self, piece->tag->index)), "%u 0 R ",
                                get_element (self, get_piece_element (self, piece))->number);
      if (!add_kids (self, get_piece_element (self, piece), found))
        return fail (error);
    }

  return !aft_pdf_span_next (&list, &reference) || fail (error);
}

static gint
compare_elements (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  Structure *self = user_data;
  const guint left = *(const guint *) a;
  const guint right = *(const guint *) b;
  const guint left_first = get_element (self, left)->first;
  const guint right_first = get_element (self, right)->first;

  if (left_first != right_first)
    return left_first < right_first ? -1 : 1;

  return left < right ? -1 : left > right;
}

/* Elements within elements, in the order in which they begin. */
static void
join_elements (Structure *self)
{
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_tags; i++)
    if (get_element (self, i)->number > 0 && get_element (self, i)->parent != NO_PARENT)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_elements, self);

  for (guint i = 0; i < order->len; i++)
    {
      const Element *element = get_element (self, g_array_index (order, guint, i));

      g_string_append_printf (get_kids (get_element (self, element->parent)), "%u 0 R ", element->number);
    }
}

static void
write_elements (Structure *self)
{
  for (guint i = 0; i < self->elements->len; i++)
    {
      const Element *element = get_element (self, i);
      GString *out;

      if (element->number == 0)
        continue;

      out = g_string_new (NULL);
      g_string_printf (out, "<< /Type /StructElem /S /%s /P %u 0 R", element->tag != NULL ? element->tag->name : "Link",
                       element->parent != NO_PARENT ? get_element (self, element->parent)->number : self->root);
      if (element->page > 0)
        g_string_append_printf (out, " /Pg %u 0 R", element->page);
      if (element->kids != NULL)
        g_string_append_printf (out, " /K [ %s]", element->kids->str);
      if (element->tag != NULL && element->tag->attributes != NULL)
        g_string_append_printf (out, " /A %s", element->tag->attributes);
      if (element->tag != NULL && element->tag->alternative != NULL)
        {
          g_string_append (out, " /Alt ");
          aft_pdf_append_text (out, element->tag->alternative);
        }
      g_string_append (out, " >>");
      aft_pdf_file_set (self->file, element->number, out);
    }
}

static gint
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const guint left = ((const ParentEntry *) a)->key;
  const guint right = ((const ParentEntry *) b)->key;

  return left < right ? -1 : left > right;
}

/* From a mark of a page, or an annotation, to its element. */
static guint
write_parents (Structure *self,
               guint     *next_key)
{
  const guint number = aft_pdf_file_add (self->file);
  GString *out = g_string_new ("<< /Nums [");

  for (guint i = 0; i < self->pages->len; i++)
    {
      const ParentEntry entry = { g_array_index (self->pages, Page, i).key, NO_PARENT, i };

      g_array_append_val (self->links, entry);
    }
  g_array_sort (self->links, compare_keys);

  *next_key = 0;
  for (guint i = 0; i < self->links->len; i++)
    {
      const ParentEntry *entry = &g_array_index (self->links, ParentEntry, i);

      *next_key = entry->key + 1;
      if (entry->element != NO_PARENT)
        {
          g_string_append_printf (out, " %u %u 0 R", entry->key, get_element (self, entry->element)->number);
          continue;
        }

      g_string_append_printf (out, " %u [", entry->key);
      for (guint j = 0; j < g_array_index (self->pages, Page, entry->page).marks->len; j++)
        {
          const guint element = g_array_index (g_array_index (self->pages, Page, entry->page).marks, guint, j);

          g_string_append_printf (out, element > 0 ? " %u 0 R" : " null", element);
        }
      g_string_append (out, " ]");
    }
  g_string_append (out, " ] >>");
  aft_pdf_file_set (self->file, number, out);

  return number;
}

static void
write_root (Structure *self,
            AftReport *report,
            AftPdfSpan catalogue)
{
  GString *out;
  guint next_key;
  const guint parents = write_parents (self, &next_key);

  out = g_string_new (NULL);
  g_string_printf (out, "<< /Type /StructTreeRoot /K %u 0 R /ParentTree %u 0 R /ParentTreeNextKey %u >>",
                   get_element (self, 0)->number, parents, next_key);
  aft_pdf_file_set (self->file, self->root, out);

  out = g_string_new ("<< ");
  aft_pdf_dict_copy (catalogue, out, "StructTreeRoot", "MarkInfo", "Lang", "ViewerPreferences", NULL);
  g_string_append_printf (out, "/StructTreeRoot %u 0 R /MarkInfo << /Marked true >>\n"
                          "/ViewerPreferences << /DisplayDocTitle true >> /Lang ", self->root);
  aft_pdf_append_text (out, aft_report_get_language (report));
  g_string_append (out, " >>");
  aft_pdf_file_set (self->file, aft_pdf_file_get_root (self->file), out);
}

/**
 * aft_pdf_structure_write:
 * @file: what cairo wrote
 * @report: the report
 * @tags: (element-type AftTag): all its elements, parents before their children
 * @pieces: (element-type AftPagePiece): what was drawn
 * @error: %G_IO_ERROR_INVALID_DATA where cairo didn't write as expected
 *
 * Gives the file the elements of the report, with their alternative texts, and its language.
 *
 * Returns: whether it has them
 */
gboolean
aft_pdf_structure_write (AftPdfFile    *file,
                         AftReport     *report,
                         GPtrArray     *tags,
                         const GArray  *pieces,
                         GError       **error)
{
  g_autoptr(GArray) elements = g_array_new (FALSE, TRUE, sizeof (Element));
  g_autoptr(GArray) pages = g_array_new (FALSE, TRUE, sizeof (Page));
  g_autoptr(GArray) links = g_array_new (FALSE, TRUE, sizeof (ParentEntry));
  Structure self = { file, pieces, elements, pages, links };
  AftPdfSpan catalogue, value;
  guint number;

  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (report != NULL, FALSE);
  g_return_val_if_fail (tags != NULL && tags->len > 0, FALSE);
  g_return_val_if_fail (pieces != NULL, FALSE);

  g_array_set_clear_func (elements, clear_element);
  g_array_set_clear_func (pages, clear_page);
  if (!aft_pdf_file_get (file, aft_pdf_file_get_root (file), &catalogue) ||
      !aft_pdf_dict_find (catalogue, "StructTreeRoot", &value) || !aft_pdf_span_get_reference (value, &number) ||
      !aft_pdf_file_get (file, number, &value))
    return fail (error);

  self.root = aft_pdf_file_add (file);
  add_elements (&self, tags);
  place_elements (&self);
  if (!read_pieces (&self, value, error))
    return FALSE;

  join_elements (&self);
  write_elements (&self);
  write_root (&self, report, catalogue);

  return TRUE;
}

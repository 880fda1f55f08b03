/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-page-tags.h"

struct _AftPageTags
{
  cairo_t    *cr;               /* borrowed */
  GArray     *pieces;           /* owned, of AftPagePiece */
  const char *open;             /* static, nullable: what cairo calls the piece that is drawn */
  AftTag     *tag;              /* borrowed, nullable: where the piece belongs */
  char       *link;             /* owned, nullable: the last piece was a link there */
  guint       n_links;
};

/**
 * aft_page_tags_new:
 * @cr: on a PDF surface
 *
 * Returns: (transfer full): nothing drawn yet
 */
AftPageTags *
aft_page_tags_new (cairo_t *cr)
{
  AftPageTags *self = g_new0 (AftPageTags, 1);

  self->cr = cr;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (AftPagePiece));
  return self;
}

/**
 * aft_page_tags_free:
 * @self: (nullable) (transfer full): tags, after aft_page_tags_end()
 */
void
aft_page_tags_free (AftPageTags *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->pieces);
  g_free (self->link);
  g_free (self);
}

static void
begin_piece (AftPageTags *self,
             const char  *name,
             const char  *attributes,
             AftTag      *tag,
             guint        link)
{
  const AftPagePiece piece = { tag, link };

  g_assert (self->open == NULL);

  cairo_tag_begin (self->cr, name, attributes);
  g_array_append_val (self->pieces, piece);
  self->open = name;
  self->tag = tag;
}

/**
 * aft_page_tags_end:
 * @self: tags
 *
 * Ends the piece that is drawn: a page has to end so.
 */
void
aft_page_tags_end (AftPageTags *self)
{
  if (self->open != NULL)
    cairo_tag_end (self->cr, self->open);
  self->open = NULL;
}

/**
 * aft_page_tags_move:
 * @self: tags
 * @tag: (nullable): the element that what is drawn next belongs to; %NULL for what is not for reading
 *   aloud
 *
 * Begins a piece, unless it would be the same. An element may be left and come to again.
 */
void
aft_page_tags_move (AftPageTags *self,
                    AftTag      *tag)
{
  if (self->open != NULL && self->tag == tag && strcmp (self->open, CAIRO_TAG_LINK) != 0)
    return;

  aft_page_tags_end (self);
  if (self->tag != tag)
    g_clear_pointer (&self->link, g_free);
  begin_piece (self, tag != NULL ? tag->name : AFT_PAGE_ASIDE, NULL, tag, 0);
}

/**
 * aft_page_tags_enter:
 * @self: tags
 * @tag: an element
 *
 * What aft_page_tags_resume() or aft_page_tags_begin_link() begins next belongs to it.
 */
void
aft_page_tags_enter (AftPageTags *self,
                     AftTag      *tag)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tag != NULL);

  if (self->tag == tag)
    return;

  aft_page_tags_end (self);
  g_clear_pointer (&self->link, g_free);
  self->tag = tag;
}

/**
 * aft_page_tags_resume:
 * @self: tags
 *
 * What is drawn next belongs to the element that was entered or moved to last, and is no link.
 */
void
aft_page_tags_resume (AftPageTags *self)
{
  g_clear_pointer (&self->link, g_free);
  aft_page_tags_move (self, self->tag);
}

/**
 * aft_page_tags_heading_name:
 * @index: the index of a heading
 *
 * Returns: (transfer full): the name of its place
 */
char *
aft_page_tags_heading_name (guint index)
{
  return g_strdup_printf ("heading.%u", index);
}

/* Cairo ends the address at the first, and writes the others as they are into a string of the file, which
 * they would end; an address in a PDF has only letters of ASCII. */
static char *
quote_address (const char *link)
{
  GString *quoted = g_string_sized_new (strlen (link));

  for (const char *at = link; *at != '\0'; at++)
    if (strchr ("'()\\", *at) != NULL || (guchar) *at >= 0x80)
      g_string_append_printf (quoted, "%%%02X", (guint) (guchar) *at);
    else
      g_string_append_c (quoted, *at);

  return g_string_free (quoted, FALSE);
}

/**
 * aft_page_tags_begin_link:
 * @self: tags
 * @link: where it leads: an address, or "#" and the name of a place
 * @anchors: (nullable): the names of all places; %NULL where @link surely is one
 *
 * What is drawn next, within the same element, leads there, until a piece begins or ends. It leads nowhere
 * where there is no such place.
 */
void
aft_page_tags_begin_link (AftPageTags *self,
                          const char  *link,
                          GHashTable  *anchors)
{
  g_autofree char *attributes = NULL;

  if (link[0] == '#' && (anchors == NULL || g_hash_table_contains (anchors, link + 1)))
    attributes = anchors != NULL ? g_strdup_printf ("dest='anchor.%s'", link + 1)
                                 : g_strdup_printf ("dest='%s'", link + 1);
  else if (link[0] != '#' && aft_link_is_safe (link))
    {
      g_autofree char *quoted = quote_address (link);

      attributes = g_strdup_printf ("uri='%s'", quoted);
    }

  if (attributes == NULL)
    {
      aft_page_tags_resume (self);
      return;
    }

  aft_page_tags_end (self);
  if (g_strcmp0 (self->link, link) != 0)
    {
      g_free (self->link);
      self->link = g_strdup (link);
      self->n_links++;
    }
  begin_piece (self, CAIRO_TAG_LINK, attributes, self->tag, self->n_links);
}

/**
 * aft_page_tags_add_place:
 * @self: tags
 * @name: its name, of letters, digits, points and hyphens
 * @x: where on the page
 * @y: where on the page
 *
 * Names a place.
 */
void
aft_page_tags_add_place (AftPageTags *self,
                         const char  *name,
                         double       x,
                         double       y)
{
  char x_text[G_ASCII_DTOSTR_BUF_SIZE];
  char y_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  aft_page_tags_end (self);
  g_ascii_formatd (x_text, sizeof x_text, "%.2f", x);
  g_ascii_formatd (y_text, sizeof y_text, "%.2f", y);
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", name, x_text, y_text);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/**
 * aft_page_tags_get_pieces:
 * @self: tags
 *
 * Returns: (transfer none) (element-type AftPagePiece): all pieces as they were drawn
 */
const GArray *
aft_page_tags_get_pieces (AftPageTags *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pieces;
}

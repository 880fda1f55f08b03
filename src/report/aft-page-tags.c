/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-report"

#include "config.h"

#include <string.h>

#include "aft-page-tags.h"

struct _AftPageTags
{
  cairo_t  *cr;         /* borrowed */
  AftTag   *open;       /* borrowed: the innermost */
  gboolean  in_link;
};

/**
 * aft_page_tags_new:
 * @cr: on a PDF surface
 *
 * Returns: (transfer full): nothing open yet
 */
AftPageTags *
aft_page_tags_new (cairo_t *cr)
{
  AftPageTags *self = g_new0 (AftPageTags, 1);

  self->cr = cr;
  return self;
}

/**
 * aft_page_tags_free:
 * @self: (nullable): tags; what is open stays open, unless moved to %NULL before
 */
void
aft_page_tags_free (AftPageTags *self)
{
  g_free (self);
}

static void
open_tag (AftPageTags *self,
          AftTag      *tag)
{
  if (tag == self->open)
    return;

  open_tag (self, tag->parent);
  cairo_tag_begin (self->cr, tag->name, NULL);
  self->open = tag;
}

/**
 * aft_page_tags_move:
 * @self: tags
 * @tag: (nullable): the element that what is drawn next belongs to
 *
 * Closes and opens what it takes to come there. An element that was closed is not found again, so
 * that what is drawn has to come in its order.
 */
void
aft_page_tags_move (AftPageTags *self,
                    AftTag      *tag)
{
  AftTag *common = tag;

  while (self->open != common)
    {
      if (self->open != NULL && (common == NULL || self->open->depth >= common->depth))
        {
          cairo_tag_end (self->cr, self->open->name);
          self->open = self->open->parent;
        }
      else
        common = common->parent;
    }

  if (tag != NULL)
    open_tag (self, tag);
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

/**
 * aft_page_tags_begin_link:
 * @self: tags
 * @link: where it leads: an address, or "#" and the name of a place
 * @anchors: (nullable): the names of all places; %NULL where @link surely is one
 *
 * What is drawn until aft_page_tags_end_link() leads there. Nothing happens where there is no such
 * place.
 */
void
aft_page_tags_begin_link (AftPageTags *self,
                          const char  *link,
                          GHashTable  *anchors)
{
  g_autofree char *attributes = NULL;

  if (link[0] == '#')
    {
      if (anchors != NULL && !g_hash_table_contains (anchors, link + 1))
        return;
      attributes = anchors != NULL ? g_strdup_printf ("dest='anchor.%s'", link + 1)
                                   : g_strdup_printf ("dest='%s'", link + 1);
    }
  else
    {
      g_auto(GStrv) parts = NULL;
      g_autofree char *quoted = NULL;

      if (!aft_link_is_safe (link))
        return;

      parts = g_strsplit (link, "'", -1);
      quoted = g_strjoinv ("%27", parts);
      attributes = g_strdup_printf ("uri='%s'", quoted);
    }

  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  self->in_link = TRUE;
}

/**
 * aft_page_tags_end_link:
 * @self: tags
 */
void
aft_page_tags_end_link (AftPageTags *self)
{
  if (self->in_link)
    cairo_tag_end (self->cr, CAIRO_TAG_LINK);
  self->in_link = FALSE;
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

  g_ascii_formatd (x_text, sizeof x_text, "%.2f", x);
  g_ascii_formatd (y_text, sizeof y_text, "%.2f", y);
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", name, x_text, y_text);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/**
 * aft_page_tags_begin_aside:
 * @self: tags
 *
 * What is drawn until aft_page_tags_end_aside() is not for reading aloud. Cairo 1.16 knows no
 * artifacts; readers pass over private elements.
 */
void
aft_page_tags_begin_aside (AftPageTags *self)
{
  cairo_tag_begin (self->cr, "Private", NULL);
}

/**
 * aft_page_tags_end_aside:
 * @self: tags
 */
void
aft_page_tags_end_aside (AftPageTags *self)
{
  cairo_tag_end (self->cr, "Private");
}

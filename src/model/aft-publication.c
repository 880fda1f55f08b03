/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "aft-chronology.h"
#include "aft-history.h"
#include "aft-publication.h"

/**
 * AftPublication:
 *
 * That an edition was given to its readers: which, when and where. Never published itself.
 */
struct _AftPublication
{
  AftItem parent_instance;
};

G_DEFINE_FINAL_TYPE (AftPublication, aft_publication, AFT_TYPE_ITEM)

/* In the order of the table. */
enum
{
  FIELD_EDITION,
  FIELD_AT,
  FIELD_PLACE,
  FIELD_AUDIENCE,
};

static const AftField fields[] = {
  { "edition", AFT_FIELD_CHOICE, N_("Edition"), aft_audience_get_type },
  { "at", AFT_FIELD_MOMENT, N_("When") },
  { "place", AFT_FIELD_TEXT, N_("Place") },
};

static const AftItemTable table = {
  "publication", N_("Publication"), fields, G_N_ELEMENTS (fields), NULL, 0
};

static void
aft_publication_class_init (AftPublicationClass *klass)
{
  aft_item_class_set_table (AFT_ITEM_CLASS (klass), &table);
}

static void
aft_publication_init (AftPublication *self)
{
}

/**
 * aft_publication_new:
 *
 * Returns: (transfer full): an item of no document yet
 */
AftPublication *
aft_publication_new (void)
{
  return g_object_new (AFT_TYPE_PUBLICATION, NULL);
}

AftAudience
aft_publication_get_edition (AftPublication *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_EDITION);
}

AftMoment *
aft_publication_get_at (AftPublication *self)
{
  return aft_item_get_moment (AFT_ITEM (self), FIELD_AT);
}

const char *
aft_publication_get_place (AftPublication *self)
{
  return aft_item_get_text (AFT_ITEM (self), FIELD_PLACE);
}

AftAudience
aft_publication_get_audience (AftPublication *self)
{
  return (AftAudience) aft_item_get_integer (AFT_ITEM (self), FIELD_AUDIENCE);
}

/**
 * aft_publication_record:
 * @document: a document
 * @edition: whose edition was given out
 * @instant: when, in microseconds since 1970, UTC
 * @place: where its readers find it; may be empty
 *
 * Keeps in the document that it was published, and says so in its state, as one edit. A document that is
 * closed stays so.
 *
 * Returns: whether it could be written
 */
gboolean
aft_publication_record (AftDocument *document,
                        AftAudience  edition,
                        gint64       instant,
                        const char  *place)
{
  g_autoptr(AftPublication) publication = NULL;
  g_autoptr(AftMoment) at = NULL;
  g_autofree char *zone = NULL;
  AftHistory *history;
  gboolean done;

  g_return_val_if_fail (AFT_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  history = aft_document_get_history (document);
  zone = aft_chronology_get_zone_name (document);
  at = aft_moment_new (instant, zone, AFT_PRECISION_MINUTE, FALSE, "");
  publication = aft_publication_new ();
  g_object_set (publication, "edition", edition, "at", at, "place", place, NULL);

  aft_history_begin (history, _("Publish"));
  done = aft_history_insert (history, AFT_ITEM (document), "publications", G_MAXUINT, AFT_ITEM (publication));
  if (done && aft_document_get_state (document) != AFT_DOCUMENT_CLOSED)
    g_object_set (document, "state", AFT_DOCUMENT_PUBLISHED, NULL);
  aft_history_end (history);

  return done;
}

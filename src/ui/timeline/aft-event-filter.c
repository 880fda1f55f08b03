/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-ui"

#include "config.h"

#include <string.h>

#include "aft-document.h"
#include "aft-event-filter.h"
#include "aft-role.h"

/**
 * AftEventFilter:
 *
 * Which events somebody wants to see: those that hold some words, of a kind, with an effect, with a
 * tag, from a source. The table leaves the others out, the canvas draws them faintly.
 */
struct _AftEventFilter
{
  GObject  parent_instance;

  /* Owned, never NULL */
  char    *text;
  char    *tag;
  char    *source;
  /* Folded, so that an event is folded only once, whatever is looked for */
  GStrv    words;
  GString *folded;

  int      kind;
  int      effect;
};

G_DEFINE_FINAL_TYPE (AftEventFilter, aft_event_filter, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_KIND,
  PROP_EFFECT,
  PROP_TAG,
  PROP_SOURCE,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
fold_character (GString  *folded,
                gunichar  character)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const gsize n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      if (g_unichar_ismark (parts[i]))
        continue;

      switch (parts[i])
        {
        case 0x00DF: /* sharp s */
        case 0x1E9E:
          g_string_append (folded, "ss");
          break;
        case 0x03C2: /* final sigma */
          g_string_append_unichar (folded, 0x03C3);
          break;
        default:
          g_string_append_unichar (folded, g_unichar_tolower (parts[i]));
        }
    }
}

/* Nothing is allocated for a text: a filter looks at very many of them. */
static void
fold (GString    *folded,
      const char *text)
{
  while (*text != '\0')
    {
      const char *plain = text;
      gsize length;

      while (*text != '\0' && (guchar) *text < 0x80)
        text++;
      length = folded->len;
      g_string_append_len (folded, plain, text - plain);
      for (; length < folded->len; length++)
        folded->str[length] = g_ascii_tolower (folded->str[length]);

      if (*text != '\0')
        {
          fold_character (folded, g_utf8_get_char (text));
          text = g_utf8_next_char (text);
        }
    }
}

static GStrv
split_words (const char *text)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GString) folded = g_string_new (NULL);
  g_auto(GStrv) parts = NULL;

  fold (folded, text);
  parts = g_strsplit_set (folded->str, " \t\r\n", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (builder, parts[i]);

  return g_strv_builder_end (builder);
}

/* No word holds a line break, so none is found across two fields. */
static void
fold_field (GString    *folded,
            const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;

  fold (folded, text);
  g_string_append_c (folded, '\n');
}

static void
fold_actor (GString  *folded,
            AftEvent *event)
{
  const char *id = aft_event_get_actor (event);
  AftDocument *document;
  AftItem *actor;

  if (id[0] == '\0')
    return;

  document = aft_item_get_document (AFT_ITEM (event));
  actor = document != NULL ? aft_document_find (document, id) : NULL;
  if (!AFT_IS_ROLE (actor))
    return;

  fold_field (folded, aft_role_get_role (AFT_ROLE (actor)));
  fold_field (folded, aft_role_get_person (AFT_ROLE (actor)));
}

static gboolean
holds_words (AftEventFilter *self,
             AftEvent       *event)
{
  const char *const *tags = aft_event_get_tags (event);

  if (self->words[0] == NULL)
    return TRUE;

  g_string_truncate (self->folded, 0);
  fold_field (self->folded, aft_event_get_text (event));
  fold_field (self->folded, aft_event_get_believed (event));
  fold_field (self->folded, aft_event_get_source (event));
  for (gsize i = 0; tags != NULL && tags[i] != NULL; i++)
    fold_field (self->folded, tags[i]);
  fold_actor (self->folded, event);

  for (gsize i = 0; self->words[i] != NULL; i++)
    if (strstr (self->folded->str, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
replace_text (AftEventFilter *self,
              const char     *text)
{
  g_auto(GStrv) words = NULL;
  gboolean differs;

  if (strcmp (self->text, text) == 0)
    return FALSE;

  g_free (self->text);
  self->text = g_strdup (text);
  words = split_words (text);
  differs = !g_strv_equal ((const char *const *) words, (const char *const *) self->words);
  if (differs)
    {
      g_strfreev (self->words);
      self->words = g_steal_pointer (&words);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);

  return differs;
}

static gboolean
replace_string (AftEventFilter  *self,
                char           **string,
                const char      *value,
                guint            property_id)
{
  if (value == NULL)
    value = "";
  if (strcmp (*string, value) == 0)
    return FALSE;

  g_free (*string);
  *string = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);

  return TRUE;
}

static gboolean
replace_choice (AftEventFilter *self,
                int            *choice,
                int             value,
                guint           property_id)
{
  if (*choice == value)
    return FALSE;

  *choice = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property_id]);

  return TRUE;
}

static void
tell (AftEventFilter *self,
      gboolean        changed)
{
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
aft_event_filter_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AftEventFilter *self = AFT_EVENT_FILTER (object);

  switch (property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_EFFECT:
      g_value_set_int (value, self->effect);
      break;
    case PROP_TAG:
      g_value_set_string (value, self->tag);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_event_filter_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AftEventFilter *self = AFT_EVENT_FILTER (object);

  switch (property_id)
    {
    case PROP_TEXT:
      aft_event_filter_set_text (self, g_value_get_string (value));
      break;
    case PROP_KIND:
      aft_event_filter_set_kind (self, g_value_get_int (value));
      break;
    case PROP_EFFECT:
      aft_event_filter_set_effect (self, g_value_get_int (value));
      break;
    case PROP_TAG:
      aft_event_filter_set_tag (self, g_value_get_string (value));
      break;
    case PROP_SOURCE:
      aft_event_filter_set_source (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
aft_event_filter_finalize (GObject *object)
{
  AftEventFilter *self = AFT_EVENT_FILTER (object);

  g_free (self->text);
  g_free (self->tag);
  g_free (self->source);
  g_strfreev (self->words);
  g_string_free (self->folded, TRUE);

  G_OBJECT_CLASS (aft_event_filter_parent_class)->finalize (object);
}

static void
aft_event_filter_class_init (AftEventFilterClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = aft_event_filter_finalize;
  object_class->get_property = aft_event_filter_get_property;
  object_class->set_property = aft_event_filter_set_property;

  /**
   * AftEventFilter:text:
   *
   * Words, each of which stands somewhere in the event, whatever its case and accents.
   */
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  /**
   * AftEventFilter:kind:
   *
   * An #AftEventKind, or %AFT_EVENT_FILTER_ANY.
   */
  properties[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, AFT_EVENT_FILTER_ANY, G_MAXINT, AFT_EVENT_FILTER_ANY,
                                            flags);
  /**
   * AftEventFilter:effect:
   *
   * An #AftEffect, or %AFT_EVENT_FILTER_ANY.
   */
  properties[PROP_EFFECT] = g_param_spec_int ("effect", NULL, NULL, AFT_EVENT_FILTER_ANY, G_MAXINT,
                                              AFT_EVENT_FILTER_ANY, flags);
  /**
   * AftEventFilter:tag:
   *
   * One of the tags, or nothing for any.
   */
  properties[PROP_TAG] = g_param_spec_string ("tag", NULL, NULL, "", flags);
  /**
   * AftEventFilter:source:
   *
   * The source, or nothing for any.
   */
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AftEventFilter::changed:
   *
   * Other events may match.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
aft_event_filter_init (AftEventFilter *self)
{
  self->text = g_strdup ("");
  self->tag = g_strdup ("");
  self->source = g_strdup ("");
  self->words = split_words ("");
  self->folded = g_string_new (NULL);
  self->kind = AFT_EVENT_FILTER_ANY;
  self->effect = AFT_EVENT_FILTER_ANY;
}

/**
 * aft_event_filter_new:
 *
 * Returns: (transfer full): a filter that every event matches
 */
AftEventFilter *
aft_event_filter_new (void)
{
  return g_object_new (AFT_TYPE_EVENT_FILTER, NULL);
}

/**
 * aft_event_filter_matches:
 * @self: a filter
 * @event: an event
 *
 * Returns: whether the event is one of those that are wanted
 */
gboolean
aft_event_filter_matches (AftEventFilter *self,
                          AftEvent       *event)
{
  g_return_val_if_fail (AFT_IS_EVENT_FILTER (self) && AFT_IS_EVENT (event), FALSE);

  if (self->kind != AFT_EVENT_FILTER_ANY && (int) aft_event_get_kind (event) != self->kind)
    return FALSE;
  if (self->effect != AFT_EVENT_FILTER_ANY && (int) aft_event_get_effect (event) != self->effect)
    return FALSE;
  if (self->source[0] != '\0' && strcmp (aft_event_get_source (event), self->source) != 0)
    return FALSE;
  if (self->tag[0] != '\0' &&
      (aft_event_get_tags (event) == NULL || !g_strv_contains (aft_event_get_tags (event), self->tag)))
    return FALSE;

  return holds_words (self, event);
}

/**
 * aft_event_filter_is_active:
 * @self: a filter
 *
 * Returns: whether there can be events that don't match
 */
gboolean
aft_event_filter_is_active (AftEventFilter *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_FILTER (self), FALSE);

  return self->words[0] != NULL || self->kind != AFT_EVENT_FILTER_ANY || self->effect != AFT_EVENT_FILTER_ANY ||
         self->tag[0] != '\0' || self->source[0] != '\0';
}

/**
 * aft_event_filter_clear:
 * @self: a filter
 *
 * Lets every event match.
 */
void
aft_event_filter_clear (AftEventFilter *self)
{
  gboolean changed;

  g_return_if_fail (AFT_IS_EVENT_FILTER (self));

  changed = aft_event_filter_is_active (self);
  g_object_freeze_notify (G_OBJECT (self));
  replace_text (self, "");
  replace_choice (self, &self->kind, AFT_EVENT_FILTER_ANY, PROP_KIND);
  replace_choice (self, &self->effect, AFT_EVENT_FILTER_ANY, PROP_EFFECT);
  replace_string (self, &self->tag, "", PROP_TAG);
  replace_string (self, &self->source, "", PROP_SOURCE);
  g_object_thaw_notify (G_OBJECT (self));
  tell (self, changed);
}

/**
 * aft_event_filter_get_text:
 * @self: a filter
 *
 * Returns: (transfer none): the words as they were typed
 */
const char *
aft_event_filter_get_text (AftEventFilter *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_FILTER (self), "");

  return self->text;
}

/**
 * aft_event_filter_set_text:
 * @self: a filter
 * @text: (nullable): words
 */
void
aft_event_filter_set_text (AftEventFilter *self,
                           const char     *text)
{
  g_return_if_fail (AFT_IS_EVENT_FILTER (self));

  tell (self, replace_text (self, text != NULL ? text : ""));
}

/**
 * aft_event_filter_get_kind:
 * @self: a filter
 *
 * Returns: an #AftEventKind, or %AFT_EVENT_FILTER_ANY
 */
int
aft_event_filter_get_kind (AftEventFilter *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_FILTER (self), AFT_EVENT_FILTER_ANY);

  return self->kind;
}

/**
 * aft_event_filter_set_kind:
 * @self: a filter
 * @kind: an #AftEventKind, or %AFT_EVENT_FILTER_ANY
 */
void
aft_event_filter_set_kind (AftEventFilter *self,
                           int             kind)
{
  g_return_if_fail (AFT_IS_EVENT_FILTER (self));

  tell (self, replace_choice (self, &self->kind, kind, PROP_KIND));
}

/**
 * aft_event_filter_get_effect:
 * @self: a filter
 *
 * Returns: an #AftEffect, or %AFT_EVENT_FILTER_ANY
 */
int
aft_event_filter_get_effect (AftEventFilter *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_FILTER (self), AFT_EVENT_FILTER_ANY);

  return self->effect;
}

/**
 * aft_event_filter_set_effect:
 * @self: a filter
 * @effect: an #AftEffect, or %AFT_EVENT_FILTER_ANY
 */
void
aft_event_filter_set_effect (AftEventFilter *self,
                             int             effect)
{
  g_return_if_fail (AFT_IS_EVENT_FILTER (self));

  tell (self, replace_choice (self, &self->effect, effect, PROP_EFFECT));
}

/**
 * aft_event_filter_get_tag:
 * @self: a filter
 *
 * Returns: (transfer none): the tag, "" for any
 */
const char *
aft_event_filter_get_tag (AftEventFilter *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_FILTER (self), "");

  return self->tag;
}

/**
 * aft_event_filter_set_tag:
 * @self: a filter
 * @tag: (nullable): a tag, nothing for any
 */
void
aft_event_filter_set_tag (AftEventFilter *self,
                          const char     *tag)
{
  g_return_if_fail (AFT_IS_EVENT_FILTER (self));

  tell (self, replace_string (self, &self->tag, tag, PROP_TAG));
}

/**
 * aft_event_filter_get_source:
 * @self: a filter
 *
 * Returns: (transfer none): the source, "" for any
 */
const char *
aft_event_filter_get_source (AftEventFilter *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_FILTER (self), "");

  return self->source;
}

/**
 * aft_event_filter_set_source:
 * @self: a filter
 * @source: (nullable): a source, nothing for any
 */
void
aft_event_filter_set_source (AftEventFilter *self,
                             const char     *source)
{
  g_return_if_fail (AFT_IS_EVENT_FILTER (self));

  tell (self, replace_string (self, &self->source, source, PROP_SOURCE));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "afterword-review"

#include "config.h"

#include "aft-finding.h"

/**
 * AftFinding:
 *
 * Something in a document that is missing, contradictory or blaming: what it is, what to do, and
 * the item it leads to.
 */
struct _AftFinding
{
  GObject           parent_instance;

  /* Owned */
  AftItem          *item;
  char             *rule;
  char             *message;
  char             *advice;
  char             *field;        /* NULL where it offers no mend */
  char             *replacement;

  AftFindingWeight  weight;
};

G_DEFINE_FINAL_TYPE (AftFinding, aft_finding, G_TYPE_OBJECT)

static void
aft_finding_finalize (GObject *object)
{
  AftFinding *self = AFT_FINDING (object);

  g_clear_object (&self->item);
  g_free (self->rule);
  g_free (self->message);
  g_free (self->advice);
  g_free (self->field);
  g_free (self->replacement);

  G_OBJECT_CLASS (aft_finding_parent_class)->finalize (object);
}

static void
aft_finding_class_init (AftFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_finding_finalize;
}

static void
aft_finding_init (AftFinding *self)
{
}

/**
 * aft_finding_new:
 * @rule: a word that names the rule and never changes
 * @weight: how much it matters
 * @item: where it is
 * @message: what is wrong, translated
 * @advice: what to do, translated
 *
 * Returns: (transfer full): a new finding
 */
AftFinding *
aft_finding_new (const char       *rule,
                 AftFindingWeight  weight,
                 AftItem          *item,
                 const char       *message,
                 const char       *advice)
{
  AftFinding *self = g_object_new (AFT_TYPE_FINDING, NULL);

  self->rule = g_strdup (rule);
  self->weight = weight;
  self->item = g_object_ref (item);
  self->message = g_strdup (message);
  self->advice = g_strdup (advice);

  return self;
}

/**
 * aft_finding_get_rule:
 * @self: a finding
 *
 * Returns: (transfer none): the word that names its rule
 */
const char *
aft_finding_get_rule (AftFinding *self)
{
  return self->rule;
}

/**
 * aft_finding_get_weight:
 * @self: a finding
 *
 * Returns: how much it matters
 */
AftFindingWeight
aft_finding_get_weight (AftFinding *self)
{
  return self->weight;
}

/**
 * aft_finding_get_item:
 * @self: a finding
 *
 * Returns: (transfer none): where it is
 */
AftItem *
aft_finding_get_item (AftFinding *self)
{
  return self->item;
}

/**
 * aft_finding_get_message:
 * @self: a finding
 *
 * Returns: (transfer none): what is wrong
 */
const char *
aft_finding_get_message (AftFinding *self)
{
  return self->message;
}

/**
 * aft_finding_get_advice:
 * @self: a finding
 *
 * Returns: (transfer none): what to do
 */
const char *
aft_finding_get_advice (AftFinding *self)
{
  return self->advice;
}

/**
 * aft_finding_offer:
 * @self: a finding that nobody has seen yet
 * @field: a text field of its item
 * @replacement: what might stand there instead
 *
 * Offers a mend that a person may take as it is.
 */
void
aft_finding_offer (AftFinding *self,
                   const char *field,
                   const char *replacement)
{
  g_return_if_fail (AFT_IS_FINDING (self));
  g_return_if_fail (self->field == NULL && field != NULL && replacement != NULL);

  self->field = g_strdup (field);
  self->replacement = g_strdup (replacement);
}

/**
 * aft_finding_get_field:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): the text field of its item for which it offers a mend; %NULL for none
 */
const char *
aft_finding_get_field (AftFinding *self)
{
  g_return_val_if_fail (AFT_IS_FINDING (self), NULL);

  return self->field;
}

/**
 * aft_finding_get_replacement:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): what might stand in the field instead; %NULL where it offers no mend
 */
const char *
aft_finding_get_replacement (AftFinding *self)
{
  g_return_val_if_fail (AFT_IS_FINDING (self), NULL);

  return self->replacement;
}

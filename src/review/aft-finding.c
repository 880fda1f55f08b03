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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "aft-event.h"
#include "aft-factor.h"
#include "aft-figure.h"
#include "aft-lesson.h"
#include "aft-publication-check.h"
#include "aft-role.h"

static gpointer
add (AftDocument *document,
     const char  *list,
     GType        type,
     const char  *first_property,
     ...)
{
  va_list properties;
  AftItem *item;

  va_start (properties, first_property);
  item = AFT_ITEM (g_object_new_valist (type, first_property, properties));
  va_end (properties);
  aft_item_adopt (AFT_ITEM (document), list, item);
  g_object_unref (item);

  return item;
}

static char *
list_rules (AftDocument *document,
            AftEdition   edition)
{
  g_autoptr(GPtrArray) findings = aft_publication_check_run (document, edition);
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      AftFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpstr (aft_finding_get_message (finding), !=, "");
      g_assert_nonnull (aft_finding_get_item (finding));
      g_string_append_printf (rules, "%s%s", i > 0 ? " " : "", aft_finding_get_rule (finding) + strlen ("publish-"));
    }

  return g_string_free (rules, FALSE);
}

static void
assert_text (const char *text,
             const char *expected)
{
  const char *handles[] = { "@known", "known@example.org", NULL };
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autofree char *rules = NULL;

  add (document, "roles", AFT_TYPE_ROLE, "role", "lead", "person", "Mark Ebene", "handles", handles, NULL);
  add (document, "lessons", AFT_TYPE_LESSON, "text", text, NULL);
  rules = list_rules (document, AFT_EDITION_PUBLIC);
  g_assert_cmpstr (rules, ==, expected);
}

static void
test_people (void)
{
  assert_text ("all is well at 3 @ 4, @types/node, a@b", "");
  assert_text ("@known and known@example.org, Mark Ebene", "");
  assert_text ("ask @somebody, (@somebody) and @other-one", "handle handle");
  assert_text ("mail some.body+x@mail.example.org", "handle");
  assert_text ("Mark this", "name");
}

static void
test_links (void)
{
  static const char *const private[] = {
    "http://wiki/page", "https://grafana.corp/d/1", "http://10.1.2.3/", "http://192.168.0.1:8080/x", "http://172.20.1.1/",
    "http://localhost:3000", "file:///home/x", "https://example.org/x?token=abc",
    "http://[fd00::1]/", "HTTP://Build.Internal/", "https://x.example/#access_token=abc", "https://jira.corp./x", "https://100.64.1.2/",
    "https://[::ffff:10.0.0.1]/", "https://0.0.0.0/",
  };
  static const char *const public[] = {
    "https://github.com/rust-lang/rust/issues/84970", "http://172.32.1.1/", "https://fcb.example.com/", "https://10.org/",
    "https://example.org/monkey=1",
  };

  assert_text ("https://me:word@example.org/", "handle link");
  for (gsize i = 0; i < G_N_ELEMENTS (private); i++)
    assert_text (private[i], "link");
  for (gsize i = 0; i < G_N_ELEMENTS (public); i++)
    assert_text (public[i], "");
}

static void
test_items (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  AftItem *hidden = add (document, "events", AFT_TYPE_EVENT, "text", "secret", "audience", AFT_AUDIENCE_TEAM, NULL);
  const char *links[] = { aft_item_get_id (hidden), NULL };
  g_autofree char *public = NULL;
  g_autofree char *organisation = NULL;
  g_autofree char *team = NULL;

  add (document, "figures", AFT_TYPE_FIGURE, "caption", "graph", NULL);
  add (document, "figures", AFT_TYPE_FIGURE, "caption", "other", "checked", TRUE, NULL);
  add (document, "figures", AFT_TYPE_FIGURE, "caption", "ours", "audience", AFT_AUDIENCE_TEAM, NULL);
  add (document, "lessons", AFT_TYPE_LESSON, "text", "ask @us", "audience", AFT_AUDIENCE_TEAM, NULL);
  add (document, "lessons", AFT_TYPE_LESSON, "text", "ask @us", "text-wider", "ask", NULL);
  add (document, "factors", AFT_TYPE_FACTOR, "text", "x",
       "events", links, NULL);
  public = list_rules (document, AFT_EDITION_PUBLIC);
  organisation = list_rules (document, AFT_EDITION_ORGANISATION);
  team = list_rules (document, AFT_EDITION_TEAM);
  g_assert_cmpstr (public, ==, "reference figure");
  g_assert_cmpstr (organisation, ==, "reference figure");
  g_assert_cmpstr (team, ==, "handle handle figure figure");
}

static void
test_names (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(GPtrArray) uses = NULL;
  g_autoptr(GPtrArray) none = NULL;
  const AftNameUse *use;

  add (document, "roles", AFT_TYPE_ROLE, "role", "lead", "person", "Jane Doe", NULL);
  add (document, "lessons", AFT_TYPE_LESSON, "text", "Jane said, Doe said, Jane did", NULL);
  add (document, "lessons", AFT_TYPE_LESSON, "text", "Jane", "audience", AFT_AUDIENCE_TEAM, NULL);
  uses = aft_publication_check_list_names (document, AFT_EDITION_PUBLIC);
  none = aft_publication_check_list_names (document, AFT_EDITION_ORGANISATION);
  g_assert_cmpuint (uses->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  use = g_ptr_array_index (uses, 0);
  g_assert_cmpstr (use->found, ==, "Jane");
  g_assert_cmpuint (use->count, ==, 2);
  g_assert_cmpstr (use->shown, ==, "lead");
  g_assert_cmpstr (aft_role_get_role (AFT_ROLE (use->role)), ==, "lead");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/publication-check/people", test_people);
  g_test_add_func ("/publication-check/links", test_links);
  g_test_add_func ("/publication-check/items", test_items);
  g_test_add_func ("/publication-check/names", test_names);

  return g_test_run ();
}

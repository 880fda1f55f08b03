/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-role-names.h"
#include "aft-role.h"

static void
add_role (AftDocument *document,
          const char  *role_name,
          const char  *person,
          const char  *handle,
          const char  *address)
{
  const char *handles[] = { handle, address, NULL };
  g_autoptr(AftRole) role = aft_role_new ();

  g_object_set (role, "role", role_name, "person", person, "handles", handles, NULL);
  aft_item_adopt (AFT_ITEM (document), "roles", AFT_ITEM (role));
}

static AftDocument *
create (const char *language)
{
  AftDocument *document = aft_document_new ();

  g_object_set (document, "language", language, NULL);
  add_role (document, "release lead", "Jane M. Müller", "@jmueller", "jane.mueller@example.org");
  add_role (document, "facilitator", "Mark Ebene", "mebene-rs", NULL);
  add_role (document, "on-call engineer", "田中太郎", NULL, NULL);
  add_role (document, "", "Ada Lovelace", NULL, NULL);

  return document;
}

static void
assert_replaced (const char *text,
                 const char *expected)
{
  g_autoptr(AftDocument) document = create ("en");
  g_autoptr(AftRoleNames) names = aft_role_names_new (document);
  g_autofree char *replaced = aft_role_names_replace (names, text, NULL, NULL);

  g_assert_cmpstr (replaced, ==, expected);
}

static void
test_names (void)
{
  assert_replaced ("", "");
  assert_replaced ("nobody", "nobody");
  assert_replaced ("Jane M. Müller, JANE M.  MÜLLER and jane\nm. müller", "release lead, release lead and release lead");
  assert_replaced ("Jane asked (Müller).", "release lead asked (release lead).");
  /* Composed and decomposed are the same. */
  assert_replaced ("Mu\xcc\x88ller", "release lead");
  assert_replaced ("*Jane* _Ebene_ **Mark Ebene**", "*release lead* _facilitator_ **facilitator**");
}

static void
test_boundaries (void)
{
  assert_replaced ("Janet, Müllerei, xJane, Ebenen", "Janet, Müllerei, xJane, Ebenen");
  assert_replaced ("jane, müller, ebene", "jane, müller, ebene");
  assert_replaced ("Jane2 Jane-Anne", "Jane2 release lead-Anne");
}

/* The ending stays, in English and in German. */
static void
test_inflections (void)
{
  assert_replaced ("Jane's and Müller’s fix; Müllers Idee, Mark Ebenes Plan",
                   "release lead's and release lead’s fix; release leads Idee, facilitators Plan");
  assert_replaced ("Janes2", "Janes2");
}

static void
test_handles (void)
{
  assert_replaced ("@jmueller, @JMueller: jmueller", "release lead, release lead: jmueller");
  assert_replaced ("@mebene-rs mebene-rs mebene-rs-x mebene", "facilitator facilitator mebene-rs-x mebene");
  assert_replaced ("write to jane.mueller@example.org.", "write to release lead.");
  assert_replaced ("xjane.mueller@example.org", "xjane.mueller@example.org");
  assert_replaced ("[who](https://github.com/jmueller) <https://example.org/mebene-rs/x>",
                   "[who](https://github.com/…) <https://example.org/…/x>");
}

static void
test_scripts (void)
{
  assert_replaced ("田中太郎さんが直した。", "on-call engineerさんが直した。");
  assert_replaced ("מאת Jane", "מאת release lead");
}

static void
assert_person (const char *role,
               const char *person,
               const char *text,
               const char *expected)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftRoleNames) names = NULL;
  g_autofree char *replaced = NULL;

  add_role (document, role, person, "@ada_l", "ada_l@example.org");
  names = aft_role_names_new (document);
  replaced = aft_role_names_replace (names, text, NULL, NULL);
  g_assert_cmpstr (replaced, ==, expected);
}

/* As people are written, and as texts write them. */
static void
test_forms (void)
{
  assert_person ("lead", "Lovelace, Ada", "Ada Lovelace did, Lovelace did", "lead did, lead did");
  assert_person ("lead", "Anna-Lena Schütz", "Anna did. Lena did. Anna-Lena did.", "lead did. lead did. lead did.");
  assert_person ("lead", "محمد علي", "محمد did", "lead did");
  assert_person ("lead", "danah boyd", "boyd did, danah boyd did", "lead did, lead did");
  assert_person ("lead", "Bo Li", "Bo Li did, Bo did", "lead did, Bo did");
  assert_person ("lead", "Ada Lovelace", "ADA, Lovelace, ada", "lead, lead, ada");
  assert_person ("lead", "Ada Lovelace", "@ada\\_l ada\\_l\\@example.org", "lead lead");
  assert_person ("lead", "Ada Lovelace", "https://x.example/people/ada-lovelace?by=Ada%20Lovelace",
                 "https://x.example/people/…-…?by=…%20…");
  assert_person ("on-call Ada", "Ada Lovelace", "Ada Lovelace did", "a participant did");
  assert_person ("lead", "Ada von Stein", "von", "von");
}

static void
test_no_role (void)
{
  g_autoptr(AftDocument) document = create ("de-AT");
  g_autoptr(AftRoleNames) names = aft_role_names_new (document);
  g_autofree char *replaced = aft_role_names_replace (names, "Ada Lovelace", NULL, NULL);

  g_assert_cmpstr (replaced, ==, "eine beteiligte Person");
  assert_replaced ("Lovelace", "a participant");
}

static void
tell_cb (const char *found,
         AftItem    *role,
         gboolean    is_replaced,
         gpointer    user_data)
{
  g_string_append_printf (user_data, "%s=%s%s ", found, aft_role_get_role (AFT_ROLE (role)), is_replaced ? "" : "?");
}

/* What may be a word is left, and told. */
static void
test_told (void)
{
  g_autoptr(AftDocument) document = create ("en");
  g_autoptr(AftRoleNames) names = aft_role_names_new (document);
  g_autoptr(GString) told = g_string_new (NULL);
  g_autofree char *replaced = aft_role_names_replace (names, "Mark this. Jane and @jmueller did, mark.", tell_cb, told);

  g_assert_cmpstr (replaced, ==, "Mark this. release lead and release lead did, mark.");
  g_assert_cmpstr (told->str, ==, "Mark=facilitator? Jane=release lead @jmueller=release lead ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/role-names/names", test_names);
  g_test_add_func ("/role-names/boundaries", test_boundaries);
  g_test_add_func ("/role-names/inflections", test_inflections);
  g_test_add_func ("/role-names/handles", test_handles);
  g_test_add_func ("/role-names/scripts", test_scripts);
  g_test_add_func ("/role-names/forms", test_forms);
  g_test_add_func ("/role-names/no-role", test_no_role);
  g_test_add_func ("/role-names/told", test_told);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "aft-corrective-action.h"
#include "aft-edition.h"
#include "aft-lesson.h"
#include "aft-role.h"
#include "aft-section.h"

static void
test_child_reaches_no_further (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftLesson) lesson = aft_lesson_new ();
  g_autoptr(AftCorrectiveAction) action = aft_corrective_action_new ();

  aft_item_adopt (AFT_ITEM (lesson), "actions", AFT_ITEM (action));
  aft_item_adopt (AFT_ITEM (document), "lessons", AFT_ITEM (lesson));
  g_assert_true (aft_edition_includes (AFT_EDITION_PUBLIC, AFT_ITEM (action)));

  g_object_set (lesson, "audience", AFT_AUDIENCE_ORGANISATION, NULL);
  g_object_set (action, "audience", AFT_AUDIENCE_EVERYONE, NULL);
  g_assert_true (aft_edition_includes (AFT_EDITION_TEAM, AFT_ITEM (action)));
  g_assert_true (aft_edition_includes (AFT_EDITION_ORGANISATION, AFT_ITEM (action)));
  g_assert_false (aft_edition_includes (AFT_EDITION_PUBLIC, AFT_ITEM (action)));
  g_assert_false (aft_edition_includes (AFT_EDITION_PUBLIC, AFT_ITEM (lesson)));
}

/* Who may not see a section sees nothing of what it shows, wherever that is named. */
static void
test_section_bounds (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftSection) section = aft_section_new ();
  g_autoptr(AftLesson) lesson = aft_lesson_new ();
  g_autoptr(AftCorrectiveAction) action = aft_corrective_action_new ();
  g_autoptr(GPtrArray) left_out = NULL;

  aft_item_adopt (AFT_ITEM (lesson), "actions", AFT_ITEM (action));
  aft_item_adopt (AFT_ITEM (document), "lessons", AFT_ITEM (lesson));
  aft_item_adopt (AFT_ITEM (document), "sections", AFT_ITEM (section));
  g_object_set (section, "audience", AFT_AUDIENCE_TEAM, "kind", AFT_SECTION_TIMELINE, NULL);
  g_object_set (action, "audience", AFT_AUDIENCE_EVERYONE, NULL);
  g_assert_true (aft_edition_includes (AFT_EDITION_PUBLIC, AFT_ITEM (action)));

  g_object_set (section, "kind", AFT_SECTION_LESSONS, NULL);
  g_assert_false (aft_edition_includes (AFT_EDITION_PUBLIC, AFT_ITEM (lesson)));
  g_assert_false (aft_edition_includes (AFT_EDITION_ORGANISATION, AFT_ITEM (action)));
  g_assert_true (aft_edition_includes (AFT_EDITION_TEAM, AFT_ITEM (action)));

  /* The section stands for all of it. */
  left_out = aft_edition_list_left_out (AFT_EDITION_PUBLIC, document);
  g_assert_cmpuint (left_out->len, ==, 1);
  g_assert_true (g_ptr_array_index (left_out, 0) == section);
}

static void
test_document_default (void)
{
  g_autoptr(AftDocument) document = aft_document_new ();
  g_autoptr(AftLesson) silent = aft_lesson_new ();
  g_autoptr(AftLesson) open = aft_lesson_new ();

  g_object_set (document, "default-audience", AFT_AUDIENCE_TEAM, NULL);
  g_object_set (open, "audience", AFT_AUDIENCE_EVERYONE, NULL);
  aft_item_adopt (AFT_ITEM (document), "lessons", AFT_ITEM (silent));
  aft_item_adopt (AFT_ITEM (document), "lessons", AFT_ITEM (open));
  g_assert_false (aft_edition_includes (AFT_EDITION_PUBLIC, AFT_ITEM (silent)));
  g_assert_true (aft_edition_includes (AFT_EDITION_PUBLIC, AFT_ITEM (open)));
}

static AftDocument *
create_with_role (AftLesson **lesson)
{
  AftDocument *document = aft_document_new ();
  g_autoptr(AftRole) role = aft_role_new ();
  const char *handles[] = { "@grace", NULL };

  *lesson = aft_lesson_new ();
  g_object_set (role, "role", "release lead", "person", "Grace", "handles", handles, NULL);
  g_object_set (*lesson, "text", "Grace asked @grace; Gracefully, (Grace) agreed.", "text-wider", "", NULL);
  aft_item_adopt (AFT_ITEM (document), "roles", AFT_ITEM (role));
  aft_item_adopt (AFT_ITEM (document), "lessons", AFT_ITEM (*lesson));

  return document;
}

static void
test_names_go_in_public (void)
{
  g_autoptr(AftLesson) lesson = NULL;
  g_autoptr(AftDocument) document = create_with_role (&lesson);
  g_autofree char *public_text = aft_edition_dup_text (AFT_EDITION_PUBLIC, AFT_ITEM (lesson), "text");
  g_autofree char *team_text = aft_edition_dup_text (AFT_EDITION_TEAM, AFT_ITEM (lesson), "text");

  g_assert_cmpstr (public_text, ==, "release lead asked release lead; Gracefully, (release lead) agreed.");
  g_assert_cmpstr (team_text, ==, aft_lesson_get_text (lesson));
}

static void
test_second_wording (void)
{
  g_autoptr(AftLesson) lesson = NULL;
  g_autoptr(AftDocument) document = create_with_role (&lesson);
  g_autofree char *public_text = NULL;
  g_autofree char *team_text = NULL;

  g_object_set (lesson, "text", "inside", "text-wider", "outside", NULL);
  public_text = aft_edition_dup_text (AFT_EDITION_PUBLIC, AFT_ITEM (lesson), "text");
  team_text = aft_edition_dup_text (AFT_EDITION_TEAM, AFT_ITEM (lesson), "text");
  g_assert_cmpstr (public_text, ==, "outside");
  g_assert_cmpstr (team_text, ==, "inside");
}

static void
test_roles_are_never_public (void)
{
  g_autoptr(AftLesson) lesson = NULL;
  g_autoptr(AftDocument) document = create_with_role (&lesson);
  g_autoptr(AftItem) role = g_list_model_get_item (aft_document_get_roles (document), 0);
  g_autofree char *team_name = aft_edition_dup_role_name (AFT_EDITION_TEAM, role);
  g_autofree char *organisation_name = aft_edition_dup_role_name (AFT_EDITION_ORGANISATION, role);
  g_autofree char *public_name = aft_edition_dup_role_name (AFT_EDITION_PUBLIC, role);

  g_object_set (role, "audience", AFT_AUDIENCE_EVERYONE, NULL);
  g_assert_false (aft_edition_includes (AFT_EDITION_PUBLIC, role));
  g_assert_cmpstr (team_name, ==, "Grace");
  g_assert_cmpstr (organisation_name, ==, "release lead");
  g_assert_cmpstr (public_name, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edition/section-bounds", test_section_bounds);
  g_test_add_func ("/edition/child-reaches-no-further", test_child_reaches_no_further);
  g_test_add_func ("/edition/document-default", test_document_default);
  g_test_add_func ("/edition/names-go-in-public", test_names_go_in_public);
  g_test_add_func ("/edition/second-wording", test_second_wording);
  g_test_add_func ("/edition/roles-are-never-public", test_roles_are_never_public);

  return g_test_run ();
}

/* Whose a plan is, and the index of the law that holds without being adopted. */
#include <string.h>

#include "built.h"

/* The words of LIST, with a blank between them. */
static const char *words(Built *built, const NameList *list) {
    const char *said = "";
    for (uint32_t i = 0; i < list->count; i++)
        said = arena_format(built->arena, "%s%s%s", said, i == 0 ? "" : " ", list->names[i]->text);
    return said;
}

static void check_standing(const char *lines, const char *nations, const char *sorts,
                           const char *unsorted) {
    Built built;
    Arena *arena = arena_new();
    built_text(&built, arena_format(arena, "plan p \"A plan\" {\n%s\n}\n", lines));
    const Standing *standing = &built.model->standing;
    ck_assert(standing->has_plan);
    ck_assert_str_eq(words(&built, &standing->nations), nations);
    ck_assert_str_eq(words(&built, &standing->sorts), sorts);
    ck_assert_msg(text_is(standing->unsorted, unsorted), "%s: %.*s", lines,
                  TEXT_ARGS(standing->unsorted));
    built_end(&built);
    arena_free(arena);
}

START_TEST(the_standing_of_a_plan_is_found_in_its_tree) {
    check_standing("nation: england, cymru", "england wales", "", "");
    check_standing("nation: Northern Ireland\nnation: ni", "northern-ireland", "", "");
    check_standing("owner: a\nbody a \"A\" { sort: icb }", "", "integrated-care-board", "");
    check_standing("led by: a\norganisation a \"A\" { sort: \"NHS trust\" }", "", "nhs-trust", "");
    check_standing("owner: city-council\nbody \"City Council\" { sort: council }", "", "council",
                   "");
    check_standing("owner: a, b\nbody a \"A\" { sort: icb }\nbody b \"B\" { sort: council }", "",
                   "integrated-care-board council", "");
    check_standing("owner: a, b\nbody a \"A\" { sort: icb }\nbody b \"The B\"", "",
                   "integrated-care-board", "The B");
    check_standing("owner: a\nbody a \"A\"", "", "", "A");
    check_standing("owner: none", "", "", "");
}
END_TEST

START_TEST(what_stands_inside_a_body_has_its_sort) {
    check_standing("owner: t\nbody c \"C\" { sort: council }\nbody t \"T\" { part of: c }", "",
                   "council", "");
    check_standing("owner: t\nteam t \"T\" { sort: team  sub-committee of: b }\n"
                   "body b \"B\" { part of: c }\nbody c \"C\" { sort: council }",
                   "", "council", "");
    check_standing("owner: head\nrole head \"Head\" { member of: c }\n"
                   "body c \"C\" { sort: council }",
                   "", "council", "");
    /* a member of a partnership is no partnership, and what it says itself goes first */
    check_standing("owner: m\nbody m \"M\" { member of: p }\nbody p \"P\" { sort: partnership }",
                   "", "", "M");
    check_standing("owner: t\nbody t \"T\" { sort: nhs-trust  part of: p }\n"
                   "body p \"P\" { sort: partnership }",
                   "", "nhs-trust", "");
    check_standing("owner: a\nbody a \"A\" { part of: b }\nbody b \"B\" { part of: a }", "", "",
                   "A");
}
END_TEST

START_TEST(nothing_is_for_a_plan_that_does_not_say) {
    const Name england = {0}, wales = {0};
    const Name *of_england[] = {&england}, *of_wales[] = {&wales};
    NameList none = {0}, here = {of_england, 1, 1}, there = {of_wales, 1, 1};
    Standing unsaid = {.has_plan = true}, said = {.has_plan = true, .nations = here};
    ck_assert_int_eq(bearing_of_nation(&unsaid, &here), BEARING_UNSAID);
    ck_assert_int_eq(bearing_of_nation(&unsaid, &none), BEARING_UNSAID);
    ck_assert_int_eq(bearing_of_nation(&said, &none), BEARING_IN);
    ck_assert_int_eq(bearing_of_nation(&said, &here), BEARING_IN);
    ck_assert_int_eq(bearing_of_nation(&said, &there), BEARING_OUT);
    ck_assert_int_eq(bearing_of_sort(&unsaid, &none), BEARING_IN);
    ck_assert_int_eq(bearing_of_sort(&unsaid, &here), BEARING_UNSAID);
    Standing owned = {.owned = true, .sorts = here};
    ck_assert_int_eq(bearing_of_sort(&owned, &here), BEARING_IN);
    ck_assert_int_eq(bearing_of_sort(&owned, &there), BEARING_OUT);
    owned.unsorted = TEXT("Another owner");
    ck_assert_int_eq(bearing_of_sort(&owned, &here), BEARING_IN);
    ck_assert_int_eq(bearing_of_sort(&owned, &there), BEARING_UNSAID);
}
END_TEST

/* ---- the index ---- */

/* What RECORD says in FIELD, value by value; what is no word of a list is left out. */
static const char *said(Built *built, const Record *record, const char *field) {
    const char *all = "";
    for (const Value *value = slot_first(record_slot_text(built->model, record, field));
         value != NULL; value = value_after(value))
        if (value->kind != VALUE_TEXT)
            all = arena_format(built->arena, "%s%s; ", all, value_words(built->arena, value));
    return all;
}

static bool is_named_so(const Built *built, const Record *charter, Text title) {
    Text brief = record_text(built->model, charter, "short");
    return (title.length == charter->title.length &&
            memcmp(title.at, charter->title.at, title.length) == 0) ||
           (title.length == brief.length && memcmp(title.at, brief.at, title.length) == 0);
}

START_TEST(each_line_of_the_index_says_what_its_charter_says) {
    Built built;
    built_begin(&built, NULL);
    const Source *source = sources_add(&built.sources, "test.convene", TEXT("# nothing\n"));
    const Tree *tree = parse_source(&built.context, source);
    Library library = loader_library(built.loader);
    built.model =
        model_build(&built.context, tree, &tree->top, &library, library.list(library.from));
    ck_assert_uint_eq(built.diagnostics.errors, 0);
    for (uint32_t i = 0; i < built.model->record_count; i++) {
        const Record *line = built.model->records[i];
        if (line->kind->role != ROLE_APPLICATION)
            continue;
        const char *name = line->refers == NULL ? "?" : line->refers->text;
        const Record *charter =
            line->refers == NULL ? NULL : model_record(built.model, line->refers);
        ck_assert_msg(charter != NULL && charter->kind->role == ROLE_CHARTER,
                      "the index of law names %s, which is no charter", name);
        ck_assert_msg(is_named_so(&built, charter, line->title), "%s has another title", name);
        static const char *const FIELDS[] = {"nation", "bearer", "in-force"};
        for (size_t f = 0; f < sizeof FIELDS / sizeof *FIELDS; f++) {
            const char *index = said(&built, line, FIELDS[f]);
            const char *own = said(&built, charter, FIELDS[f]);
            /* A charter that others may take up says no bearer; it binds some without being
             * adopted. */
            bool open = text_is(text_of(FIELDS[f]), "bearer") && *own == '\0';
            ck_assert_msg(open || strcmp(index, own) == 0,
                          "%s, %s: the index says %s and the charter %s", name, FIELDS[f], index,
                          own);
        }
    }
    built_end(&built);
}
END_TEST

/* What does not apply is not even read. */
START_TEST(only_the_law_that_applies_is_read) {
    static const char PLAN[] = "applies uk.holidays \"Holidays\" { nation: scotland }\n"
                               "plan p \"A plan\" { nation: %s }\n";
    static const char *const NATIONS[] = {"england", "scotland"};
    for (int i = 0; i < 2; i++) {
        Built built;
        Arena *arena = arena_new();
        built_text(&built, arena_format(arena, PLAN, NATIONS[i]));
        bool read = false;
        for (uint32_t m = 0; m < built.model->module_count; m++)
            read |= built.model->modules[m]->name != NULL &&
                    text_is(name_text(built.model->modules[m]->name), "uk.holidays");
        ck_assert_int_eq(read, i == 1);
        built_end(&built);
        arena_free(arena);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("law");
    TCase *cases = tcase_create("law");
    tcase_add_test(cases, the_standing_of_a_plan_is_found_in_its_tree);
    tcase_add_test(cases, what_stands_inside_a_body_has_its_sort);
    tcase_add_test(cases, nothing_is_for_a_plan_that_does_not_say);
    tcase_add_test(cases, each_line_of_the_index_says_what_its_charter_says);
    tcase_add_test(cases, only_the_law_that_applies_is_read);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}

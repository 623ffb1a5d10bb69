/* Inventories: every row of a document is carried by a declaration that exists, or says why by
 * none. How a declaration is written stands in tests/inventory/README.md. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "compile/compile.h"

static Compilation *library; /* every module of the standard library at once */
static Compilation *examples[32];
static const char *example_names[32];

/* The inventory of each document, and how many rows its text has. */
static const struct {
    const char *path;
    unsigned rows;
} INVENTORIES[] = {
    {"tests/inventory/bnssg.tsv", 323},    {"tests/inventory/stoke.tsv", 181},
    {"tests/inventory/pk.tsv", 492},       {"tests/inventory/tg.tsv", 299},
    {"tests/inventory/thurrock.tsv", 236}, {"tests/inventory/checks.tsv", 136},
};

static Compilation *compiled(const char *path) {
    Request request = {.path = path, .against_all = path == NULL};
    Compilation *compilation = compile(&request);
    ck_assert_msg(compilation->diagnostics.errors == 0, "%s does not compile",
                  path == NULL ? "the standard library" : path);
    return compilation;
}

static void set_up(void) { library = compiled(NULL); }

static void tear_down(void) {
    compilation_free(library);
    for (size_t i = 0; i < 32; i++) {
        compilation_free(examples[i]);
        examples[i] = NULL;
    }
}

static const Name *named(const Compilation *compilation, Text text) {
    return name_of(compilation->names, text);
}

/* The part of TEXT before MARK; *REST is what stands behind it, or empty. */
static Text before(Text text, char mark, Text *rest) {
    const char *found = memchr(text.at, mark, text.length);
    size_t length = found == NULL ? text.length : (size_t)(found - text.at);
    *rest = found == NULL ? TEXT("") : text_part(text, length + 1, text.length);
    return text_part(text, 0, length);
}

static bool has_doc(Text text, Text doc) { return !text_ends(text, "#") || doc.length > 0; }

static Text without_sign(Text text) {
    return text_ends(text, "#") ? text_part(text, 0, text.length - 1) : text;
}

/* activity, activity/closed-by, ladder# */
static bool kind_exists(Text text) {
    Text field_name, kind_name = before(without_sign(text), '/', &field_name);
    const Kind *kind = model_kind(library->model, named(library, kind_name));
    if (kind == NULL || !has_doc(text, kind->doc))
        return false;
    return field_name.length == 0 || kind_field(kind, named(library, field_name)) != NULL;
}

/* bnssg.charter.during.publicise, ppif/meets, ppif# */
static bool record_exists(Text text) {
    Text field_name, path = before(without_sign(text), '/', &field_name);
    const Record *record = model_record(library->model, named(library, path));
    if (record == NULL || !has_doc(text, record->doc))
        return false;
    if (field_name.length == 0)
        return true;
    const Field *field = kind_field(record->kind, named(library, field_name));
    return field != NULL && record_slot(record, field) != NULL;
}

static Compilation *example(const char *name) {
    size_t i = 0;
    while (examples[i] != NULL && strcmp(example_names[i], name) != 0)
        ck_assert_uint_lt(++i, 32);
    if (examples[i] == NULL) {
        examples[i] = compiled(arena_format(library->arena, "examples/%s.convene", name));
        example_names[i] = name;
    }
    return examples[i];
}

static bool is_in(const Record *record, const Name *name) {
    if (record->name == name)
        return true;
    for (const Record *child = record->first_child; child != NULL; child = child->next_sibling)
        if (is_in(child, name))
            return true;
    return false;
}

/* riverside, riverside.survey */
static bool example_exists(Text text) {
    Text rest, plan = before(text, '.', &rest);
    const Compilation *compilation = example(text_string(library->arena, plan));
    const Record *record = compilation->plan;
    return record != NULL && record->name == named(compilation, plan) &&
           (rest.length == 0 || is_in(record, named(compilation, rest)));
}

static bool exists(Text text) {
    Text rest, scheme = before(text, ':', &rest);
    if (text_is(scheme, "kind"))
        return kind_exists(rest);
    if (text_is(scheme, "example"))
        return example_exists(rest);
    return record_exists(text);
}

static void check_row(char *line, const char *path, unsigned number) {
    char *tab = strchr(line, '\t'), *second = tab == NULL ? NULL : strchr(tab + 1, '\t');
    ck_assert_msg(second != NULL, "%s:%u: a row has three columns", path, number);
    Text rest = {tab + 1, (size_t)(second - tab - 1)};
    Text reason = text_of(second + 1);
    if (text_is(rest, "-")) {
        ck_assert_msg(reason.length > 0, "%s:%u: - needs its reason", path, number);
        return;
    }
    while (rest.length > 0) {
        Text one = text_trim(before(rest, ',', &rest));
        ck_assert_msg(exists(one), "%s:%u: nothing is declared as %.*s", path, number,
                      TEXT_ARGS(one));
    }
}

static void check_inventory(const char *path, unsigned rows) {
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "%s cannot be read", path);
    char line[4096];
    unsigned number = 0;
    Map *ids = map_new(library->arena);
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (number++ == 0)
            continue;
        Text rest;
        const Name *id = named(library, before(text_of(line), '\t', &rest));
        ck_assert_msg(map_get(ids, id) == NULL, "%s:%u: %s is here twice", path, number, id->text);
        map_put(ids, id, (void *)id);
        check_row(line, path, number);
    }
    fclose(file);
    ck_assert_uint_eq(number, rows + 1);
}

START_TEST(test_rows) { check_inventory(INVENTORIES[_i].path, INVENTORIES[_i].rows); }
END_TEST

/* What does not exist is seen not to. */
START_TEST(test_missing) {
    ck_assert(exists(TEXT("bnssg.charter.during.publicise")));
    ck_assert(!exists(TEXT("bnssg.charter.during.publicize")));
    ck_assert(exists(TEXT("ppif/meets")));
    ck_assert(!exists(TEXT("ppg/meets")));
    ck_assert(exists(TEXT("ppif#")));
    ck_assert(!exists(TEXT("healthwatch#")));
    ck_assert(exists(TEXT("kind:activity/closed-by")));
    ck_assert(!exists(TEXT("kind:activity/closed-for")));
    ck_assert(exists(TEXT("example:riverside.survey")));
    ck_assert(!exists(TEXT("example:riverside.poll")));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("inventory");
    TCase *tests = tcase_create("inventory");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_loop_test(tests, test_rows, 0, sizeof INVENTORIES / sizeof *INVENTORIES);
    tcase_add_test(tests, test_missing);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}

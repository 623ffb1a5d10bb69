/* Reading plans and finding modules: what is read, and what never is. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compile/compile.h"
#include "compile/load.h"
#include "compile/modules.h"

static Arena *arena;
static Sources sources;
static Diagnostics diagnostics;
static ParseContext context;
static char folder[32];

static void set_up(void) {
    arena = arena_new();
    sources = (Sources){.arena = arena};
    diagnostics = (Diagnostics){.arena = arena, .sources = &sources};
    context = (ParseContext){.arena = arena,
                             .names = names_new(arena),
                             .sources = &sources,
                             .diagnostics = &diagnostics};
    strcpy(folder, "/tmp/convene-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void tear_down(void) {
    ck_assert_int_eq(system(arena_format(arena, "rm -rf %s", folder)), 0);
    arena_free(arena);
}

static const char *in_folder(const char *name) {
    return arena_format(arena, "%s/%s", folder, name);
}

static const char *write_file(const char *name, const char *bytes, size_t length) {
    const char *path = in_folder(name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, length, file), length);
    ck_assert_int_eq(fclose(file), 0);
    return path;
}

static Loader *loader(void) { return loader_new(&context, folder, NULL, 0); }

static const char *write_text(const char *name, const char *text) {
    return write_file(name, text, strlen(text));
}

static void check_refused(const char *path, DiagnosticKind kind, const char *says) {
    diagnostics.count = 0;
    Loader *it = loader();
    ck_assert_ptr_null(load_file(it, path));
    ck_assert_uint_eq(diagnostics.count, 1);
    ck_assert_int_eq(diagnostics.list[0]->kind, kind);
    ck_assert_msg(strstr(diagnostics.list[0]->message, says) != NULL, "%s",
                  diagnostics.list[0]->message);
    ck_assert(loader_could_not_read(it) == (kind == DIAGNOSTIC_cannot_read));
}

START_TEST(text_is_read_as_it_is) {
    const char *path = write_file("a.convene", "plan \"A\"\r\n", 10);
    const Source *source = load_file(loader(), path);
    ck_assert_ptr_nonnull(source);
    ck_assert(text_is(source->text, "plan \"A\"\r\n"));
    ck_assert_uint_eq(diagnostics.count, 0);
}
END_TEST

START_TEST(what_is_no_plan_is_refused) {
    check_refused(in_folder("none.convene"), DIAGNOSTIC_cannot_read, "no file called");
    check_refused(folder, DIAGNOSTIC_cannot_read, "is a folder");
    check_refused("/dev/null", DIAGNOSTIC_cannot_read, "a pipe or a device");
    ck_assert_int_eq(mkfifo(in_folder("pipe"), 0600), 0);
    check_refused(in_folder("pipe"), DIAGNOSTIC_cannot_read, "a pipe or a device");
    check_refused(write_file("e", "", 0), DIAGNOSTIC_empty_file, "nothing in this file");
    check_refused(write_file("b", "\xEF\xBB\xBF \n", 5), DIAGNOSTIC_empty_file, "nothing");
    check_refused(write_file("z", "a\0b", 3), DIAGNOSTIC_not_text, "zero bytes");
    check_refused(write_file("w", "PK\x03\x04xyz", 7), DIAGNOSTIC_not_text, "Word");
    check_refused(write_file("l", "caf\xE9", 4), DIAGNOSTIC_not_text, "Line 1");
    check_refused(write_file("l", "a\nb\n\xE9", 5), DIAGNOSTIC_not_text, "Line 3");
}
END_TEST

static const Tree *found(Loader *it, const char *name) {
    Library library = loader_library(it);
    return library.find(library.from, name_of(context.names, text_of(name))).tree;
}

START_TEST(dots_are_folders) {
    ck_assert_int_eq(mkdir(in_folder("local"), 0700), 0);
    write_text("local/charter.convene", "# a charter\n");
    Loader *it = loader();
    const Tree *tree = found(it, "local.charter");
    ck_assert_ptr_nonnull(tree);
    ck_assert_str_eq(tree->source->name, in_folder("local/charter.convene"));
    ck_assert_ptr_eq(found(it, "local.charter"), tree);
    ck_assert_ptr_null(found(it, "local.other"));
    ck_assert_ptr_nonnull(found(it, "engagement"));
    ck_assert_uint_eq(diagnostics.count, 0);
}
END_TEST

START_TEST(no_name_leads_out_of_its_folder) {
    static const char *const NAMES[] = {"..",     ".",     "a..b",        ".a",  "a.",
                                        "../etc", "/etc/", "a/../../etc", "A.B", ""};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        ck_assert_ptr_null(module_path(arena, "f", name_of(context.names, text_of(NAMES[i]))));
    write_text("real.convene", "# real\n");
    ck_assert_int_eq(mkdir(in_folder("inner"), 0700), 0);
    ck_assert_int_eq(symlink(in_folder("real.convene"), in_folder("inner/out.convene")), 0);
    Loader *it = loader_new(&context, in_folder("inner"), NULL, 0);
    const Tree *tree = found(it, "out");
    ck_assert_ptr_nonnull(tree);
    ck_assert_ptr_null(tree->top.first);
    ck_assert_uint_eq(diagnostics.count, 1);
    ck_assert_ptr_nonnull(strstr(diagnostics.list[0]->message, "outside the folder"));
}
END_TEST

START_TEST(the_vocabulary_is_the_programs_own) {
    write_text("engagement.convene", "# mine\n");
    const Tree *tree = found(loader(), "engagement");
    ck_assert_str_eq(tree->source->name, "stdlib/engagement.convene");
}
END_TEST

START_TEST(modules_are_listed_sorted_and_once) {
    write_text("zebra.convene", "# z\n");
    write_text("plan.convene", "# a plan\nplan \"P\" { }\n");
    write_text("Not A Name.convene", "# n\n");
    Library library = loader_library(loader());
    const Name *const *names = library.list(library.from);
    uint32_t charters = 0, zebras = 0;
    for (uint32_t i = 0; names[i] != NULL; i++) {
        charters += text_is(name_text(names[i]), "bnssg.charter");
        ck_assert(!text_is(name_text(names[i]), "plan"));
        ck_assert(!text_is(name_text(names[i]), "core"));
        zebras += text_is(name_text(names[i]), "zebra");
        if (i > 0)
            ck_assert_int_lt(strcmp(names[i - 1]->text, names[i]->text), 0);
    }
    ck_assert_uint_eq(charters, 1);
    ck_assert_uint_eq(zebras, 1);
}
END_TEST

/* ---- of the library, no more than a plan rests on ---- */

/* "bnssg.charter" for "stdlib/bnssg/charter.convene"; NULL for a file that is always in force, or
 * no file of the library. */
static const char *module_of(const Source *source) {
    Text path = text_of(source->name);
    if (!text_starts(path, "stdlib/") || strchr(source->name + 7, '/') == NULL)
        return NULL;
    char *name = arena_copy(arena, source->name + 7, path.length - 7 - strlen(".convene"));
    for (char *slash; (slash = strchr(name, '/')) != NULL;)
        *slash = '.';
    return name;
}

/* Has SOURCE a line `use MODULE` or `adopt MODULE`, or of a charter that `includes:` it? */
static bool brings(const Source *source, const char *module) {
    static const char *const WORDS[] = {"use ", "adopt ", "includes: "};
    char *text = arena_copy(arena, source->text.at, source->text.length);
    for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        const char *named = strstr(line, module);
        line += strspn(line, " ");
        for (size_t i = 0; named != NULL && i < sizeof WORDS / sizeof *WORDS; i++)
            if (text_starts(text_of(line), WORDS[i]) && strcspn(named, " ,") == strlen(module))
                return true;
    }
    return false;
}

static bool is_brought(const Compilation *it, const char *module) {
    for (uint32_t i = 0; i < it->sources.count; i++)
        if (module_of(it->sources.list[i]) != NULL && brings(it->sources.list[i], module))
            return true;
    return false;
}

static int by_name(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The modules that were read to compile a plan of these LINES below ADOPTS, less those that another
 * of them uses: sorted, with a blank between them. None is read twice. */
static const char *modules_read(const char *adopts, const char *lines) {
    const char *text =
        arena_format(arena, "%splan p \"P\" {\n  as at: 1 May 2026\n%s\n}\n", adopts, lines);
    Compilation *it = compile(&(Request){.path = "p.convene", .text = text_of(text)});
    const char **names = arena_array(arena, const char *, it->sources.count), *said = "";
    uint32_t count = 0;
    ck_assert_msg(it->judgement != NULL, "%s", it->diagnostics.list[0]->message);
    for (uint32_t i = 0; i < it->sources.count; i++)
        if (module_of(it->sources.list[i]) != NULL)
            names[count++] = module_of(it->sources.list[i]);
    qsort(names, count, sizeof *names, by_name);
    for (uint32_t i = 0; i < count; i++) {
        ck_assert(i == 0 || strcmp(names[i - 1], names[i]) != 0);
        if (!is_brought(it, names[i]))
            said = arena_format(arena, "%s%s%s", said, *said == '\0' ? "" : " ", names[i]);
    }
    compilation_free(it);
    return said;
}

START_TEST(only_what_a_plan_rests_on_is_read) {
    const char *council = "owner: c\nbody c \"C\" { sort: council }";
    const char *in_wales = "nation: wales\nowner: c\nbody c \"C\" { sort: council }";
    const char *in_england = "nation: england\nowner: c\nbody c \"C\" { sort: council }";
    const char *law = "uk.accessibility uk.data-protection uk.equality uk.gunning";
    ck_assert_str_eq(modules_read("", ""), "");
    ck_assert_str_eq(modules_read("", council), "");
    ck_assert_str_eq(modules_read("adopt bnssg.charter\n", ""), "bnssg.charter");
    ck_assert_str_eq(modules_read("use bnssg.bodies\n", ""), "bnssg.bodies");
    ck_assert_str_eq(modules_read("", in_wales), arena_format(arena, "%s uk.wales", law));
    ck_assert_str_eq(modules_read("adopt stoke.charter\n", in_england),
                     arena_format(arena, "stoke.charter %s uk.local-government", law));
    /* law that binds everybody, where nobody says whose the plan is; and the days off, once
     * somebody counts working days */
    ck_assert_str_eq(modules_read("", "nation: wales"),
                     "uk.accessibility uk.data-protection uk.equality");
    ck_assert_str_eq(modules_read("", "nation: wales\nopens: 2 working days after 1 June 2026"),
                     "uk.accessibility uk.data-protection uk.equality uk.holidays");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("load");
    TCase *cases = tcase_create("load");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, text_is_read_as_it_is);
    tcase_add_test(cases, what_is_no_plan_is_refused);
    tcase_add_test(cases, dots_are_folders);
    tcase_add_test(cases, no_name_leads_out_of_its_folder);
    tcase_add_test(cases, the_vocabulary_is_the_programs_own);
    tcase_add_test(cases, modules_are_listed_sorted_and_once);
    tcase_add_test(cases, only_what_a_plan_rests_on_is_read);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

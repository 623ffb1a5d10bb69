/* The layout pass: labels, line ends, braces, and which words of a rule are names. */
#include "parsed.h"

static const struct {
    const char *text, *tree;
} LABELS[] = {
    {"seldom heard: yes", "seldom-heard: yes"},
    {"Seldom-Heard: yes", "seldom-heard: yes"},
    {"method decided by: primary-care", "method-decided-by: primary-care"},
    {"x { confirmed by: pc on 2 April 2026  seen by: me }",
     "x { confirmed-by: pc on <2 April 2026>; seen-by: me }"},
    {"x { at: end  on: 1 December 2026 }", "x { at: end; on: <1 December 2026> }"},
    {"x { level: consult informs: decision }", "x { level: consult; informs: decision }"},
    {"x { on: 2 April 2026 seen by: me }", "x { on: <2 April 2026>; seen-by: me }"},
    {"x { formats: online, paper informs: y }", "x { formats: online, paper; informs: y }"},
    {"x { level:   seldom heard: yes }", "x { level: seldom; heard: yes }"},
    {"saturday: open", "saturday: open"},
    {"where: here", "where: here"},
};

START_TEST(labels_are_found) { ck_assert_str_eq(sound_tree_of(LABELS[_i].text), LABELS[_i].tree); }
END_TEST

static const struct {
    const char *text, *tree;
} LINES[] = {
    {"formats: online,\n  paper\nx: y", "formats: online, paper; x: y"},
    {"open:\n  \"Help\"\nx: y", "open: 'Help'; x: y"},
    {"runs: 6 April 2026 to\n  31 May 2026", "runs: <6 April 2026> to <31 May 2026>"},
    {"on: next meeting of board after (6 weeks\n  after x closes)",
     "on: next meeting of board after ( <6 weeks> after x closes )"},
    {"t: \"Eight\"\n   because \"Notice\"", "t: 'Eight' because 'Notice'"},
    {"t: \"Eight\" because\n  \"Notice\"", "t: 'Eight' because 'Notice'"},
    {"t: \"Eight\"\nbecause: \"Notice\"", "t: 'Eight'; because: 'Notice'"},
    {"stage: before\nactivity \"A\" { }", "stage: before; activity 'A' { }"},
    {"stage: before, after\nx: y", "stage: before, after; x: y"},
    {"activity survey \"S\"\n{\n x: y\n}", "activity survey 'S' { x: y }"},
    {"activity survey\n \"S\" { x: y }", "activity survey 'S' { x: y }"},
    {"adopt a.b\nadopt c.d { }\n", "adopt a.b; adopt c.d { }"},
    {"a { } b { } c: d", "a { }; b { }; c: d"},
    {"x: y # because \"z\"\nw: v", "x: y; w: v"},
};

START_TEST(lines_end_where_they_should) {
    ck_assert_str_eq(sound_tree_of(LINES[_i].text), LINES[_i].tree);
}
END_TEST

/* Words that rules use, wherever a name may stand. */
static const char *const WORDS[] = {
    "its",     "it",      "that",      "yes",       "no",       "not",       "some",   "for",
    "every",   "number",  "share",     "earliest",  "latest",   "total",     "days",   "working",
    "to",      "is",      "are",       "includes",  "overlaps", "mentions",  "lasts",  "leads",
    "does",    "do",      "as",        "in",        "of",       "after",     "before", "away",
    "at",      "on",      "from",      "through",   "by",       "within",    "given",  "explained",
    "one",     "more",    "less",      "during",    "least",    "most",      "than",   "later",
    "earlier", "any",     "all",       "different", "be",       "confirmed", "other",  "none",
    "unset",   "because", "otherwise", "due",       "and",      "or",        "where",  "else",
    "has",     "reason",  "see",       "kind"};

static void same(const char *text, const char *tree) {
    ck_assert_str_eq(sound_tree_of(text), tree);
}

/* FORMAT with WORD in the place of its %. */
static const char *with(const char *format, const char *word) {
    const char *at = strchr(format, '%');
    return arena_format(parsed.arena, "%.*s%s%s", (int)(at - format), format, word, at + 1);
}

START_TEST(no_word_is_reserved_in_plans) {
    const char *word = WORDS[_i];
    same(with("activity % \"A\" { }", word), with("activity % 'A' { }", word));
    same(with("explain a for % \"A\" { }", word), with("explain a for % 'A' { }", word));
    if (!is_rule_label(text_of(word)))
        same(with("%: x", word), with("%: x", word));
    same(with("x: %", word), with("x: %", word));
    same(with("x: a, %", word), with("x: a, %", word));
    same(with("x: %, a", word), with("x: %, a", word));
}
END_TEST

START_TEST(no_word_is_reserved_behind_its) {
    const char *word = WORDS[_i];
    ck_assert_str_eq(rule_of(with("its % is given", word)), with("(given (its %))", word));
    ck_assert_str_eq(rule_of(with("some % where x is given", word)),
                     with("(some % (given (name x)))", word));
    ck_assert_str_eq(rule_of(with("some a as % where x is given", word)),
                     with("(some a as % (given (name x)))", word));
}
END_TEST

static const struct {
    const char *text, *said, *help, *tree;
} BRACES[] = {
    {"plan \"P\" {\n  activity \"A\" {\n    x: y\n  activity \"B\" {\n    z: w\n  }\n}\n",
     "The activity \"A\" that begins at line 2 is not closed.",
     "The next record begins at line 4: put a } on a line of its own before it.",
     "plan 'P' { activity 'A' { x: y }; activity 'B' { z: w } }"},
    {"plan \"P\" {\n  x: y\n", "The plan \"P\" that begins at line 1 is not closed.",
     "Put a } on a line of its own at the end of the file.", "plan 'P' { x: y }"},
    {"plan \"P\" {\n  activity a {\n    x: y\n}\nadopt b\n",
     "The activity a that begins at line 2 is not closed.",
     "Put a } on a line of its own before line 4, which closes another.",
     "plan 'P' { activity a { x: y } }; adopt b"},
    {"plan \"P\" {\nx: y\nactivity \"A\" {\nz: w\n}\n",
     "The plan \"P\" that begins at line 1 is not closed.",
     "Put a } on a line of its own at the end of the file.",
     "plan 'P' { x: y; activity 'A' { z: w } }"},
    {"plan \"P\" {\n  a { }\n  }\n  x: y\n}\n", "This } closes nothing.", "Take it out.",
     "plan 'P' { a { }; x: y }"},
    {"x: y\n}\nz: w\n", "This } closes nothing.", "Take it out.", "x: y; z: w"},
};

START_TEST(braces_are_mended_and_said_once) {
    const char *tree = tree_of(BRACES[_i].text);
    ck_assert_uint_eq(parsed.diagnostics.count, 1);
    ck_assert_str_eq(parsed.diagnostics.list[0]->message, BRACES[_i].said);
    ck_assert_str_eq(parsed.diagnostics.list[0]->help, BRACES[_i].help);
    ck_assert_str_eq(tree, BRACES[_i].tree);
}
END_TEST

static char *repeated(const char *part, size_t times) {
    size_t length = strlen(part);
    char *text = malloc(length * times + 1);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < times; i++)
        memcpy(text + i * length, part, length);
    text[length * times] = 0;
    return text;
}

static const struct {
    const char *head, *part;
    DiagnosticKind kind;
} DEEP[] = {
    {"plan \"P\" {\n", "stage {\n", DIAGNOSTIC_too_deep},
    {"x: ", "(", DIAGNOSTIC_too_deep},
    {"expect: ", "(", DIAGNOSTIC_too_deep},
    {"expect: ", "for every x: ", DIAGNOSTIC_too_deep},
    {"due: ", "3 days after ", DIAGNOSTIC_too_deep},
    {"is: ", "x else ", DIAGNOSTIC_too_deep},
    {"expect: ", "not (", DIAGNOSTIC_too_deep},
    {"", "}", DIAGNOSTIC_stray_brace},
    {"", "a: ", DIAGNOSTIC_empty_value},
    {"x: ", ",", DIAGNOSTIC_syntax},
};

START_TEST(what_is_far_too_deep_is_said_once) {
    char *parts = repeated(DEEP[_i].part, 100000);
    const Diagnostic *said =
        finding_about(arena_format(parsed.arena, "%s%s", DEEP[_i].head, parts));
    ck_assert_int_eq((int)said->kind, (int)DEEP[_i].kind);
    free(parts);
}
END_TEST

START_TEST(long_chains_are_fine) {
    char *chain = repeated("its x is y and ", 20000);
    parse_text(arena_format(parsed.arena, "expect: %sits x is y", chain));
    free(chain);
    ck_assert_uint_eq(parsed.diagnostics.count, 0);
    uint32_t parts = 0;
    for (const Expr *part = parsed.tree->top.first->field.rule->list; part != NULL;
         part = part->next)
        parts++;
    ck_assert_uint_eq(parts, 20001);
}
END_TEST

START_TEST(what_was_pasted_is_taken_as_meant) {
    ck_assert_str_eq(tree_of("level: consult;\nowner = board\n\xE2\x80\xA2 open: \"Help\"\n"),
                     "level: consult; owner: board; open: 'Help'");
    ck_assert_uint_eq(parsed.diagnostics.count, 3);
    ck_assert_uint_eq(parsed.diagnostics.errors, 0);
    for (uint32_t i = 0; i < 3; i++)
        ck_assert_int_eq((int)parsed.diagnostics.list[i]->kind, (int)DIAGNOSTIC_pasted);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("layout");
    TCase *tcase = tcase_create("layout");
    tcase_add_checked_fixture(tcase, parsed_setup, parsed_teardown);
    tcase_set_timeout(tcase, 20);
    tcase_add_loop_test(tcase, labels_are_found, 0, sizeof LABELS / sizeof *LABELS);
    tcase_add_loop_test(tcase, lines_end_where_they_should, 0, sizeof LINES / sizeof *LINES);
    tcase_add_loop_test(tcase, no_word_is_reserved_in_plans, 0, sizeof WORDS / sizeof *WORDS);
    tcase_add_loop_test(tcase, no_word_is_reserved_behind_its, 0, sizeof WORDS / sizeof *WORDS);
    tcase_add_loop_test(tcase, braces_are_mended_and_said_once, 0, sizeof BRACES / sizeof *BRACES);
    tcase_add_loop_test(tcase, what_is_far_too_deep_is_said_once, 0, sizeof DEEP / sizeof *DEEP);
    tcase_add_test(tcase, long_chains_are_fine);
    tcase_add_test(tcase, what_was_pasted_is_taken_as_meant);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}

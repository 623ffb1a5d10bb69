/* The parser: every shape of items and rules, their places, and what is said of those that cannot
 * be read. */
#include "parsed.h"

static const struct {
    const char *text, *tree;
} ITEMS[] = {
    {"adopt bnssg.charter", "adopt bnssg.charter"},
    {"test \"a title\" { }", "test 'a title' { }"},
    {"explain a.b for survey { because: \"x\" }", "explain a.b for survey { because: 'x' }"},
    {"activity public meeting \"P\" { }", "activity public-meeting 'P' { }"},
    {"term monday \"M\"", "term monday 'M'"},
    {"stage 1 \"First\" { }", "stage 1 'First' { }"},
    {"x: a, b because \"r\"", "x: a, b because 'r'"},
    {"x: does not apply because \"r\"", "x: does not apply because 'r'"},
    {"x: a because see paper page 4", "x: a see paper page <4>"},

    {"on: 19 May 2026 at 18:30 for 2 hours", "on: <19 May 2026> at <18:30> for <2 hours>"},
    {"runs: 6 April \xE2\x80\x93 31 May 2026", "runs: <6 April> to <31 May 2026>"},
    {"x: more than 900, about \xC2\xA3"
     "5",
     "x: more than <900>, about <\xC2\xA3"
     "5>"},
    {"x: Large Print, BSL", "x: large print, bsl"},
    {"x: (a (b, c)) d", "x: ( a ( b, c ) ) d"},
    {"publicised: \"A\" on 5 May 2026, \"B\"", "publicised: 'A' on <5 May 2026>, 'B'"},
};

START_TEST(items_have_these_shapes) {
    ck_assert_str_eq(sound_tree_of(ITEMS[_i].text), ITEMS[_i].tree);
}
END_TEST

static const struct {
    const char *rule, *tree;
} RULES[] = {
    {"practice.answered", "(name practice.answered)"},
    {"plan.open is given", "(given (name plan.open))"},
    {"its x is explained", "(reasoned (its x))"},
    {"its x has a reason", "(reasoned (its x))"},
    {"its x has no reason", "(not (reasoned (its x)))"},
    {"its x does not have a reason", "(not (reasoned (its x)))"},
    {"its x is y", "(is (its x) -> (name y))"},
    {"its x is not y", "(not (is (its x) -> (name y)))"},
    {"its x is not given", "(not (given (its x)))"},
    {"its x is no and its y is yes", "(and [(is (its x) -> (no)) (is (its y) -> (yes))])"},
    {"its x is one of a, b", "(one-of (its x) [(name a) (name b)])"},
    {"its x is not one of a, b", "(not (one-of (its x) [(name a) (name b)]))"},
    {"its x is one of before, during", "(one-of (its x) [(name before) (name during)])"},
    {"its stage is before", "(is (its stage) -> (name before))"},
    {"its x is before y.z", "(compare:before (its x) -> (name y.z))"},
    {"its x is no later than 3 May 2026", "(compare:no-later (its x) -> (date 3 May 2026))"},
    {"its x is no earlier than 17:00", "(compare:no-earlier (its x) -> (time 17:00))"},
    {"its x is at least 5 days before y",
     "(compare:at-least (its x) -> (shift:before (duration 5 days) -> (name y)))"},
    {"its x is at most papers away from y",
     "(compare:at-most (its x) -> (shift:away (name papers) -> (name y)))"},
    {"its x is more than 50% of y",
     "(compare:more (its x) -> (percent-of (percent 50%) -> (name y)))"},
    {"its x is less than empower", "(compare:less (its x) -> (name empower))"},
    {"its x lasts at least 6 weeks", "(lasts:at-least (its x) -> (duration 6 weeks))"},
    {"its x is during (a to b)", "(during (its x) -> (span (name a) -> (name b)))"},
    {"its x includes y", "(includes:one (its x) [(name y)])"},
    {"its x includes any of a, b", "(includes:any (its x) [(name a) (name b)])"},
    {"its x does not include all of y", "(not (includes:all (its x) [(name y)]))"},
    {"its x overlaps it", "(overlaps (its x) -> (it))"},
    {"its x mentions \"a\", \"b\"", "(mentions (its x) [(text \"a\") (text \"b\")])"},
    {"g leads to d.by through upward", "(leads (name g) -> (name d.by) [(name upward)])"},
    {"that activity.informs overlaps that day",
     "(overlaps (that activity .informs) -> (that day))"},
    {"its a else earliest b of c is given",
     "(given (else (its a) -> (pick:earliest b -> (name c))))"},
    {"number of (as where its x is y) is 1",
     "(is (number-of -> (set as (is (its x) -> (name y)))) -> (number 1))"},
    {"number of different a of b is at least 2",
     "(compare:at-least (number-of a -> (name b)) -> (number 2))"},
    {"share of its runs within (ws as w where w.k is q) is at most 25%",
     "(compare:at-most (share (its runs) -> (set ws as w (is (name w.k) -> (name q)))) -> "
     "(percent 25%))"},
    {"working days from a to b is 3", "(is (days:working (name a) -> (name b)) -> (number 3))"},
    {"methods of activities includes x",
     "(includes:one (each methods -> (name activities)) [(name x)])"},
    {"its weekday is Saturday", "(is (its weekday) -> (weekday Saturday))"},
    {"some a where its x is y", "(some a (is (its x) -> (name y)))"},
    {"no other a as b in its c where b.x is y",
     "(none other a as b in (its c) (is (name b.x) -> (name y)))"},
    {"for every a as b where its x is y: its z is given",
     "(every a as b (is (its x) -> (name y)) -> (given (its z)))"},
    {"for every a: for every b in a.c: b.x is given",
     "(every a -> (every b in (name a.c) -> (given (name b.x))))"},
    {"for every a: \"Was {its title}?\"", "(every a -> (text \"Was {its title}?\"))"},
    {"(some a where x is y) or (no b)", "(or [(some a (is (name x) -> (name y))) (none b)])"},
    {"x is y and (z is w or v is u) and not (t is s)",
     "(and [(is (name x) -> (name y)) (or [(is (name z) -> (name w)) (is (name v) -> (name u))]) "
     "(not (is (name t) -> (name s)))])"},
    {"x is y otherwise \"m\" due 3 days after its z",
     "(is (name x) -> (name y)) otherwise 'm' due (shift:after (duration 3 days) -> (its z))"},
    {"for every a:\n  its x is given\n  and its y is given\n  otherwise \"m\"\n  due its z",
     "(every a -> (and [(given (its x)) (given (its y))])) otherwise 'm' due (its z)"},
    {"for every a\n where its x is y:\n its z is given",
     "(every a (is (its x) -> (name y)) -> (given (its z)))"},
    {"x is y  due: its z", "(is (name x) -> (name y)); due: (its z)"},
};

START_TEST(rules_have_these_shapes) { ck_assert_str_eq(rule_of(RULES[_i].rule), RULES[_i].tree); }
END_TEST

START_TEST(rule_labels_hold_rules) {
    ck_assert_str_eq(
        sound_tree_of("default: none\nis: its a to b.c\nask: \"Is it?\"\nwhen: x is y"),
        "default: (name none); is: (span (its a) -> (name b.c)); "
        "ask: (text \"Is it?\"); when: (is (name x) -> (name y))");
    ck_assert(is_rule_label(text_of("consider")) && !is_rule_label(text_of("considered")));
}
END_TEST

START_TEST(holes_are_operands) {
    const Source *source = parsed_source("otherwise: \"Say {papers before d.on} now\"");
    Expr *hole = parse_hole(&parsed.context, (Span){source->id, 17, 18});
    ck_assert_ptr_nonnull(hole);
    ck_assert_uint_eq(hole->span.at, 17);
    ck_assert_uint_eq(hole->span.length, 18);
    say_expr(hole);
    ck_assert_str_eq(parsed.out.bytes, "(shift:before (name papers) -> (name d.on))");
    ck_assert_ptr_null(parse_hole(&parsed.context, (Span){source->id, 17, 13}));
    ck_assert_uint_eq(parsed.diagnostics.errors, 1);
}
END_TEST

static const char *words_at(Span span) {
    return text_string(parsed.arena, span_text(&parsed.sources, span));
}

START_TEST(nodes_know_their_places) {
    const Item *plan = parse_text("## About\n## it\nplan p \"P\" {\n  a b: c, d because \"r\"\n"
                                  "  expect: (x is y)\n}\n")
                           ->top.first;
    ck_assert_str_eq(text_string(parsed.arena, plan->record.doc), "About\nit");
    ck_assert_str_eq(words_at(plan->record.name.span), "p");
    ck_assert_str_eq(words_at(plan->record.title.span), "\"P\"");
    ck_assert_str_eq(words_at(plan->record.block.open), "{");
    ck_assert_str_eq(words_at(plan->record.block.close), "}");
    ck_assert_uint_eq(plan->first_token, 2);
    ck_assert_uint_eq(plan->last_token, parsed.tree->token_count - 2);
    const Item *field = plan->record.block.first;
    ck_assert_str_eq(words_at(field->span), "a b: c, d because \"r\"");
    ck_assert_str_eq(words_at(field->field.label.span), "a b");
    ck_assert_str_eq(words_at(field->field.values->next->span), "d");
    ck_assert_str_eq(words_at(field->field.because.span), "\"r\"");
    ck_assert_uint_eq(field->first_token, 6);
    ck_assert_uint_eq(field->last_token, 13);
    ck_assert_str_eq(words_at(field->next->span), "expect: (x is y)");
    ck_assert_str_eq(words_at(field->next->field.rule->left->span), "x");
}
END_TEST

static const struct {
    const char *text, *at, *message, *write;
} WRONG[] = {
    {"privacy:\nx: y", "privacy", "privacy: has nothing after it.", NULL},
    {"x: because \"r\"", "x", "x: has a reason, and nothing that it is for.", NULL},
    {"x: a,\ny: z", ",", "Nothing follows this comma.", NULL},
    {"x: a,, b", ",", "Nothing stands in front of this comma.", NULL},
    {"x: , b", ",", "Nothing stands in front of this comma.", NULL},
    {"x: a)", ")", "This ) closes nothing.", NULL},
    {"x: () b", "()", "There is nothing between these brackets.", NULL},
    {"x: (a\ny: z", "(a", "A bracket is still open at the end of this line: put ) where it closes.",
     NULL},
    {"x: a because the venue was late", "because", "`because` needs its words, in quotation marks.",
     "because \"the venue was late\""},
    {"x: a because\ny: z", "because", "`because` needs its words, in quotation marks.",
     "because \"...\""},
    {"x: a because \"r\", b", ",",
     "The reason ends its line, and this stands behind it: a reason is for all that stands in "
     "front "
     "of it.",
     "x: b"},
    {"x: a because \"r\" because \"s\"", "\"s\"",
     "This line has two reasons: put them into one, or give each a line of its own.", NULL},
    {"x: a because see\ny: z", "see", "Say where the reason is to be found.",
     "because see paper, page 4"},
    {"where: Room #2\ny: z", "#2",
     "Everything after # is a note to yourselves, so this reads "
     "\"Room\".",
     "where: \"Room #2\""},
    {"open: \"A\"\n\xE2\x80\xA2 Help with travel", "\xE2\x80\xA2 Help with travel",
     "This line begins with a bullet and has no label.", "open: \"Help with travel\""},
    {"\"loose\"\nx: y", "\"loose\"", "This text stands on a line without a label.", NULL},
    {"? what\nx: y", "? what",
     "A line begins with a label and a colon, or with the kind of record that it is about.", NULL},
    {"activity: survey \"S\" {\n}", "activity: survey \"S\"",
     "A record has no colon behind its kind, and begins on a line of its own.",
     "activity survey \"S\" {"},
    {"activity \"A\" \"B\" { }", "\"B\"",
     "A record begins with its kind, a name if something refers to it, and its title.",
     "activity name \"Title\" {"},
    {"audience p \"P\" size: 8", "size: 8",
     "What is said of a record stands between { and } behind its title.", "{ size: 8 }"},
    {"Some words stand here.\nx: y", "Some words stand here.",
     "A line begins with a label and a colon, or with the kind of record that it is about.",
     "purpose: \"Some words stand here.\""},
    {"{ x: y }", "{",
     "This { begins a record that has no kind: write the kind, and a title, in front of it.", NULL},
    {"expect: x is y { }", "expect: x is y",
     "A rule has no { } of its own. An expectation that does says its rule in it, behind that:",
     "expect name \"Title\" { that: x is y }"},
    {"when: x is 12/05/2026", "12/05/2026", "Write the month of a date in words: 12 May 2026.",
     NULL},
    {"expect: x is y and some z where w is v", "some",
     "Put brackets round the part that begins with `some`, to say how far it goes.",
     "and (some ...)"},
    {"expect: for every a where its x is y, its z is given", ",",
     "A colon belongs here, between the records that a rule is about and what holds for them.",
     "for every KIND where CONDITION: ..."},
    {"expect: for every a where its x is y\n  its z is given\nb: c", "its",
     "A colon belongs here, between the records that a rule is about and what holds for them.",
     "for every KIND where CONDITION: ..."},
    {"expect: its x is a or b", "a or b",
     "`and` and `or` stand between whole comparisons, and this is half of one.", "is one of a, b"},
    {"expect: its x is 2 or more", "2 or more",
     "`and` and `or` stand between whole comparisons, and this is half of one.", "is at least 2"},
    {"expect: its x includes a and b", "a and b",
     "`and` and `or` stand between whole comparisons, and this is half of one.",
     "includes all of a, b"},
    {"expect: its x includes a, b", ",",
     "A comma parts the things of a list, and nothing says that this is one.",
     "includes any of a, ..."},
    {"expect: number of as where its x is y is 2", "where",
     "Put brackets round the records that you choose with `where`.", "(as where ...)"},
    {"expect: not its x is y", "not", "`not` stands behind is, or in front of brackets.",
     "not (its ...)"},
    {"expect: some a: its x is y", ":", "Only `for every` is followed by a colon.", NULL},
    {"expect: x is y \"message\"", "\"message\"", "Nothing says what this text is for.",
     "otherwise \"message\""},
    {"expect: x is y otherwise Do it", "otherwise",
     "`otherwise` needs its words, in quotation marks.", "otherwise \"Do it\""},
    {"expect: x is during a to b", "to", "From one day to another stands in brackets.",
     "(a to ...)"},
    {"expect: its seldom heard is yes", "seldom heard",
     "In a rule a name is one word: join its words with hyphens.", "seldom-heard"},
    {"expect: its x incldes y", "incldes", "I do not know `incldes` in a rule.", "includes"},
    {"expect: its x is y and its z", "z", "What has to be so of `z`?", NULL},
    {"expect: its x >5", ">5", "No comparison stands in front of `>5`.", "is more than 5"},
    {"expect: its x is at least\ny: z", "least",
     "This stops at `least`, and something has to follow it.", NULL},
    {"expect: for every\ny: z", "every", "A name has to follow `every`.", NULL},
    {"expect: x is y) and z is w", ")", "This ) closes nothing.", NULL},
    {"expect: (x is y\nz: w", "(x is y",
     "A bracket is still open at the end of this line: put ) where it closes.", NULL},
    {"expect: x is y and z is w or v is u", "or",
     "`and` and `or` are mixed here: put brackets round what belongs together.", NULL},
    {"expect: its x >= 5", ">=", "A rule is written in words.", "is at least"},
    {"expect: x is y && z is w", "&&", "A rule is written in words.", "and"},
    {"expect: x is y ? z", "?", "This sign has no place in a rule.", NULL},
    {"expect: all activities where its x is y: its z is given", "all",
     "A rule about all records of a kind begins with `for every`, and a colon parts the records "
     "from what holds for them.",
     "for every activities: ..."},
    {"expect: each activity: its z is given", "each",
     "A rule about all records of a kind begins with `for every`, and a colon parts the records "
     "from what holds for them.",
     "for every activity: ..."},
    {"expect: its x contains y", "contains", "A rule says includes where you would say contains.",
     "includes"},
    {"expect: its x has y", "has",
     "A rule says includes, is given or has a reason where you would say has.", "includes"},
    {"expect: its x is earlier than y", "earlier than",
     "A rule says is before where you would say is earlier than.", "is before"},
    {"expect: its x must be given", "must be",
     "A rule says what is so: is, where you would say must be.", "is"},
    {"expect: its x should be given", "should be",
     "A rule says what is so: is, where you would say should be.", "is"},
};

START_TEST(what_is_wrong_is_said_once_with_its_place) {
    const Diagnostic *said = finding_about(WRONG[_i].text);
    ck_assert_str_eq(said->message, WRONG[_i].message);
    ck_assert_str_eq(words_at(said->span), WRONG[_i].at);
    if (WRONG[_i].write != NULL)
        ck_assert_str_eq(said->write, WRONG[_i].write);
}
END_TEST

START_TEST(no_message_speaks_of_the_machinery) {
    static const char *const NEVER[] = {"expected", "token",  "identifier", "undefined",
                                        "invalid",  "syntax", "parse",      "unexpected"};
    const Diagnostic *said = finding_about(WRONG[_i].text);
    for (size_t i = 0; i < sizeof NEVER / sizeof *NEVER; i++) {
        ck_assert_ptr_null(strstr(said->message, NEVER[i]));
        ck_assert(said->help == NULL || strstr(said->help, NEVER[i]) == NULL);
    }
}
END_TEST

START_TEST(all_findings_come_in_order_and_the_rest_is_kept) {
    ck_assert_str_eq(tree_of("a: b,\nc: d\nexpect: x is\ne: f\ng: h because\ni: j\n\"k\"\nl: m\n"),
                     "a: b; c: d; expect:; e: f; g: h; i: j; l: m");
    ck_assert_uint_eq(parsed.diagnostics.count, 4);
    static const uint32_t lines[] = {1, 3, 5, 7};
    for (uint32_t i = 0; i < 4; i++)
        ck_assert_uint_eq(span_line(&parsed.sources, parsed.diagnostics.list[i]->span), lines[i]);
}
END_TEST

START_TEST(one_line_has_one_finding) {
    tree_of("x { a: b, c: , d: e) f: }\ng: h");
    ck_assert_uint_eq(parsed.diagnostics.count, 1);
}
END_TEST

START_TEST(a_broken_header_keeps_its_block) {
    ck_assert_str_eq(tree_of("a: b because \"c\", d\ne: f ) { g: h }\ni: j"),
                     "a: b because 'c'; e: f; i: j");
    ck_assert_uint_eq(parsed.diagnostics.count, 2);
    ck_assert_str_eq(tree_of("activity, \"A\" \"B\" { x: y }\nowner: survey { z: w }"),
                     "activity 'A' { x: y }; owner survey { z: w }");
    ck_assert_uint_eq(parsed.diagnostics.count, 2);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("parse");
    TCase *tcase = tcase_create("parse");
    tcase_add_checked_fixture(tcase, parsed_setup, parsed_teardown);
    tcase_add_loop_test(tcase, items_have_these_shapes, 0, sizeof ITEMS / sizeof *ITEMS);
    tcase_add_loop_test(tcase, rules_have_these_shapes, 0, sizeof RULES / sizeof *RULES);
    tcase_add_test(tcase, rule_labels_hold_rules);
    tcase_add_test(tcase, holes_are_operands);
    tcase_add_test(tcase, nodes_know_their_places);
    tcase_add_loop_test(tcase, what_is_wrong_is_said_once_with_its_place, 0,
                        sizeof WRONG / sizeof *WRONG);
    tcase_add_loop_test(tcase, no_message_speaks_of_the_machinery, 0, sizeof WRONG / sizeof *WRONG);
    tcase_add_test(tcase, all_findings_come_in_order_and_the_rest_is_kept);
    tcase_add_test(tcase, one_line_has_one_finding);
    tcase_add_test(tcase, a_broken_header_keeps_its_block);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}

/* What makes no sense is refused at its own place, with what is wrong and what could be written. */
#include <stdlib.h>

#include "rules_case.h"

typedef struct Refused {
    const char *rule, *says, *write;
} Refused;

static void check_all(const Refused *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        check_refused(cases[i].rule, DIAGNOSTIC_bad_rule, cases[i].says, cases[i].write);
}

#define CHECK_ALL(cases) check_all((cases), sizeof(cases) / sizeof *(cases))

START_TEST(things_of_different_sorts_are_not_compared) {
    static const Refused CASES[] = {
        {"plan.day is 3", "a date is compared with a number", NULL},
        {"plan.weight is yes", "a number is compared with a yes or no", NULL},
        {"plan.price is at least 3", "a sum of money is compared with a number", NULL},
        {"plan.day is before plan.weight", "A date is wanted here, and this is a number.", NULL},
        {"plan.day is at least plan.day", "a date has no more and less", NULL},
        {"plan.about-it is at least \"x\"", "a text has no more and less", NULL},
        {"some thing where its colour is at least red", "a word of colour has no more and less",
         NULL},
        {"plan.weight is at least 3 weeks", "a number is compared with a length of time", NULL},
        {"plan.span is before plan.day", "is a span, which has two ends", "plan.span.starts"},
        {"plan.weight lasts at least 3 weeks", "What lasts is a span, and this is a number.", NULL},
        {"plan.span lasts at least 3", "This is a number, where a length of time is wanted.", NULL},
        {"plan.weight mentions \"x\"", "Only a text mentions something, and this is a number.",
         NULL},
        {"plan.first-thing is plan",
         "a record of kind thing is compared with a record of kind plan", NULL},
        {"plan.day is during plan.weight", "This is a number, where a date or a span is wanted.",
         NULL},
        {"plan.day is at least 3 before plan.day", "where a length of time is wanted", NULL},
        {"plan.weight is at least 5 days before plan.day",
         "This is a number, where a date or a span is wanted.", NULL},
        {"plan.firm leads to plan.first-thing through likes",
         "Lines lead from one record to another, and this is a yes or no.", NULL},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(lists_are_told_from_single_things) {
    static const Refused CASES[] = {
        {"plan.colours is red", "`plan.colours` is a list, of which there can be none or several",
         NULL},
        {"plan.day is before begins of things", "is a list, of which there can be none or several",
         NULL},
        {"plan.weight includes 3", "holds one thing, and only a list includes something",
         "plan.weight is ..."},
        {"plan.colours includes plan.colours", "is one of them enough, or all of them?", NULL},
        {"number of plan.weight is 3", "This is one thing (a number), where a list", NULL},
        {"for every thing in plan.first-thing: its firm is yes",
         "`plan.first-thing` is one thing, and one cannot go through it.", NULL},
        {"for every thing in plan.colours: its firm is yes", "and holds no thing", NULL},
        {"plan.grade is colours of things", "One thing is held against a list", NULL},
        {"things is given", "`is given` is asked of a field", NULL},
        {"plan.colours overlaps plan.grade", "holds one thing, and only a list overlaps", NULL},
        {"earliest count of things is before plan.day", "where a date is wanted", NULL},
        {"total begins of things is at least 3", "where a number or a sum of money is wanted",
         NULL},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(names_that_stand_for_nothing) {
    static const Refused CASES[] = {
        {"plan.weigth is 3", "There is no field weigth in plan records.", "weight"},
        {"for every thing: its colr is red", "There is no field colr in thing records.", "colour"},
        {"for every thingg: its colour is red", "No kind of record is called thingg.", "thing"},
        {"some thing where its colour is redd", "redd is not a word of colour.", "red"},
        {"some thing where its mood is blue", "blue could be a word of mood or of colour.",
         "mood.blue"},
        {"plan.weight is at least feww", "Nothing that this rule can see is called feww", "few"},
        {"plan.weight is at least red",
         "red is a word of colour, and what stands beside it is a number", NULL},
        {"its weight is 3", "stands for the record that is being looked at, and here none is",
         "plan.weight"},
        {"for every thing: that box.title is \"x\"", "No box is being looked at where this stands.",
         NULL},
        {"no other thing where its firm is yes", "no thing is being looked at here", NULL},
        {"plan.first-thing leads to plan.first-thing through likin",
         "No relation and no field that refers to records is called likin.", NULL},
        {"plan.day.title is \"x\"", "a date has no title.", NULL},
        {"activities is given", "`is given` is asked of a field", NULL},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(claims_and_values_are_kept_apart) {
    static const Refused CASES[] = {
        {"plan.firm", "names something and claims nothing of it", "plan.firm is yes"},
        {"\"Is it so?\"", "A text alone claims nothing.", NULL},
        {"2 days away from plan.day is before plan.day", "measures a distance", NULL},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(lengths_without_a_ratio_are_not_compared) {
    static const Refused CASES[] = {
        {"5 weeks is at least 1 month", "a month has 28 to 31 days", NULL},
        {"(days from plan.day to plan.day) is more than 1 month", "a month has 28 to 31 days",
         NULL},
        {"(working days from plan.day to plan.day) is at least 3 days",
         "how many days are worked hangs on weekends", NULL},
        {"5 working days is less than 5 clear working days",
         "how many days are worked hangs on weekends", NULL},
        {"plan.span.length is at least 3 hours", "has no length in hours", NULL},
        {"plan.span lasts at least 3 clear working days", "Clear working days lie between two days",
         NULL},
        {"next meeting of plan.day after plan.day is plan.day", "where a body that meets is wanted",
         NULL},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(nesting_has_an_end) {
    check_refused("for every thing as a: for every thing as b: for every thing as c: "
                  "for every thing as d: some thing as e where e.likes includes a",
                  DIAGNOSTIC_bad_rule, "A rule can look at 4 records side by side", NULL);
}
END_TEST

START_TEST(all_that_is_wrong_is_said_at_once) {
    rules_begin(
        "", "expect: plan.weigth is 3 and plan.day is 3 and (some thing where its colr is red)");
    ck_assert_ptr_null(rules_rule("expect", RULE_EXPECTATION));
    ck_assert_uint_eq(rules.diagnostics.errors, 3);
    rules_end();
}
END_TEST

START_TEST(the_place_is_the_part_that_is_wrong) {
    rules_begin("", "expect: plan.firm is yes and plan.day is 3");
    ck_assert_ptr_null(rules_rule("expect", RULE_EXPECTATION));
    Text place = span_text(&rules.sources, rules.diagnostics.list[0]->span);
    ck_assert_msg(text_is(place, "plan.day is 3"), "%.*s", TEXT_ARGS(place));
    rules_end();
}
END_TEST

START_TEST(holes_are_typed_with_the_rule) {
    static const struct {
        const char *clause, *says;
    } CASES[] = {
        {"expect: for every thing: its firm is yes otherwise \"Look at {its titel}\"",
         "There is no field titel in thing records."},
        {"expect: for every thing: its firm is yes otherwise \"It is {its firm is yes}\"",
         "I cannot read this line from `is` on."},
        {"expect: plan.firm is yes otherwise \"Look at {its title}\"",
         "stands for the record that is being looked at"},
        {"expect: plan.firm is yes due 6 weeks", "Something is due on a day, and this is a length"},
        {"expect: plan.firm is yes due begins of things", "is a list"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        rules_begin("", CASES[i].clause);
        (void)rules_rule("expect", RULE_EXPECTATION);
        ck_assert_msg(rules.diagnostics.errors == 1, "%s: %u errors", CASES[i].clause,
                      rules.diagnostics.errors);
        ck_assert_msg(strstr(rules_first_error(), CASES[i].says) != NULL, "%s",
                      rules_first_error());
        rules_end();
    }
}
END_TEST

START_TEST(a_plan_cannot_take_over_a_name) {
    /* the plan has a record called few; the charter's setting is meant all the same */
    check_truth('T', "weight: 3\nthing few \"Few\"", "plan.weight is at least few");
}
END_TEST

static void many_things(char *plan, size_t room, int count, const char *line) {
    size_t length = 0;
    for (int i = 0; i < count; i++)
        length +=
            (size_t)snprintf(plan + length, room - length, "thing t%d \"T\" { %s }\n", i, line);
}

START_TEST(rules_that_compare_too_much_are_refused) {
    size_t room = 4000 * 64;
    char *plan = malloc(room);
    many_things(plan, room, 4000, "count: 1");
    rules_begin(
        plan, "expect: for every thing as a: no other thing where its count is more than a.count");
    ck_assert_ptr_null(rules_rule("expect", RULE_EXPECTATION));
    ck_assert_int_eq(rules.diagnostics.list[rules.diagnostics.count - 1]->kind,
                     DIAGNOSTIC_rule_too_broad);
    rules_end();
    many_things(plan, room, 4000, "likes: t0");
    rules_begin(plan, "expect: for every thing as a: some thing where its leans-on is a");
    ck_assert_ptr_nonnull(rules_rule("expect", RULE_EXPECTATION));
    rules_end();
    rules_begin(plan, "expect: for every thing as a: a.count is at most total count of things");
    ck_assert_ptr_nonnull(rules_rule("expect", RULE_EXPECTATION));
    rules_end();
    free(plan);
}
END_TEST

/* What grows with the plan only is judged however large it is; all pairs are not. */
START_TEST(what_may_be_looked_at_grows_with_the_plan) {
    enum { THINGS = 20000, BOXES = 700 };
    size_t room = (THINGS + BOXES) * 64, length;
    char *plan = malloc(room);
    many_things(plan, room, THINGS, "count: 1");
    length = strlen(plan);
    for (int i = 0; i < BOXES; i++)
        length += (size_t)snprintf(plan + length, room - length, "box b%d \"B\" { }\n", i);
    rules_begin(plan, "expect: for every thing as a: some box where its grade is a.grade");
    ck_assert_ptr_nonnull(rules_rule("expect", RULE_EXPECTATION));
    rules_end();
    rules_begin(
        plan, "expect: for every thing as a: no other thing where its count is more than a.count");
    ck_assert_ptr_null(rules_rule("expect", RULE_EXPECTATION));
    const Diagnostic *said = rules.diagnostics.list[rules.diagnostics.count - 1];
    ck_assert_int_eq(said->kind, DIAGNOSTIC_rule_too_broad);
    ck_assert_ptr_nonnull(strstr(said->message, "about 400 million combinations"));
    ck_assert_ptr_nonnull(strstr(said->message, "21 million is the most"));
    rules_end();
    free(plan);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        things_of_different_sorts_are_not_compared,
        lists_are_told_from_single_things,
        names_that_stand_for_nothing,
        claims_and_values_are_kept_apart,
        lengths_without_a_ratio_are_not_compared,
        nesting_has_an_end,
        all_that_is_wrong_is_said_at_once,
        the_place_is_the_part_that_is_wrong,
        holes_are_typed_with_the_rule,
        a_plan_cannot_take_over_a_name,
        rules_that_compare_too_much_are_refused,
        what_may_be_looked_at_grows_with_the_plan,
    };
    return rules_run("types", tests, sizeof tests / sizeof *tests);
}

/* Cases, witnesses, due days and messages; and where lines lead. */
#include "rules_case.h"

static Rule *rule;
static Instances instances;
static const char *empty;

static void judge(const char *plan, const char *text) {
    instances = rules_judge(plan, text, &empty, &rule);
}

static const char *message(uint32_t i) {
    return rule_message(rules_reader, rule, &instances.items[i]);
}

static const char *subject(uint32_t i) {
    ck_assert_uint_lt(i, instances.count);
    ck_assert_uint_gt(instances.items[i].bound_count, 0);
    return instances.items[i].bound[0]->name->text;
}

START_TEST(each_filling_of_the_prefix_is_a_case) {
    judge("thing a \"A\" { likes: b, c }\nthing b \"B\" { likes: c  colour: red }\nthing c \"C\" { "
          "likes: none }\n",
          "for every thing as t: for every thing as u in t.likes: u.colour is red");
    ck_assert_uint_eq(instances.count, 3);
    ck_assert_uint_eq(instances.items[0].bound_count, 2);
    ck_assert_str_eq(subject(0), "a");
    ck_assert_str_eq(instances.items[0].bound[1]->name->text, "b");
    ck_assert_int_eq(instances.items[0].truth, TRUTH_HOLDS);
    ck_assert_int_eq(instances.items[1].truth, TRUTH_MISSING);
    ck_assert_str_eq(subject(2), "b");
    rules_end();
}
END_TEST

START_TEST(a_list_that_is_not_given_is_one_case) {
    judge("thing a \"A\"\nthing b \"B\" { likes: not known }\n",
          "for every thing as t: for every thing as u in t.likes: u.colour is red "
          "otherwise \"{u.title} is liked by {t.title}\"");
    ck_assert_uint_eq(instances.count, 2);
    ck_assert_uint_eq(instances.items[0].bound_count, 1);
    ck_assert_int_eq(instances.items[0].truth, TRUTH_MISSING);
    ck_assert_int_eq(instances.items[1].truth, TRUTH_UNCERTAIN);
    ck_assert_str_eq(instance_witnesses(&instances.items[0])->field->name->text, "likes");
    ck_assert_str_eq(message(0), "(title not given) is liked by \"A\"");
    rules_end();
}
END_TEST

START_TEST(a_leading_no_is_asked_of_each) {
    judge("thing a \"A\" { colour: red }\nthing b \"B\" { colour: blue }\n",
          "no thing where its colour is red otherwise \"{its title} is red\"");
    ck_assert_uint_eq(instances.count, 2);
    ck_assert_int_eq(instances.items[0].truth, TRUTH_CONTRADICTED);
    ck_assert_int_eq(instances.items[1].truth, TRUTH_HOLDS);
    ck_assert_str_eq(message(0), "\"A\" is red");
    rules_end();
}
END_TEST

START_TEST(nothing_to_judge_says_of_what) {
    judge("", "for every thing: its colour is red");
    ck_assert_uint_eq(instances.count, 0);
    ck_assert_str_eq(empty, "things");
    rules_end();
    judge("thing a \"A\" { colour: red }",
          "for every thing where its colour is blue: its size is 1");
    ck_assert_uint_eq(instances.count, 0);
    rules_end();
    judge("thing a \"A\"", "for every thing where its colour is blue: its size is 1");
    ck_assert_uint_eq(instances.count, 1);
    ck_assert_int_eq(instances.items[0].truth, TRUTH_MISSING);
    rules_end();
}
END_TEST

START_TEST(messages_print_by_what_they_hold) {
    judge("span: 6 April 2026 to 17 May 2026\nprice: £12,500\nweight: about 3,000\n"
          "thing a \"Alpha\" { begins: 3 March 2026  colours: red, blue }\n",
          "for every thing: its firm is yes otherwise \"{its title} ({its name}) on {its begins}: "
          "{its colours}, {plan.price}, {plan.weight}, {window}, {plan.span.length}, "
          "{2 weeks after its begins}, {number of things}; {{so}}\"");
    ck_assert_str_eq(message(0),
                     "\"Alpha\" (a) on 3 March 2026: Red and Blue, £12,500, about 3,000, "
                     "6 weeks, 42 days, 17 March 2026, 1; {so}");
    rules_end();
}
END_TEST

START_TEST(a_message_may_speak_of_what_a_no_found) {
    judge("thing a \"A\"\nthing b \"B\" { likes: a  firm: no }\nthing c \"C\" { likes: a  firm: "
          "yes }\n",
          "for every thing as t where t.name is \"a\": no thing where its likes includes t and its "
          "firm is yes "
          "otherwise \"{its title} likes {t.title}\"");
    ck_assert_uint_eq(instances.count, 1);
    ck_assert_int_eq(instances.items[0].truth, TRUTH_CONTRADICTED);
    ck_assert_str_eq(message(0), "\"C\" likes \"A\"");
    ck_assert_str_eq(instance_witnesses(&instances.items[0])->record->name->text, "c");
    rules_end();
}
END_TEST

START_TEST(variables_may_stand_for_values) {
    judge("day: 1 April 2026\nlabels: \"x\", \"y\"\n",
          "for every word in plan.labels: word is \"x\" otherwise \"{word} is not x\" due 1 week "
          "after plan.day");
    ck_assert_uint_eq(instances.count, 2);
    ck_assert_int_eq(instances.items[0].truth, TRUTH_HOLDS);
    ck_assert_str_eq(message(1), "y is not x");
    rules_end();
}
END_TEST

START_TEST(a_case_has_a_day_of_its_own) {
    judge("thing a \"A\" { begins: 1 March 2026 }\nthing b \"B\"\n",
          "for every thing: its firm is yes due 2 weeks after its begins");
    DateRange due;
    bool unknown;
    ck_assert(rule_due(rules_reader, rule, &instances.items[0], &due, &unknown));
    ck_assert(!unknown);
    ck_assert_int_eq(due.first, civil_day(2026, 3, 15));
    ck_assert(rule_due(rules_reader, rule, &instances.items[1], &due, &unknown));
    ck_assert(unknown);
    rules_end();
    judge("thing a \"A\"", "for every thing: its firm is yes");
    ck_assert(!rule_due(rules_reader, rule, &instances.items[0], &due, &unknown));
    rules_end();
}
END_TEST

/* The words of the witnesses of the first case, one a line. */
static const char *asked(void) {
    static char words[2000];
    words[0] = '\0';
    for (const Witness *each = instance_witnesses(&instances.items[0]); each != NULL;
         each = each->next)
        snprintf(words + strlen(words), sizeof words - strlen(words), "%s\n", each->asked);
    return words;
}

START_TEST(witnesses_say_what_is_asked_with_its_value) {
    judge("grade: low\nweight: 3",
          "plan.grade is at least middle and plan.weight is 3 and plan.price is £5");
    ck_assert_str_eq(asked(),
                     "plan.grade (Low) is at least middle\nplan.price (not given) is £5\n");
    const Witness *first = instance_witnesses(&instances.items[0]);
    ck_assert_str_eq(first->field->name->text, "grade");
    ck_assert(text_is(span_text(&rules.sources, first->span), "grade: low"));
    ck_assert_int_eq(first->truth, TRUTH_CONTRADICTED);
    ck_assert_int_eq(first->next->truth, TRUTH_MISSING);
    ck_assert_ptr_eq(first->next->record, rules_plan);
    rules_end();
    judge("weight: 3", "plan.weight is 3 or plan.price is £5");
    ck_assert_str_eq(asked(), "plan.weight (3) is 3\n");
    rules_end();
    judge("weight: 3", "plan.weight is not 3");
    ck_assert_str_eq(asked(), "plan.weight (3) is not 3\n");
    rules_end();
}
END_TEST

START_TEST(near_misses_are_told) {
    judge("thing a \"A\" { colour: red  firm: no }\nthing b \"B\" { colour: blue }\n"
          "thing d \"D\" { colour: green  firm: no }\n",
          "some thing where its colour is red and its firm is yes and its title is \"A\"");
    const Witness *place = instance_witnesses(&instances.items[0]);
    ck_assert_ptr_null(place->record);
    ck_assert_int_eq(place->truth, TRUTH_ABSENT);
    ck_assert_str_eq(place->next->asked, "its firm (no) is yes");
    ck_assert_str_eq(place->next->record->name->text, "a");
    rules_end();
}
END_TEST

START_TEST(a_field_that_is_a_rule_says_what_it_turns_on) {
    judge("thing a \"A\" { colour: red }", "for every thing: its bold is yes");
    ck_assert_str_eq(asked(), "its bold (no) is yes\nits count is given\n");
    rules_end();
}
END_TEST

/* ---- where lines lead ---- */

static const char LINES[] = "thing a \"A\" { likes: b }\nthing b \"B\" { leans-on: c }\n"
                            "thing c \"C\" { likes: a }\nthing d \"D\"\nthing e \"E\"\n"
                            "tie one \"One\" {\n from: d\n to: e\n way: likes\n}\n"
                            "tie two \"Two\" {\n from: e\n to: a\n way: likes\n hoped: yes\n}\n";

static void check_leads(const char *from, const char *to, const char *through, char wanted) {
    char text[300];
    snprintf(
        text, sizeof text,
        "for every thing as x where x.name is \"%s\": for every thing as y where y.name is \"%s\": "
        "x leads to y through %s",
        from, to, through);
    check_truth(wanted, LINES, text);
}

START_TEST(lines_lead_by_any_number_of_steps) {
    check_leads("a", "b", "likes", 'T');
    check_leads("a", "c", "likes", 'A');
    check_leads("a", "c", "likes, leans-on", 'T');
    check_leads("a", "c", "drawn", 'T');
    check_leads("a", "b", "fondness", 'T');
    check_leads("a", "a", "drawn", 'T'); /* a loop */
    check_leads("d", "d", "drawn", 'A');
    check_leads("d", "e", "drawn", 'T'); /* a record that is a line */
    check_leads("d", "a", "drawn", 'A'); /* only hoped for */
    check_leads("d", "a", "drawn-some-day", 'T');
}
END_TEST

START_TEST(where_lines_end_is_told) {
    judge(LINES,
          "for every thing as x where x.name is \"d\": x leads to plan.first-thing through drawn");
    ck_assert_int_eq(instances.items[0].truth, TRUTH_MISSING);
    rules_end();
    judge(LINES, "for every thing as x where x.name is \"d\": x leads to things through leans-on");
    ck_assert_int_eq(instances.items[0].truth, TRUTH_ABSENT);
    rules_end();
    judge("first-thing: b\nthing a \"A\"\nthing b \"B\"\nthing d \"D\" { likes: a }",
          "for every thing as x where x.name is \"d\": x leads to plan.first-thing through likes");
    ck_assert_str_eq(instance_witnesses(&instances.items[0])->next->asked, "the lines end at A");
    rules_end();
}
END_TEST

/* ---- shared, questions, words ---- */

START_TEST(questions_wait_for_a_person) {
    rules_begin("thing a \"Alpha\" { colour: red }\nthing b \"B\" { colour: blue }\n",
                "ask: for every thing where its colour is red: \"Was {its title} enough?\"");
    rule = rules_rule("ask", RULE_QUESTION);
    ck_assert_ptr_nonnull(rule);
    instances = rule_judge(rules_reader, rule, NULL);
    ck_assert_uint_eq(instances.count, 1);
    ck_assert_int_eq(instances.items[0].truth, TRUTH_ABSENT);
    ck_assert_str_eq(message(0), "Was \"Alpha\" enough?");
    rules_end();
}
END_TEST

START_TEST(conditions_have_one_case) {
    rules_begin("thing a \"A\"\nthing b \"B\"",
                "when: no thing where its colour is red\nexpect: plan.firm is yes");
    rule = rules_rule("when", RULE_CONDITION);
    instances = rule_judge(rules_reader, rule, NULL);
    ck_assert_uint_eq(instances.count, 1);
    ck_assert_int_eq(instances.items[0].truth, TRUTH_MISSING);
    rules_end();
}
END_TEST

START_TEST(words_of_a_rule_stand_on_one_line) {
    rules_begin("", "expect: plan.firm is yes\n      and plan.weight is\n 3");
    rule = rules_rule("expect", RULE_EXPECTATION);
    Text words = rule_words(rules_reader, rule);
    ck_assert_msg(text_is(words, "plan.firm is yes and plan.weight is 3"), "%.*s",
                  TEXT_ARGS(words));
    rules_end();
}
END_TEST

START_TEST(a_name_alone_shares_an_expectation) {
    rules_begin("", "expect: answered\n expect answered \"A\" {\n that: plan.firm is yes\n "
                    "otherwise: \"Say {plan.title}\"\n due: 1 May 2026\n }\n");
    rule = rules_rule("expect", RULE_EXPECTATION);
    ck_assert_ptr_nonnull(rule);
    const Record *shared = rules_record("answered");
    ck_assert_ptr_eq(rule_shared(rule), shared);
    rule = rule_compile(rules_reader, shared, record_slot_text(rules.model, shared, "that")->lines,
                        RULE_EXPECTATION);
    instances = rule_judge(rules_reader, rule, NULL);
    ck_assert_str_eq(message(0), "Say \"The plan\"");
    DateRange due;
    bool unknown;
    ck_assert(rule_due(rules_reader, rule, &instances.items[0], &due, &unknown));
    ck_assert_int_eq(due.first, civil_day(2026, 5, 1));
    rules_end();
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        each_filling_of_the_prefix_is_a_case,
        a_list_that_is_not_given_is_one_case,
        a_leading_no_is_asked_of_each,
        nothing_to_judge_says_of_what,
        messages_print_by_what_they_hold,
        a_message_may_speak_of_what_a_no_found,
        variables_may_stand_for_values,
        a_case_has_a_day_of_its_own,
        witnesses_say_what_is_asked_with_its_value,
        near_misses_are_told,
        a_field_that_is_a_rule_says_what_it_turns_on,
        lines_lead_by_any_number_of_steps,
        where_lines_end_is_told,
        questions_wait_for_a_person,
        conditions_have_one_case,
        words_of_a_rule_stand_on_one_line,
        a_name_alone_shares_an_expectation,
    };
    return rules_run("cases", tests, sizeof tests / sizeof *tests);
}

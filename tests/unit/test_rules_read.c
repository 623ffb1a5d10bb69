/* Reading fields: written, taken from the record around, worked out, taken for granted; and who
 * refers to whom. */
#include "rules_case.h"

static Values values_of(const char *record, const char *field) {
    return read_named(rules_reader, rules_record(record), field);
}

static const char *name_at(Values values, uint32_t i) {
    ck_assert_uint_lt(i, values.count);
    ck_assert_int_eq(values.items[i]->kind, VALUE_RECORD);
    return values.items[i]->record->name->text;
}

START_TEST(a_field_is_taken_from_the_record_around) {
    rules_begin(
        "grade: low\nbox b \"B\" { thing a \"A\" }\n"
        "box d \"D\" {\n grade: high\n thing c \"C\"\n thing e \"E\" { grade: middle }\n}\n",
        "ask: \"?\"");
    /* a box takes nothing over from the plan, so its things stop there */
    ck_assert_uint_eq(values_of("a", "grade").count, 0);
    ck_assert_str_eq(name_at(values_of("c", "grade"), 0), "high");
    ck_assert(values_of("c", "grade").given);
    ck_assert_str_eq(name_at(values_of("e", "grade"), 0), "middle");
    rules_end();
}
END_TEST

START_TEST(a_field_is_taken_from_the_records_that_others_name) {
    rules_begin("body a \"A\" { sort: council }\nbody b \"B\" { part of: a }\n"
                "body c \"C\" { sub-committee of: b }\nbody d \"D\" { part of: a  sort: police }\n"
                "body e \"E\" { part of: f }\nbody f \"F\" { part of: e }\n"
                "body g \"G\" { member of: a }\n"
                "role h \"H\" { chairs: c }\n",
                "ask: \"?\"");
    ck_assert_str_eq(name_at(values_of("b", "sort"), 0), "council");
    ck_assert_str_eq(name_at(values_of("c", "sort"), 0), "council");
    ck_assert(values_of("c", "sort").given);
    ck_assert_str_eq(name_at(values_of("d", "sort"), 0), "police");
    ck_assert_str_eq(name_at(values_of("h", "sort"), 0), "council");
    ck_assert_uint_eq(values_of("e", "sort").count, 0); /* they go round */
    ck_assert_uint_eq(values_of("g", "sort").count, 0); /* a member is something else */
    rules_end();
}
END_TEST

START_TEST(what_is_taken_for_granted_is_not_given) {
    rules_begin("thing a \"A\"\nthing b \"B\" { size: 3  shades: red, blue }\n", "ask: \"?\"");
    Values size = values_of("a", "size");
    ck_assert_uint_eq(size.count, 1);
    ck_assert_int_eq(size.items[0]->number.thousandths, 7000);
    ck_assert(size.fallback && !size.given);
    ck_assert_int_eq(values_of("b", "size").items[0]->number.thousandths, 3000);
    ck_assert(values_of("b", "size").given);
    Values shades = values_of("a", "shades");
    ck_assert_uint_eq(shades.count, 1);
    ck_assert_int_eq(shades.items[0]->kind, VALUE_ANSWER);
    ck_assert_uint_eq(values_of("b", "shades").count, 2);
    rules_end();
}
END_TEST

START_TEST(what_is_worked_out_is_given_when_what_it_rests_on_is) {
    rules_begin("thing a \"A\" { during: 1 March 2026 to 5 March 2026 }\n"
                "thing b \"B\" { held-on: 9 March 2026, 7 March 2026 }\n"
                "thing c \"C\" { count: 1 }\n"
                "thing d \"D\" { colour: red  count: 2 }\n"
                "thing e \"E\" { colour: blue }\n",
                "ask: \"?\"");
    ck_assert_int_eq(values_of("a", "opening").items[0]->when.from.first, civil_day(2026, 3, 1));
    ck_assert_int_eq(values_of("b", "opening").items[0]->when.from.first, civil_day(2026, 3, 7));
    ck_assert(!values_of("c", "opening").given);
    ck_assert_uint_eq(values_of("c", "opening").count, 0);
    ck_assert(values_of("d", "bold").items[0]->yes);
    ck_assert(!values_of("e", "bold").items[0]->yes);
    ck_assert_uint_eq(values_of("c", "bold").count, 0); /* it turns on a colour nobody gave */
    rules_end();
}
END_TEST

START_TEST(inverse_fields_find_who_refers) {
    rules_begin("thing a \"A\" { likes: b, c }\nthing b \"B\" { likes: c }\nthing c \"C\"\n",
                "ask: \"?\"");
    ck_assert_uint_eq(values_of("a", "liked-by").count, 0);
    ck_assert(!values_of("a", "liked-by").given);
    ck_assert_str_eq(name_at(values_of("c", "liked-by"), 0), "a");
    ck_assert_str_eq(name_at(values_of("c", "liked-by"), 1), "b");
    ck_assert_int_eq(values_of("c", "popularity").items[0]->number.thousandths, 2000);
    rules_end();
}
END_TEST

START_TEST(records_are_those_of_the_plan_and_its_library) {
    rules_begin("thing a \"A\"\nbox b \"B\" { thing c \"C\" }\n"
                "body mine \"Mine\"\n",
                "ask: \"?\"");
    uint32_t count;
    const Name *name = name_of(rules.context.names, TEXT("thing"));
    const Record *const *things = records_of(rules_reader, model_kind(rules.model, name), &count);
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(things[0]->name->text, "a");
    ck_assert_str_eq(things[1]->name->text, "c");
    rules_end();
}
END_TEST

START_TEST(several_lines_are_one_list) {
    rules_begin("labels: \"a\", \"b\"\nlabels: \"c\" because \"It is.\"\n", "ask: \"?\"");
    Values labels = values_of("p", "labels");
    ck_assert_uint_eq(labels.count, 3);
    ck_assert(text_is(labels.items[2]->text, "c"));
    ck_assert_uint_eq(read_named(rules_reader, rules_plan, "no-such-field").count, 0);
    rules_end();
}
END_TEST

START_TEST(settings_may_be_tightened) {
    rules_begin("weight: 4\n", "expect: plan.weight is at least few");
    Rule *rule = rules_rule("expect", RULE_EXPECTATION);
    ck_assert_int_eq(rule_judge(rules_reader, rule, NULL).items[0].truth, TRUTH_HOLDS);
    Value tighter = {.kind = VALUE_NUMBER, .number = {5000, NUMBER_EXACT}, .span = NO_SPAN};
    reader_setting(rules_reader, rules_record("few"), &tighter);
    ck_assert_int_eq(rule_judge(rules_reader, rule, NULL).items[0].truth, TRUTH_CONTRADICTED);
    rules_end();
}
END_TEST

START_TEST(the_day_of_adoption_can_be_asked) {
    rules_begin("day: 1 April 2026\n", "expect: plan.day is no later than 1 month after adopted");
    Rule *rule = rules_rule("expect", RULE_EXPECTATION);
    ck_assert_int_eq(rule_judge(rules_reader, rule, NULL).items[0].truth, TRUTH_MISSING);
    DateRange day = {civil_day(2026, 3, 5), civil_day(2026, 3, 5)};
    When when = {.from = day, .to = day};
    reader_adopted(rules_reader, NULL, &when);
    ck_assert_int_eq(rule_judge(rules_reader, rule, NULL).items[0].truth, TRUTH_HOLDS);
    rules_end();
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        a_field_is_taken_from_the_record_around,
        a_field_is_taken_from_the_records_that_others_name,
        what_is_taken_for_granted_is_not_given,
        what_is_worked_out_is_given_when_what_it_rests_on_is,
        inverse_fields_find_who_refers,
        records_are_those_of_the_plan_and_its_library,
        several_lines_are_one_list,
        settings_may_be_tightened,
        the_day_of_adoption_can_be_asked,
    };
    return rules_run("read", tests, sizeof tests / sizeof *tests);
}

/* `what`: what a word means, wherever it comes from. */
#include "emit/what.h"

#include "held.h"

static bool what(const char *asked) {
    out_free(&held.out);
    WhatOptions options = {.style = {.width = 80}};
    bool found = what_write(&held.out, held.arena, &held.model, text_of(asked), &options);
    ck_assert(!held.out.failed);
    return found;
}

static Record *step(Kind *scale, const char *name, const char *title, int first, int last) {
    Record *term = held_record(scale, NULL, name, name, title, NO_SPAN);
    term->rank_first = (int16_t)first;
    term->rank_last = (int16_t)last;
    return term;
}

/* The common scale, and a charter's own placed on it. */
static void scales(void) {
    Kind *level = held_kind("level", "Level of participation", ROLE_NONE);
    level->is_scale = true;
    step(level, "inform", "Inform", 1, 1);
    step(level, "consult", "Consult", 2, 2);
    step(level, "involve", "Involve", 3, 3);
    Kind *ladder = held_kind("ladder", "The ladder", ROLE_NONE);
    ladder->is_scale = true;
    ladder->placed_on = level;
    step(ladder, "doing-for", "Doing for", 2, 3);
    Field *field = held_reference(held.activity_kind, "level", "Level", level);
    field->reason_expected = field->from_parent = true;
}

START_TEST(a_kind_shows_its_lines_with_examples) {
    ck_assert(what("activities"));
    check_has("activity: a kind of record, Activity");
    check_has("One thing that people are asked to take part in.");
    check_has("    publicised: \"...\" on 12 May 2026\n        How people were told");
    check_has("in rules:     activities");
}
END_TEST

START_TEST(a_line_says_what_it_holds_and_what_to_pick_from) {
    scales();
    ck_assert(what("level"));
    check_has("level: a line of an activity");
    check_has("write:        level: inform because \"...\"");
    check_has("pick from:    inform, consult, involve");
    check_has("left out:     what the record it stands in says counts here too");
    check_has("level: a scale, lowest step first, Level of participation");
}
END_TEST

START_TEST(a_step_says_where_it_stands) {
    scales();
    ck_assert(what("doing for"));
    check_has("doing-for, Doing for: step 1 of 1 of the scale The ladder");
    check_has("stands at:    consult to involve, on Level of participation");
    ck_assert(what("consult"));
    check_has("consult, Consult: step 2 of 3 of the scale Level of participation");
    check_lacks("stands at");
}
END_TEST

START_TEST(clauses_and_charters_are_shown_with_their_source) {
    held_publicise();
    ck_assert(what("during.publicise"));
    check_has("Publicise every part: a commitment");
    check_has("The city's promise, Step Two, 5");
    ck_assert(what("step 2.5"));
    check_has("Publicise every part: a commitment");
    ck_assert(what("city.charter"));
    check_has("What it asks:");
    check_has("city.charter.during.publicise");
}
END_TEST

START_TEST(verdicts_and_messages_are_explained) {
    ck_assert(what("not shown"));
    check_has("not shown: a verdict, shown as o");
    ck_assert(what("wrong-weekday"));
    check_has("the weekday does not fit the date");
}
END_TEST

START_TEST(a_word_of_other_places_gets_its_advice) {
    Misnomer *misnomer = arena_make(held.arena, Misnomer);
    misnomer->name = held_name("sro");
    misnomer->advice = TEXT("The one who answers for the plan is its owner.");
    held.owner->misnomers = misnomer;
    ck_assert(what("SRO"));
    check_has("sro: not a word of the language; see owner");
    check_has("The one who answers for the plan is its owner.");
}
END_TEST

START_TEST(a_word_that_is_near_is_offered) {
    ck_assert(!what("activty"));
    check_has("Nothing here is called \"activty\".");
    check_has("Near it: activity");
    ck_assert(!what("zzzzzzzzzz"));
    check_lacks("Near it");
}
END_TEST

HELD_MAIN("what", a_kind_shows_its_lines_with_examples,
          a_line_says_what_it_holds_and_what_to_pick_from, a_step_says_where_it_stands,
          clauses_and_charters_are_shown_with_their_source, verdicts_and_messages_are_explained,
          a_word_of_other_places_gets_its_advice, a_word_that_is_near_is_offered)

/* Words that verdicts grant, and plans that use them before. */
#include "compiled.h"

#define CHARTER                                                                                    \
    "charter a.charter \"A\" {\n"                                                                  \
    "  principle fair \"Fair\" { }\n"                                                              \
    "  commitment titled \"It has a purpose\" { upholds: fair  expect: plan.purpose is given }\n"  \
    "  commitment answer \"People are answered\" { expect: some feedback }\n"                      \
    "  commitment short \"No title is 'Bad'\" { upholds: fair  expect: plan.timetable is not "     \
    "\"Bad\" }\n"                                                                                  \
    "}\n"                                                                                          \
    "granted true \"Truly\" { needs: a.charter  also-said: \"honest and true\"\n"                  \
    "  claimed-in: stage }\n"                                                                      \
    "granted fairly \"Fairly\" { needs: a.charter.fair }\n"                                        \
    "adopt a.charter\n"

static void judge(const char *text) { compile_as_at(text, 2026, 5, 1); }

static const Grant *grant(const char *name) {
    const Judgement *judgement = compiled->judgement;
    for (uint32_t i = 0; i < judgement->grant_count; i++)
        if (text_is(name_text(judgement->grants[i]->term->name), name))
            return judgement->grants[i];
    return NULL;
}

START_TEST(a_word_is_granted_when_all_that_it_needs_is_kept) {
    judge(CHARTER "plan p \"P\" { purpose: \"X\"  timetable: \"Good\"\nfeedback f \"F\" { } }\n");
    ck_assert_int_eq(grant("true")->state, GRANT_GIVEN);
    ck_assert_uint_eq(grant("true")->count, 3);
    ck_assert_int_eq(grant("fairly")->state, GRANT_GIVEN);
    ck_assert_uint_eq(grant("fairly")->count, 2);
}
END_TEST

START_TEST(what_is_broken_refuses_it_and_silence_only_puts_it_off) {
    judge(CHARTER "plan p \"P\" { purpose: \"X\"  timetable: \"Bad\"\nfeedback f \"F\" { } }\n");
    ck_assert_int_eq(grant("true")->state, GRANT_REFUSED);
    judge(CHARTER "plan p \"P\" { purpose: \"X\"  timetable: \"Good\" }\n");
    ck_assert_int_eq(grant("true")->state, GRANT_NOT_YET);
    ck_assert_int_eq(grant("fairly")->state, GRANT_GIVEN);
}
END_TEST

START_TEST(an_explanation_keeps_it) {
    judge(CHARTER
          "body b \"B\" { }\nplan p \"P\" { purpose: \"X\"  timetable: \"Good\"\n"
          "explain a.charter.answer { because: \"R.\" instead: \"I.\" risk: \"K.\" until: 1 "
          "June 2026 owner: b approved: b on 1 April 2026 } }\n");
    ck_assert_int_eq(grant("true")->state, GRANT_GIVEN);
}
END_TEST

START_TEST(a_blank_plan_is_granted_nothing) {
    judge(
        "charter a.charter \"A\" { commitment x \"X\" { expect: for every activity as a: a.method "
        "is given } }\ngranted true \"True\" { needs: a.charter }\nadopt a.charter\n"
        "plan p \"P\" { }\n");
    ck_assert_int_eq(grant("true")->state, GRANT_NOT_YET);
}
END_TEST

START_TEST(without_its_charter_it_is_not_spoken_of) {
    judge("charter a.charter \"A\" { commitment x \"X\" { expect: plan.purpose is given } }\n"
          "granted true \"True\" { needs: a.charter }\nplan p \"True\" { }\n");
    ck_assert_ptr_null(grant("true"));
    ck_assert_ptr_null(compiled->judgement->findings);
}
END_TEST

static uint32_t claims(void) {
    uint32_t count = 0;
    for (const Finding *each = compiled->judgement->findings; each != NULL; each = each->next) {
        ck_assert(!each->put_right);
        count += each->watch != NULL && each->watch->kind->role == ROLE_GRANT;
    }
    return count;
}

START_TEST(a_plan_that_uses_it_before_is_told_where) {
    judge(CHARTER
          "plan p \"Truly open\" { timetable: \"Good\"\n"
          "purpose: \"To be honest  and True.\"\nlevel: consult because \"It is truly so.\"\n"
          "note: \"Truly\"\nstage s \"A truly fine stage\" { opens: 1 May 2026 }\n"
          "activity a \"Truly\" { } }\n");
    ck_assert_uint_eq(claims(), 4);
    ck_assert(compiled_finds("\"People are answered\" (not shown)"));
    judge(CHARTER "plan p \"Untruly\" { timetable: \"Good\"  purpose: \"Truth\" }\n");
    ck_assert_uint_eq(claims(), 0);
    judge(CHARTER
          "plan p \"Truly\" { purpose: \"X\"  timetable: \"Good\"\nfeedback f \"F\" { } }\n");
    ck_assert_uint_eq(claims(), 0);
}
END_TEST

COMPILED_MAIN("grants", a_word_is_granted_when_all_that_it_needs_is_kept,
              what_is_broken_refuses_it_and_silence_only_puts_it_off, an_explanation_keeps_it,
              a_blank_plan_is_granted_nothing, without_its_charter_it_is_not_spoken_of,
              a_plan_that_uses_it_before_is_told_where)

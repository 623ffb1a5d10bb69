/* Every comparison of the rule language: so, not so, and left open. */
#include "rules_case.h"

typedef struct Judged {
    char truth;
    const char *plan, *rule;
} Judged;

static void check_all(const Judged *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        check_truth(cases[i].truth, cases[i].plan, cases[i].rule);
}

#define CHECK_ALL(cases) check_all((cases), sizeof(cases) / sizeof *(cases))

START_TEST(is_and_is_not) {
    static const Judged CASES[] = {
        {'T', "firm: yes", "plan.firm is yes"},
        {'F', "firm: no", "plan.firm is yes"},
        {'M', "", "plan.firm is yes"},
        {'M', "", "plan.firm is not yes"},
        {'U', "firm: not yet decided", "plan.firm is not yes"},
        {'T', "firm: no", "plan.firm is not yes"},
        {'T', "weight: 8,200", "plan.weight is 8,200"},
        {'U', "weight: about 8,000", "plan.weight is 8,200"},
        {'F', "weight: about 8,000", "plan.weight is 9,200"},
        {'T', "day: 3 March 2026", "plan.day is 3 March 2026"},
        {'U', "day: March 2026", "plan.day is 3 March 2026"},
        {'F', "day: April 2026", "plan.day is 3 March 2026"},
        {'T', "about-it: \"Cats\"", "plan.about-it is \"Cats\""},
        {'F', "about-it: \"Cats\"", "plan.about-it is \"Dogs\""},
        {'T', "thing a \"A\"\nfirst-thing: a", "some thing where plan.first-thing is it"},
        {'F', "firm: none", "plan.firm is yes"},
        {'T', "firm: none", "plan.firm is none"},
        {'F', "firm: yes", "plan.firm is none"},
        {'U', "firm: does not apply because \"No.\"", "plan.firm is yes"},
        {'T', "price: £12,500", "plan.price is £12,500"},
        {'T', "share: 25%", "plan.share is 25%"},
        {'T', "wait: 2 weeks", "plan.wait is 14 days"},
        {'U', "wait: 2 months", "plan.wait is 14 days"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(words_and_steps_of_scales) {
    static const Judged CASES[] = {
        {'T', "thing a \"A\" { colour: red }", "some thing where its colour is red"},
        {'T', "thing a \"A\" { colour: red }", "some thing where red is its colour"},
        {'T', "thing a \"A\" { colour: red }", "some thing where its colour is one of blue, red"},
        {'A', "thing a \"A\" { colour: green }", "some thing where its colour is one of blue, red"},
        {'T', "grade: middle", "plan.grade is at least middle"},
        {'F', "grade: low", "plan.grade is at least middle"},
        {'T', "grade: low", "plan.grade is less than middle"},
        {'T', "grade: lower", "plan.grade is at least low"},
        {'U', "grade: lower", "plan.grade is at least middle"},
        {'F', "grade: lower", "plan.grade is at least high"},
        {'U', "grade: upper", "plan.grade is high"},
        {'F', "grade: upper", "plan.grade is low"},
        {'F', "grade: high", "plan.grade is at most middle"},
        {'T', "thing a \"A\" { mood: merry }", "some thing where its mood is merry"},
        {'T', "thing a \"A\" { mood: merry }", "some thing where its mood is mood.merry"},
        {'T', "thing a \"A\" { mood: mood.blue }", "some thing where its mood is mood.blue"},
        {'A', "thing a \"A\" { mood: mood.blue }", "some thing where its mood is colour.blue"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(more_and_less) {
    static const Judged CASES[] = {
        {'T', "weight: 3", "plan.weight is at least 3"},
        {'F', "weight: 3", "plan.weight is more than 3"},
        {'T', "weight: more than 3", "plan.weight is more than 3"},
        {'U', "weight: at least 3", "plan.weight is more than 3"},
        {'F', "weight: less than 3", "plan.weight is at least 3"},
        {'T', "weight: at most 3", "plan.weight is less than 4"},
        {'U', "weight: about 100", "plan.weight is at least 95"},
        {'T', "weight: about 100", "plan.weight is at least 90"},
        {'M', "", "plan.weight is at least 3"},
        {'U', "weight: not known", "plan.weight is at least 3"},
        {'T', "price: £12.5k", "plan.price is at most £12,500"},
        {'T', "share: 40%", "plan.share is less than part"},
        {'T', "weight: 3", "plan.weight is at least few"},
        {'U', "weight: 3", "plan.weight is at least later"},
        {'T', "wait: 3 weeks", "plan.wait is at least 20 days"},
        {'U', "wait: 1 month", "plan.wait is at least 20 days"},
        {'T', "weight: 50", "plan.weight is at least 50% of 100"},
        {'F', "weight: 49", "plan.weight is at least part of 100"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(days) {
    static const Judged CASES[] = {
        {'T', "day: 3 March 2026", "plan.day is before 4 March 2026"},
        {'F', "day: 4 March 2026", "plan.day is before 4 March 2026"},
        {'T', "day: 4 March 2026", "plan.day is no later than 4 March 2026"},
        {'T', "day: 4 March 2026", "plan.day is no earlier than 4 March 2026"},
        {'F', "day: 4 March 2026", "plan.day is after 4 March 2026"},
        {'U', "day: March 2026", "plan.day is after 4 March 2026"},
        {'T', "day: April 2026", "plan.day is after March 2026"},
        {'T', "day: by July 2025", "plan.day is before 1 August 2025"},
        {'U', "day: by July 2025", "plan.day is after 1 June 2025"},
        {'T', "day: not before 2026", "plan.day is after 31 December 2025"},
        {'U', "day: not fixed, will be set by 1 June 2026", "plan.day is before 1 July 2026"},
        {'M', "", "plan.day is before 1 July 2026"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(gaps) {
    static const Judged CASES[] = {
        {'T', "day: 27 February 2026", "plan.day is at least 5 days before 4 March 2026"},
        {'F', "day: 28 February 2026", "plan.day is at least 5 days before 4 March 2026"},
        {'F', "day: 9 March 2026", "plan.day is at least 5 days before 4 March 2026"},
        {'T', "day: 28 February 2026", "plan.day is at most 5 days before 4 March 2026"},
        {'F', "day: 20 February 2026", "plan.day is at most 5 days before 4 March 2026"},
        {'F', "day: 5 March 2026", "plan.day is at most 5 days before 4 March 2026"},
        {'F', "day: 27 February 2026", "plan.day is more than 5 days before 4 March 2026"},
        {'F', "day: 27 February 2026", "plan.day is less than 5 days before 4 March 2026"},
        {'T', "day: 31 May 2026", "plan.day is at least 3 months after 28 February 2026"},
        {'F', "day: 27 May 2026", "plan.day is at least 3 months after 28 February 2026"},
        {'T', "day: 28 May 2026", "plan.day is at most 3 months after 28 February 2026"},
        {'F', "day: 27 February 2026", "plan.day is at most 3 months after 28 February 2026"},
        {'T', "day: 10 March 2026", "plan.day is at most window after 4 March 2026"},
        {'T', "day: 1 March 2026", "plan.day is at most 14 days away from 9 March 2026"},
        {'T', "day: 20 March 2026", "plan.day is at most 14 days away from 9 March 2026"},
        {'F', "day: 1 February 2026", "plan.day is at most 14 days away from 9 March 2026"},
        {'T', "day: 1 February 2026", "plan.day is at least 14 days away from 9 March 2026"},
        {'U', "day: March 2026", "plan.day is at least 5 days before 20 March 2026"},
        {'M', "", "plan.day is at least 5 days before 20 March 2026"},
        {'T', "day: 1 March 2026\nspan: 20 March 2026 to 3 April 2026",
         "plan.span is at least 2 weeks after plan.day"},
        {'M', "day: 1 March 2026", "plan.day is at least plan.wait before 20 March 2026"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(lengths) {
    static const Judged CASES[] = {
        {'T', "span: 6 April 2026 to 17 May 2026", "plan.span lasts at least 6 weeks"},
        {'F', "span: 6 April 2026 to 16 May 2026", "plan.span lasts at least 6 weeks"},
        {'T', "span: 6 April 2026 to 17 May 2026", "plan.span lasts at most 42 days"},
        {'T', "span: 1 February 2026 to 28 February 2026", "plan.span lasts at least 1 month"},
        {'F', "span: 2 February 2026 to 28 February 2026", "plan.span lasts at least 1 month"},
        {'T', "span: April 2026 to May 2026", "plan.span lasts at least 61 days"},
        {'M', "", "plan.span lasts at least 6 weeks"},
        {'T', "span: 6 April 2026 to 17 May 2026", "plan.span.length is at least window"},
        {'T', "day: 1 March 2026\nspan: 1 April 2026 to 2 April 2026",
         "(plan.day to plan.span.ends) lasts at least 33 days"},
        {'T', "day: 1 March 2026", "(days from plan.day to 11 March 2026) is 10 days"},
        {'T', "thing a \"A\" { held-on: 19 May 2026 at 18:30 for 2 hours }",
         "some thing where (some session in its held-on where session lasts at least 2 hours)"},
        {'A', "thing a \"A\" { held-on: 19 May 2026 at 18:30 for 1 hour }",
         "some thing where (some session in its held-on where session lasts at least 2 hours)"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(during_and_overlaps) {
    static const Judged CASES[] = {
        {'T', "day: 9 April 2026\nspan: 6 April 2026 to 17 May 2026",
         "plan.day is during plan.span"},
        {'F', "day: 5 April 2026\nspan: 6 April 2026 to 17 May 2026",
         "plan.day is during plan.span"},
        {'U', "day: April 2026\nspan: 6 April 2026 to 17 May 2026", "plan.day is during plan.span"},
        {'M', "day: April 2026", "plan.day is during plan.span"},
        {'T', "day: 9 April 2026\nthing a \"A\" { begins: 1 April 2026  finishes: 9 April 2026 }",
         "some thing where plan.day is during it"},
        {'T',
         "span: 1 April 2026 to 9 April 2026\nthing a \"A\" { during: 9 April 2026 to 10 April "
         "2026 }",
         "some thing where its during overlaps plan.span"},
        {'A',
         "span: 1 April 2026 to 8 April 2026\nthing a \"A\" { during: 9 April 2026 to 10 April "
         "2026 }",
         "some thing where its during overlaps plan.span"},
        {'T', "colours: red, blue\nthing a \"A\" { colours: blue }",
         "some thing where its colours overlaps plan.colours"},
        {'A', "colours: red\nthing a \"A\" { colours: blue }",
         "some thing where its colours overlaps plan.colours"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(lists) {
    static const Judged CASES[] = {
        {'T', "colours: red, blue", "plan.colours includes red"},
        {'F', "colours: red, blue", "plan.colours includes green"},
        {'M', "", "plan.colours includes green"},
        {'F', "colours: none", "plan.colours includes green"},
        {'U', "colours: not known", "plan.colours includes green"},
        {'T', "colours: red, blue", "plan.colours includes any of green, blue"},
        {'F', "colours: red, blue", "plan.colours includes all of green, blue"},
        {'T', "colours: red, blue", "plan.colours includes all of red, blue"},
        {'T', "colours: red", "plan.colours does not include green"},
        {'M', "", "plan.colours does not include green"},
        {'A', "thing a \"A\"", "some thing where its shades includes red"},
        {'M', "thing a \"A\"", "some thing where its colours includes red"},
        {'T', "thing a \"A\" { size: 7 }\nthing b \"B\"",
         "(no thing where its size is less than 7) and plan.title is given"},
        {'T', "labels: \"a\", \"b\"", "plan.labels includes \"b\""},
        {'T', "thing a \"A\" { likes: a }", "some thing where its likes includes it"},
        {'T', "thing a \"A\" { colours: red }\nthing b \"B\" { colours: blue }",
         "colours of things includes all of red, blue"},
        {'M', "thing a \"A\" { colours: red }\nthing b \"B\"",
         "colours of things includes all of red, blue"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(texts) {
    static const Judged CASES[] = {
        {'T', "about-it: \"The site WILL  close.\"", "plan.about-it mentions \"will close\""},
        {'F', "about-it: \"The goodwill closes\"", "plan.about-it mentions \"will close\""},
        {'T', "about-it: \"Café society\"", "plan.about-it mentions \"CAFÉ\""},
        {'F', "about-it: \"Cafés\"", "plan.about-it mentions \"café\""},
        {'M', "", "plan.about-it mentions \"will close\""},
        {'T', "labels: \"one\", \"two\"", "plan.labels mentions \"three\", \"two\""},
        {'T', "about-it: \"One two. One two three! One\"",
         "longest-sentence of plan.about-it is 3"},
        {'T', "about-it: \"The NHS and an ICB\"", "acronyms of plan.about-it includes \"ICB\""},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(given_and_reasons) {
    static const Judged CASES[] = {
        {'T', "weight: 3", "plan.weight is given"},
        {'T', "weight: none", "plan.weight is given"},
        {'T', "weight: does not apply because \"No.\"", "plan.weight is given"},
        {'U', "weight: not known", "plan.weight is given"},
        {'U', "day: not fixed, will be set by 1 June 2026", "plan.day is given"},
        {'A', "", "plan.weight is given"},
        {'T', "", "plan.weight is not given"},
        {'A', "thing a \"A\"", "some thing where its size is given"},
        {'A', "thing a \"A\"", "some thing where its liked-by is given"},
        {'T', "thing a \"A\" { likes: a }", "some thing where its liked-by is given"},
        {'A', "", "plan.first-thing.colour is given"},
        {'T', "weight: 3 because \"Weighed.\"", "plan.weight has a reason"},
        {'A', "weight: 3", "plan.weight has a reason"},
        {'A', "", "plan.weight has a reason"},
        {'T', "thing a \"A\" {\n notes: \"x\" because \"1\"\n notes: \"y\" because \"2\"\n}",
         "some thing where its notes has a reason"},
        {'A', "thing a \"A\" {\n notes: \"x\" because \"1\"\n notes: \"y\"\n}",
         "some thing where its notes has a reason"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(parts_of_dates_events_and_rhythms) {
    static const Judged CASES[] = {
        {'T', "day: 19 May 2026", "plan.day.weekday is Tuesday"},
        {'T', "day: 19 May 2026", "plan.day.weekday is not one of Saturday, Sunday"},
        {'U', "day: May 2026", "plan.day.weekday is Tuesday"},
        {'T', "day: 19 May 2026", "plan.day.month is 5"},
        {'T', "day: May 2026", "plan.day.year is 2026"},
        {'U', "day: 2026", "plan.day.month is 5"},
        {'T', "thing a \"A\" { held-on: 19 May 2026 at 18:30, 20 May 2026 at 10:00 }",
         "some thing where (some session in its held-on where its time is no earlier than 17:00)"},
        {'T', "thing a \"A\" { held-on: 19 May 2026 at 18:30, 20 May 2026 at 10:00 }",
         "for every thing: latest date of its held-on is 20 May 2026"},
        {'T', "rhythm: every 2 months from 1 January 2026",
         "plan.rhythm.interval is at most 3 months"},
        {'T', "thing a \"A\" { begins: 1 March 2026 }", "no thing where its title is \"B\""},
        {'T', "thing a \"A\" { begins: 1 March 2026 }", "no thing where its name is \"b\""},
        {'T', "box b \"B\" {\n thing a \"A\"\n}", "no thing where its parent.title is \"C\""},
        {'T', "box b \"B\" {\n thing a \"A\"\n thing c \"C\"\n}",
         "for every box: number of its things is 2"},
        {'T', "span: 6 April 2026 to 17 May 2026", "plan.span.starts is before plan.span.ends"},
    };
    CHECK_ALL(CASES);
}
END_TEST

START_TEST(sets_and_what_is_reckoned_from_them) {
    static const char PLAN[] =
        "day: 3 March 2026\n"
        "thing a \"A\" { begins: 1 March 2026  count: 3  colour: red }\n"
        "thing b \"B\" { begins: 5 March 2026  count: about 10  colour: blue }\n";
    static const Judged CASES[] = {
        {'T', PLAN, "earliest begins of things is 1 March 2026"},
        {'T', PLAN, "latest begins of things is after plan.day"},
        {'T', PLAN, "earliest begins of (things where its colour is blue) is 5 March 2026"},
        {'T', PLAN, "total count of things is at least 12"},
        {'U', PLAN, "total count of things is at least 13"},
        {'T', PLAN, "number of (things where its begins is before plan.day) is 1"},
        {'M', "thing a \"A\" { begins: 1 March 2026 }\nthing b \"B\"",
         "earliest begins of things is 1 March 2026"},
        {'F', "thing a \"A\" { begins: 1 March 2026 }\nthing b \"B\"",
         "earliest begins of things is after 1 March 2026"},
        {'T', "thing a \"A\" { count: 3 }\nthing b \"B\"", "total count of things is at least 3"},
        {'M', "thing a \"A\" { count: 3 }\nthing b \"B\"", "total count of things is 3"},
        {'T',
         "span: 1 March 2026 to 10 March 2026\nthing a \"A\" { begins: 2 March 2026  finishes: 3 "
         "March 2026 }",
         "share of plan.span within things is 20%"},
        {'T',
         "span: 1 March 2026 to 10 March 2026\n"
         "thing a \"A\" { begins: 2 March 2026  finishes: 5 March 2026 }\n"
         "thing b \"B\" { begins: 4 March 2026  finishes: 30 March 2026 }",
         "share of plan.span within things is 90%"},
        {'T', "day: 1 April 2026", "(plan.span.starts else plan.day) is 1 April 2026"},
    };
    CHECK_ALL(CASES);
}
END_TEST

int main(void) {
    const TTest *const tests[] = {
        is_and_is_not,
        words_and_steps_of_scales,
        more_and_less,
        days,
        gaps,
        lengths,
        during_and_overlaps,
        lists,
        texts,
        given_and_reasons,
        parts_of_dates_events_and_rhythms,
        sets_and_what_is_reckoned_from_them,
    };
    return rules_run("compare", tests, sizeof tests / sizeof *tests);
}

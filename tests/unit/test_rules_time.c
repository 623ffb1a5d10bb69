/* Rules that count by working days, by meetings and by times of the year; and the days that were
 * published for elections. */
#include <check.h>

#include "rules_case.h"

START_TEST(working_days_in_rules) {
    static const char PLAN[] = "nation: england\n"
                               "day: 26 March 2024\n"
                               "span: 25 March 2024 to 2 May 2024\n"
                               "thing a \"A\" { begins: 2 May 2024 }";
    check_truth('T', PLAN,
                "for every thing as a: plan.day is at least 25 working days before a.begins");
    check_truth('F', PLAN,
                "for every thing as a: plan.day is at least 26 working days before a.begins");
    check_truth('T', PLAN,
                "for every thing as a: plan.day is at least 24 clear working days before a.begins");
    check_truth('F', PLAN,
                "for every thing as a: plan.day is at least 25 clear working days before a.begins");
    check_truth('T', PLAN,
                "for every thing as a: (working days from plan.day to a.begins) is at least 25 "
                "working days");
    check_truth('F', PLAN,
                "for every thing as a: (working days from plan.day to a.begins) is more than 25 "
                "working days");
    check_truth('T', PLAN, "(25 working days after plan.day) is 2 May 2024");
    check_truth('T', PLAN, "(25 working days before 2 May 2024) is plan.day");
    check_truth('T', PLAN, "(24 clear working days before 2 May 2024) is plan.day");
    check_truth('T', PLAN, "(1 working day after 28 March 2024) is 2 April 2024");
    check_truth('T', PLAN, "plan.span lasts at least 27 working days");
    check_truth('F', PLAN, "plan.span lasts at least 28 working days");
    check_truth('T', PLAN, "plan.span lasts at most 27 working days");
}
END_TEST

START_TEST(what_is_counted_backwards_is_less_than_none) {
    check_truth('T', "nation: england\nday: 2 May 2024",
                "(working days from plan.day to 26 March 2024) is less than 0 working days");
    check_truth('T', "nation: england\nday: 2 May 2024",
                "(working days from plan.day to plan.day) is at most 0 working days");
}
END_TEST

START_TEST(without_a_nation_it_cannot_be_told) {
    check_truth('M', "day: 26 March 2024",
                "plan.day is at least 25 working days before 2 May 2024");
    check_truth('M', "day: 26 March 2024",
                "(working days from plan.day to 2 May 2024) is at least 1 working day");
    check_truth('M', "span: 26 March 2024 to 2 May 2024",
                "plan.span lasts at least 2 working days");
    check_truth('M', "day: 26 March 2024", "plan.day.worked is yes");
}
END_TEST

START_TEST(a_month_leaves_open_what_its_days_do) {
    static const char PLAN[] = "nation: scotland\nday: March 2024";
    check_truth('T', PLAN, "plan.day is at least 20 working days before 2 May 2024");
    check_truth('F', PLAN, "plan.day is at least 46 working days before 2 May 2024");
    check_truth('U', PLAN, "plan.day is at least 30 working days before 2 May 2024");
}
END_TEST

START_TEST(days_off_in_rules) {
    check_truth('F', "nation: scotland\nday: 15 June 2026", "plan.day.worked is yes");
    check_truth('T', "nation: england\nday: 15 June 2026", "plan.day.worked is yes");
    check_truth('F', "nation: england\nday: 13 June 2026", "plan.day.worked is yes");
    check_truth('T', "nation: england\nday: 3 April 2026", "plan.day.day-off is \"Good Friday\"");
    check_truth('A', "nation: england\nday: 13 June 2026", "plan.day.day-off is given");
    check_truth('U', "nation: england\nday: June 2026", "plan.day.worked is yes");
}
END_TEST

/* Windows come every year, over the turn of the year too. */
START_TEST(times_of_the_year) {
    static const char PLAN[] = "nation: england\n"
                               "window august \"August\" { yearly: August  kind: quiet }\n"
                               "window christmas \"Christmas\" {\n"
                               "  yearly: 20 December to 3 January\n  kind: quiet\n}\n"
                               "window easter \"Easter fortnight\" {\n"
                               "  yearly: 7 days before Easter to 7 days after Easter\n"
                               "  kind: quiet\n}\n"
                               "window busy \"Budget\" { yearly: March  kind: busy }\n";
    static const struct {
        const char *span, *exactly;
    } CASES[] = {
        {"1 August 2026 to 31 August 2026", "100%"},
        {"1 July 2026 to 31 August 2026", "50%"},
        {"2 December 2026 to 31 December 2026", "40%"},
        {"1 January 2026 to 6 January 2026", "50%"},
        {"29 March 2026 to 12 April 2026", "100%"},
        {"14 March 2026 to 12 April 2026", "50%"},
        {"1 May 2026 to 30 June 2026", "0%"},
        {"20 December 2025 to 3 January 2026", "100%"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char plan[800], rule[200];
        snprintf(plan, sizeof plan, "%sspan: %s", PLAN, CASES[i].span);
        snprintf(rule, sizeof rule,
                 "(share of plan.span within (windows where its kind is quiet)) is %s",
                 CASES[i].exactly);
        check_truth('T', plan, rule);
    }
    static const char DAY[] = "day: 2 January 2026\n"
                              "window mine \"C\" { yearly: 20 December to 3 January }";
    check_truth('T', DAY, "for every window as w where w.name is \"mine\": plan.day is during w");
    check_truth('F', "day: 4 January 2026\nwindow mine \"C\" { yearly: 20 December to 3 January }",
                "for every window as w where w.name is \"mine\": plan.day is during w");
    check_truth('T',
                "span: 1 March 2026 to 29 March 2026\nwindow mine \"E\" { yearly: 7 days before "
                "Easter to Easter Monday }",
                "for every window as w where w.name is \"mine\": plan.span overlaps w");
    check_truth('F',
                "span: 1 March 2026 to 28 March 2026\nwindow mine \"E\" { yearly: 7 days before "
                "Easter to Easter Monday }",
                "for every window as w where w.name is \"mine\": plan.span overlaps w");
}
END_TEST

START_TEST(meetings_in_rules) {
    static const char PLAN[] = "day: 1 June 2026\n"
                               "body a \"A\" {\n"
                               "  meets: every 2 months from 31 January 2026\n"
                               "  does not meet: 31 July 2026\n"
                               "  also meets: 12 August 2026\n}\n"
                               "body b \"B\" { meets: every last Thursday of the month }\n"
                               "body c \"C\" { meets: the second Tuesday of every 3 months from 1 "
                               "January 2026 }\n";
    static const struct {
        const char *body, *after, *before;
    } CASES[] = {{"a", "12 August 2026", "31 May 2026"},
                 {"b", "25 June 2026", "28 May 2026"},
                 {"c", "14 July 2026", "14 April 2026"}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char rule[200];
        snprintf(
            rule, sizeof rule,
            "for every body as x where x.name is \"%s\": (next meeting of x after plan.day) is "
            "%s",
            CASES[i].body, CASES[i].after);
        check_truth('T', PLAN, rule);
        snprintf(rule, sizeof rule,
                 "for every body as x where x.name is \"%s\": (last meeting of x before plan.day) "
                 "is %s",
                 CASES[i].body, CASES[i].before);
        check_truth('T', PLAN, rule);
    }
    check_truth('M', "day: 1 June 2026\nbody a \"A\" { meets: every 2 months }",
                "for every body as x: (next meeting of x after plan.day) is 1 July 2026");
}
END_TEST

/* As published, or reckoned from what was: domain facts 4.1. */
START_TEST(pre_election_periods_as_they_were) {
    static const struct {
        const char *poll, *more, *opens;
    } POLLS[] = {
        {"4 May 2023", "", "27 March 2023"},
        {"2 May 2024", "", "26 March 2024"},
        {"2 May 2024", "sort: london", "19 March 2024"},
        {"2 May 2024", "notice: 22 March 2024", "22 March 2024"}, /* Uttlesford's own day */
        {"4 July 2024", "sort: general", "30 May 2024"},
        {"4 July 2024", "pre-election-period: 25 May 2024 to 5 July 2024", "25 May 2024"},
        {"1 May 2025", "sort: local", "25 March 2025"},
        {"7 May 2026", "", "30 March 2026"},
        {"6 May 2027", "", "31 March 2027"},
        {"4 May 2028", "", "27 March 2028"},
    };
    for (size_t i = 0; i < sizeof POLLS / sizeof *POLLS; i++) {
        char plan[300], rule[200];
        snprintf(plan, sizeof plan, "nation: england\nelection e \"E\" {\n poll: %s\n %s\n}",
                 POLLS[i].poll, POLLS[i].more);
        snprintf(rule, sizeof rule, "for every election as e: e.restricted-from is %s",
                 POLLS[i].opens);
        check_truth('T', plan, rule);
    }
    check_truth('M', "election e \"E\" { poll: 2 May 2024 }",
                "for every election as e: e.restricted-from is 26 March 2024");
}
END_TEST

START_TEST(papers_go_out_in_time) {
    static const char PLAN[] = "nation: england\n"
                               "body board \"Board\" {\n"
                               "  meets: every 2 months from 14 January 2026\n"
                               "  papers: 5 clear working days before\n}\n"
                               "decision d \"D\" {\n"
                               "  decided by: board\n"
                               "  on: next meeting of board after 1 August 2026\n}\n";
    check_truth('T', PLAN, "for every decision as d: d.on is 14 September 2026");
    check_truth('T', PLAN, "for every decision as d: d.papers-due is 4 September 2026");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("time in rules");
    TCase *together = tcase_create("time in rules");
    tcase_set_timeout(together, 120);
    tcase_add_test(together, working_days_in_rules);
    tcase_add_test(together, what_is_counted_backwards_is_less_than_none);
    tcase_add_test(together, without_a_nation_it_cannot_be_told);
    tcase_add_test(together, a_month_leaves_open_what_its_days_do);
    tcase_add_test(together, days_off_in_rules);
    tcase_add_test(together, times_of_the_year);
    tcase_add_test(together, meetings_in_rules);
    tcase_add_test(together, pre_election_periods_as_they_were);
    tcase_add_test(together, papers_go_out_in_time);
    suite_add_tcase(suite, together);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

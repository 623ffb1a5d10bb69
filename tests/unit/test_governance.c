/* Who is who: DOT that other programs read, drawings in which no words meet, and what is said when
 * Graphviz cannot do its part. */
#include "governances.h"
#include "lettered.h"

#include <stdio.h>

#include "emit/graphviz.h"

static Arena *arena;
static Out out;
static Sources sources;
static Diagnostics diagnostics;

static void set_up(void) {
    arena = arena_new();
    out = (Out){0};
    sources = (Sources){.arena = arena};
    diagnostics = (Diagnostics){.arena = arena, .sources = &sources};
}

static void tear_down(void) {
    out_free(&out);
    arena_free(arena);
}

static const char *drawn(const Governance *governance) {
    out_free(&out);
    bool made = governance_svg(governance, &diagnostics, true, &out);
    ck_assert_msg(made, "%s", made ? "" : diagnostics.list[0]->message);
    ck_assert(!out.failed);
    return out.bytes;
}

static Governance *governance_number(int i) {
    static const uint32_t COUNTS[] = {0, 1, 2, 20, 60};
    return i == 0 ? governance_of_an_area(arena) : governance_of_many(arena, COUNTS[i]);
}

START_TEST(no_words_meet) { check_lettering(drawn(governance_number(_i))); }

START_TEST(the_same_bytes_each_time) {
    const char *svg = drawn(governance_number(_i));
    const char *once = arena_copy(arena, svg, strlen(svg));
    ck_assert(strcmp(once, drawn(governance_number(_i))) == 0);
}

START_TEST(a_drawing_says_what_it_is) {
    const char *svg = drawn(governance_of_an_area(arena));
    ck_assert_ptr_nonnull(strstr(svg, "role=\"img\""));
    ck_assert_ptr_nonnull(strstr(svg, ">Who is who: Anytown &amp; Eastshire</title>"));
    ck_assert_ptr_nonnull(
        strstr(svg, "12 in all, and 20 links between them, 3 of which only hoped for"));
    ck_assert_ptr_nonnull(strstr(svg, "hoped for, not there yet"));
    ck_assert_ptr_nonnull(strstr(svg, "Standing not stated"));
}

/* Reports go up, watching goes down, and what is said both ways is one arrow with two heads. */
START_TEST(who_stands_above_whom) {
    const Governance *g = governance_of_an_area(arena);
    const Diagram *d = diagram_of(g);
    for (uint32_t i = 0; i < d->arrow_count; i++) {
        const Arrow *arrow = &d->arrows[i];
        bool wanted =
            strncmp(arrow->words, "Monitors", 8) != 0 && strcmp(arrow->words, "Assures") != 0 &&
            strcmp(arrow->words, "Supports") != 0 && strcmp(arrow->words, "Sponsors") != 0;
        ck_assert_msg(arrow->up == wanted, "%s", arrow->words);
    }
    ck_assert_str_eq(d->arrows[0].words, "Sub-committee of; reports to");
}

/* Three area groups, each with a practice group of its own, are two boxes; the rest stand alone. */
START_TEST(those_joined_alike_share_a_box) {
    const Governance *g = governance_gathered(governance_of_an_area(arena));
    ck_assert_uint_eq(g->node_count, 8);
    uint32_t several = 0;
    for (uint32_t i = 0; i < g->node_count; i++)
        several += g->nodes[i].several;
    ck_assert_uint_eq(several, 2);
    const char *svg = drawn(governance_of_an_area(arena));
    ck_assert_uint_eq(times_in(svg, "<g id=\"governance-node-"), 8);
    ck_assert_ptr_nonnull(strstr(svg, "one each"));
    ck_assert_ptr_nonnull(strstr(svg, ">\u2022 South area group<"));
}

/* Six groups of two boards: neither all with all nor one each, so that no box would be true. */
START_TEST(what_is_uneven_stays_apart) {
    Governance *g = governance_new(arena, TEXT("Uneven"));
    for (int i = 0; i < 8; i++)
        body(g, arena_format(arena, "b%d", i), arena_format(arena, "B %d", i), NODE_BOX,
             GOVERNANCE_NONE, "");
    for (uint32_t i = 2; i < 8; i++)
        join(g, i, "Reports to", i % 2, false, "");
    const Governance *gathered = governance_gathered(g);
    ck_assert_uint_eq(gathered->link_count, 2);
    ck_assert_uint_eq(gathered->node_count, 4);
    join(g, 0, "Works with", 1, false, "");
    ck_assert_uint_eq(governance_gathered(g)->node_count, 4);
}

START_TEST(both_ways_are_one_arrow) {
    Governance *g = governance_new(arena, TEXT("Two"));
    body(g, "a", "A", NODE_BOX, GOVERNANCE_NONE, "");
    body(g, "b", "B", NODE_BOX, GOVERNANCE_NONE, "");
    join(g, 0, "Informs", 1, false, "");
    join(g, 1, "Informs", 0, false, "");
    join(g, 0, "Funds", 1, true, "");
    const Diagram *d = diagram_of(g);
    ck_assert_uint_eq(d->arrow_count, 2);
    ck_assert(d->arrows[0].both && !d->arrows[1].both);
    ck_assert_uint_eq(times_in(drawn(g), "marker-start"), 1);
    out_free(&out);
    governance_table(g, &out);
    ck_assert_uint_eq(times_in(out.bytes, "<td>Informs</td>"), 2);
    ck_assert_uint_eq(times_in(out.bytes, "hoped for"), 1);
}

/* Graphviz bends a curve of this network by a point left of the paper. */
static Governance *governance_of_a_fund(void) {
    static const struct {
        const char *title, *detail;
        NodeShape shape;
    } NODES[] = {{"Meadow Row forum", "meets every last Wednesday of the month", NODE_BOX},
                 {"Meadow Row tenants' club", "", NODE_BOX},
                 {"Northern Estates community trust", "", NODE_BOX},
                 {"Stoke-on-Trent Health and Wellbeing Board", "", NODE_BOX},
                 {"Stoke-on-Trent City Council", "", NODE_BOX},
                 {"The clinical commissioning group", "", NODE_BOX},
                 {"Public Health", "", NODE_BOX},
                 {"The police", "", NODE_BOX},
                 {"The fire service", "", NODE_BOX},
                 {"Healthwatch Stoke-on-Trent", "", NODE_BOX},
                 {"The voluntary and community sector", "", NODE_BOX},
                 {"Joint Health and Wellbeing Strategy", "", NODE_THING},
                 {"Joint Strategic Needs Assessment", "", NODE_THING},
                 {"The Meadow Row health chest", "", NODE_THING},
                 {"Engaging patients and the public", "", NODE_THING}};
    static const struct {
        uint32_t from, to;
        const char *way;
    } LINKS[] = {{0, 4, "Works with"},    {3, 11, "Owns"},         {3, 12, "Owns"},
                 {9, 3, "Works with"},    {10, 3, "Works with"},   {0, 13, "Decides"},
                 {4, 13, "Owns"},         {3, 14, "Owns"},         {3, 14, "Adopts"},
                 {4, 14, "Adopts"},       {5, 14, "Adopts"},       {6, 14, "Adopts"},
                 {7, 14, "Adopts"},       {8, 14, "Adopts"},       {9, 14, "Adopts"},
                 {4, 3, "Takes part in"}, {5, 3, "Takes part in"}, {6, 3, "Takes part in"},
                 {7, 3, "Takes part in"}, {8, 3, "Takes part in"}, {9, 3, "Takes part in"}};
    Governance *g = governance_new(arena, TEXT("A health chest for Meadow Row"));
    uint32_t alone = governance_shade(g, "Independent");
    g->shaded_by = "Standing";
    for (uint32_t i = 0; i < sizeof NODES / sizeof *NODES; i++)
        body(g, arena_format(arena, "n%u", (unsigned)i), NODES[i].title, NODES[i].shape,
             i == 1 || i == 2 || i == 10 ? alone : GOVERNANCE_NONE, NODES[i].detail);
    for (uint32_t i = 0; i < sizeof LINKS / sizeof *LINKS; i++)
        governance_link(g, (GovernanceLink){.from = LINKS[i].from,
                                            .via = GOVERNANCE_NONE,
                                            .to = LINKS[i].to,
                                            .way = LINKS[i].way,
                                            .detail = ""});
    return g;
}

START_TEST(numbers_left_of_the_paper_are_numbers) {
    const char *svg = drawn(governance_of_a_fund());
    ck_assert_ptr_null(strstr(svg, ".-"));
}

START_TEST(loops_and_lone_bodies_are_drawn) {
    Governance *g = governance_new(arena, TEXT("Loop"));
    body(g, "a", "Looks after itself", NODE_BOX, GOVERNANCE_NONE, "");
    body(g, "b", "Alone", NODE_BOX, GOVERNANCE_NONE, "");
    join(g, 0, "Monitors", 0, false, "");
    check_lettering(drawn(g));
    ck_assert_ptr_nonnull(strstr(out.bytes, ">Alone<"));
}

START_TEST(dot_is_read_by_others) {
    governance_dot(governance_number(_i), &out);
    FILE *reader = popen("dot -Tcanon >/dev/null 2>&1", "w");
    ck_assert_ptr_nonnull(reader);
    ck_assert_uint_eq(fwrite(out.bytes, 1, out.length, reader), out.length);
    ck_assert_int_eq(pclose(reader), 0);
    ck_assert_ptr_nonnull(strstr(out.bytes, "digraph governance {"));
}

START_TEST(what_cannot_be_laid_out_is_said) {
    const char *why = NULL;
    ck_assert_ptr_null(graphviz_layout(arena, TEXT("digraph { n0 -> "), 1, 0, &why));
    ck_assert_str_eq(why, "Graphviz could not lay the diagram out");
    ck_assert_ptr_null(graphviz_layout(arena, TEXT("digraph { n0 }"), 2, 0, &why));
    ck_assert_str_eq(why, "Graphviz left parts of the diagram out");
    ck_assert_ptr_nonnull(graphviz_layout(arena, TEXT("digraph { n0 }"), 1, 0, &why));
    ck_assert_ptr_null(why);
}

int main(void) {
    TCase *all = tcase_create("governance");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_set_timeout(all, 60);
    tcase_add_loop_test(all, no_words_meet, 0, 5);
    tcase_add_loop_test(all, the_same_bytes_each_time, 0, 5);
    tcase_add_test(all, a_drawing_says_what_it_is);
    tcase_add_test(all, who_stands_above_whom);
    tcase_add_test(all, those_joined_alike_share_a_box);
    tcase_add_test(all, what_is_uneven_stays_apart);
    tcase_add_test(all, both_ways_are_one_arrow);
    tcase_add_test(all, numbers_left_of_the_paper_are_numbers);
    tcase_add_test(all, loops_and_lone_bodies_are_drawn);
    tcase_add_loop_test(all, dot_is_read_by_others, 0, 5);
    tcase_add_test(all, what_cannot_be_laid_out_is_said);
    Suite *suite = suite_create("governance");
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

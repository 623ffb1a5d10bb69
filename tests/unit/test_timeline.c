/* Timelines: the order, the words, the axis; and drawings in which nothing meets and nothing is
 * left out, from one record to five hundred, from a week to five years. */
#include <jansson.h>

#include "lettered.h"
#include "timelines.h"

static Arena *arena;
static Out out;

static void set_up(void) {
    arena = arena_new();
    out = (Out){0};
}

static void tear_down(void) {
    out_free(&out);
    arena_free(arena);
}

static const char *drawn(const Timeline *timeline) {
    out_free(&out);
    timeline_svg(timeline, true, &out);
    ck_assert(!out.failed);
    return out.bytes;
}

static const char *written(const Timeline *timeline, unsigned width, bool plain) {
    out_free(&out);
    timeline_text(timeline, width, plain, &out);
    ck_assert(!out.failed);
    return out.bytes;
}

/* ---- the value ---- */

START_TEST(rows_are_read_by_day_and_lane) {
    Timeline *t = timeline_of_a_life(arena);
    static const char *const ORDER[] = {"Patient survey of the year before",
                                        "Equality impact assessment", "Consultation document",
                                        "Consultation", "Interviews in care homes"};
    for (size_t i = 0; i < sizeof ORDER / sizeof *ORDER; i++)
        ck_assert_msg(text_is(t->rows[i]->title, ORDER[i]), "%zu is %.*s", i,
                      TEXT_ARGS(t->rows[i]->title));
    ck_assert(t->rows[3]->is_lane);
    ck_assert_uint_eq(t->rows[4]->lane, 3);
    ck_assert(text_is(t->rows[11]->title, "Local elections")); /* days to mind stand last */
    ck_assert_uint_eq(t->dated, 12);
    ck_assert_uint_eq(t->row_count, 14);
}

START_TEST(lanes_are_one_deep) {
    Timeline *t = timeline_new(arena, TEXT("Deep"), civil_day(2026, 1, 1));
    for (int i = 0; i < 4; i++) {
        TimelineRow *row = add(t, "Part", arena_format(arena, "part %d", i), TIMELINE_BAR,
                               on_day(2026, 5, 9 - i), on_day(2026, 6, 9));
        row->lane = i == 0 ? TIMELINE_NONE : (uint32_t)(i - 1);
    }
    timeline_settle(t);
    ck_assert(text_is(t->rows[0]->title, "part 0"));
    for (int i = 1; i < 4; i++)
        ck_assert_uint_eq(t->rows[i]->lane, 0);
}

START_TEST(a_lane_without_a_day_stands_above_what_has_one) {
    Timeline *t = timeline_new(arena, TEXT("Lane"), civil_day(2026, 1, 1));
    add(t, "Stage", "Some time", TIMELINE_BAR, NEVER_SAID, NEVER_SAID);
    add(t, "Activity", "Fair", TIMELINE_BAR, on_day(2026, 5, 9), on_day(2026, 5, 9))->lane = 0;
    timeline_settle(t);
    ck_assert_uint_eq(t->dated, 2);
    ck_assert(text_is(t->rows[0]->title, "Some time"));
    ck_assert_str_eq(row_words(t, t->rows[0]), "no day given");
    check_lettering(drawn(t));
}

static void check_words(DateRange from, DateRange to, const char *wanted) {
    Timeline *t = timeline_new(arena, TEXT("Words"), civil_day(2026, 1, 1));
    TimelineRow *row = timeline_row(t, TEXT("It"), timeline_kind(t, "Activity"));
    ck_assert_str_eq(timeline_mark(t, row, TIMELINE_BAR, from, to)->words, wanted);
}

START_TEST(days_in_words) {
    check_words(on_day(2026, 5, 19), on_day(2026, 5, 19), "19 May 2026");
    check_words(on_day(2026, 5, 11), on_day(2026, 5, 15), "11 to 15 May 2026, 5 days");
    check_words(on_day(2025, 5, 29), on_day(2025, 8, 31), "29 May to 31 August 2025, 95 days");
    check_words(on_day(2025, 12, 30), on_day(2026, 1, 2),
                "30 December 2025 to 2 January 2026, 4 days");
    check_words(in_month(2025, 10), in_month(2025, 11), "October to November 2025");
    check_words(on_day(2026, 5, 11), from_day(2026, 6, 1),
                "11 May 2026 to a day not before 1 June 2026");
    check_words(by_day(2026, 7, 31), by_day(2026, 7, 31), "by 31 July 2026");
    check_words(NEVER_SAID, on_day(2026, 5, 15), "to 15 May 2026, first day not known");
    check_words(on_day(2026, 5, 11), (DateRange){DAY_UNKNOWN_FUTURE, DAY_UNKNOWN_FUTURE},
                "from 11 May 2026, no end given");
    ck_assert_str_eq(months_cut(arena, "30 December 2025 to May"), "30 Dec 2025 to May");
}

/* ---- the axis ---- */

START_TEST(an_axis_holds_its_days_and_its_ticks) {
    Day first = civil_day(2024, 2, 27);
    for (int days = 0; days < 80000; days += 1 + days / 3)
        for (uint32_t most = 6; most < 24; most += 5) {
            Axis axis = axis_over(arena, first, first + days, most);
            ck_assert_int_le(axis.first, first);
            ck_assert_int_ge(axis.last, first + days);
            ck_assert_uint_ge(axis.count, 1);
            ck_assert_uint_le(axis.count, most);
            ck_assert_int_eq(axis.ticks[0].day, axis.first);
            for (uint32_t i = 1; i < axis.count; i++)
                ck_assert_int_lt(axis.ticks[i - 1].day, axis.ticks[i].day);
        }
}

START_TEST(an_axis_chooses_its_unit) {
    Day first = civil_day(2026, 5, 11);
    ck_assert_str_eq(axis_over(arena, first, first + 6, 19).unit, "days");
    ck_assert_str_eq(axis_over(arena, first, first + 60, 19).unit, "weeks, each from its Monday");
    ck_assert_str_eq(axis_over(arena, first, first + 400, 19).unit, "months");
    ck_assert_str_eq(axis_over(arena, first, first + 5000, 19).unit, "years");
}

/* ---- the drawing ---- */

static Timeline *timeline_number(int i) {
    switch (i) {
    case 0: return timeline_of_a_life(arena);
    case 1: return timeline_of_one(arena);
    case 2: return timeline_of_a_week(arena);
    case 3: return timeline_of_nothing_known(arena);
    case 4: return timeline_of_many(arena, 30, 2021, 1700);
    case 5: return timeline_of_many(arena, 60, 2024, 300);
    case 6: return timeline_of_many(arena, 130, 2024, 90);
    default: return timeline_of_many(arena, 500, 2021, 1800);
    }
}

START_TEST(no_words_meet) {
    size_t words = check_lettering(drawn(timeline_number(_i)));
    ck_assert_uint_ge(words, 4);
}

/* Every bar open to take part in, cut down to its weeks. */
static Timeline *weeks_number(int i) {
    Timeline *t = timeline_number(i);
    for (uint32_t r = 0; r < t->dated; r++)
        for (uint32_t m = 0; m < t->rows[r]->mark_count; m++)
            t->rows[r]->marks[m].opens = t->rows[r]->marks[m].shape == TIMELINE_BAR;
    return timeline_weeks(t);
}

START_TEST(no_words_meet_in_the_weeks) {
    size_t words = check_lettering(drawn(weeks_number(_i)));
    ck_assert_uint_ge(words, 4);
}

/* The as-at day on each day of three months: its line never goes through any words. */
START_TEST(the_as_at_line_crosses_no_words) {
    Timeline *t = timeline_of_a_life(arena);
    for (Day day = civil_day(2026, 4, 1); day < civil_day(2026, 7, 1); day++) {
        t->as_at = day;
        check_lettering(drawn(t));
    }
}

START_TEST(weeks_are_whole_and_apart) {
    for (int i = 0; i < 8; i++) {
        const Timeline *t = weeks_number(i);
        for (uint32_t s = 0; s < t->stretch_count; s++) {
            ck_assert_int_eq(civil_weekday(t->stretches[s].first), MONDAY);
            ck_assert_int_eq(civil_weekday(t->stretches[s].last), SUNDAY);
            ck_assert(s == 0 || t->stretches[s].first - t->stretches[s - 1].last > 28);
        }
    }
}

/* What falls in no week is counted: nothing goes without a word. */
START_TEST(weeks_count_what_they_leave_out) {
    Timeline *t = timeline_of_a_life(arena);
    for (uint32_t r = 0; r < t->dated; r++)
        if (text_is(t->rows[r]->title, "Consultation"))
            t->rows[r]->marks[0].opens = true;
    const Timeline *weeks = timeline_weeks(t);
    ck_assert_uint_eq(weeks->stretch_count, 1);
    ck_assert_int_eq(weeks->first, civil_day(2026, 5, 4));
    ck_assert_int_eq(weeks->last, civil_day(2026, 7, 19));
    char note[80];
    snprintf(note, sizeof note, "%u things in the plan fall in none of these weeks",
             (unsigned)(t->dated - weeks->dated));
    ck_assert_uint_lt(weeks->dated, t->dated);
    ck_assert_ptr_nonnull(strstr(drawn(weeks), note));
    ck_assert_ptr_nonnull(strstr(written(weeks, 80, true), "Survey"));
    ck_assert_ptr_null(strstr(written(weeks, 80, true), "You said"));
}

START_TEST(nothing_open_is_said) {
    const char *svg = drawn(timeline_weeks(timeline_of_a_life(arena)));
    ck_assert_ptr_nonnull(strstr(svg, "No day is known on which people can take part"));
}

/* A copy of what was just written; the assertions below print no whole drawings. */
static const char *kept(const char *written_just_now) {
    return arena_copy(arena, written_just_now, strlen(written_just_now));
}

START_TEST(the_same_bytes_each_time) {
    const char *once = kept(drawn(timeline_number(_i)));
    ck_assert(strcmp(once, drawn(timeline_number(_i))) == 0);
    once = kept(written(timeline_number(_i), 80, false));
    ck_assert(strcmp(once, written(timeline_number(_i), 80, false)) == 0);
}

START_TEST(a_drawing_says_what_it_is) {
    const char *svg = drawn(timeline_of_a_life(arena));
    ck_assert_ptr_nonnull(strstr(svg, "role=\"img\""));
    ck_assert_ptr_nonnull(strstr(svg, "aria-labelledby=\"timeline-title timeline-description\""));
    ck_assert_ptr_nonnull(strstr(svg, "<title id=\"timeline-title\">Timeline: GP services"));
    ck_assert_ptr_nonnull(strstr(svg, "12 things on the drawing and 2 without a known day"));
    ck_assert_ptr_nonnull(strstr(svg, ">As at 2 June 2026<"));
}

/* Every row is drawn or listed; each uncertain, open or unrecorded one looks so and is explained.
 */
START_TEST(nothing_is_left_out) {
    const Timeline *t = timeline_of_a_life(arena);
    const char *svg = drawn(t);
    for (uint32_t i = 0; i < t->row_count; i++) {
        char beginning[20];
        snprintf(beginning, sizeof beginning, "%.*s", 12, t->rows[i]->title.at);
        ck_assert_msg(strstr(svg, beginning) != NULL, "no %s", beginning);
    }
    static const char *const SAID[] = {"some day in these: not known exactly",
                                       "open: nothing known on that side",
                                       ">Election<",
                                       "no record that it was done",
                                       "not fixed, will be set by 1 June 2026",
                                       "Not drawn, as no day is known"};
    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
        ck_assert_msg(strstr(svg, SAID[i]) != NULL, "no %s", SAID[i]);
}

START_TEST(many_are_counted_and_none_dropped) {
    Timeline *t = timeline_of_many(arena, 500, 2021, 1800);
    const char *svg = drawn(t);
    ck_assert_ptr_nonnull(strstr(svg, "500 things, drawn together"));
    unsigned counted = 0;
    for (const char *at = strstr(svg, ": "); at != NULL; at = strstr(at + 1, ": ")) {
        char *end;
        unsigned long number = strtoul(at + 2, &end, 10);
        if (end != at + 2 && strncmp(end, "</text>", 7) == 0)
            counted += (unsigned)number;
    }
    unsigned lanes = 0;
    for (uint32_t i = 0; i < t->row_count; i++)
        lanes += t->rows[i]->is_lane;
    ck_assert_uint_eq(counted + lanes, 500);
}

START_TEST(as_at_far_away_is_said) {
    Timeline *t = timeline_of_one(arena);
    t->as_at = civil_day(2031, 1, 1);
    ck_assert_ptr_nonnull(strstr(drawn(t), "As at 1 January 2031: after all that is drawn"));
}

/* ---- text and table ---- */

START_TEST(text_keeps_to_its_width) {
    static const unsigned WIDTHS[] = {40, 50, 60, 80, 100, 132, 200};
    for (size_t w = 0; w < sizeof WIDTHS / sizeof *WIDTHS; w++)
        for (int plain = 0; plain <= 1; plain++) {
            const char *text = written(timeline_number(_i), WIDTHS[w], plain != 0);
            for (const char *line = text; *line != '\0';) {
                const char *end = strchr(line, '\n');
                Text one = {line, (size_t)(end - line)};
                ck_assert_uint_le(utf8_columns(one), WIDTHS[w]);
                ck_assert_msg(one.length == 0 || one.at[one.length - 1] != ' ',
                              "blank at end: %.*s", TEXT_ARGS(one));
                line = end + 1;
            }
        }
}

START_TEST(plain_text_is_ascii_and_reads_as_wanted) {
    const char *text = written(timeline_of_a_life(arena), 100, true);
    for (const char *at = text; *at != '\0'; at++)
        ck_assert_msg((unsigned char)*at < 0x80, "not ASCII: %.20s", at);
    static const char *const LINES[] = {"\nConsultation  ",
                                        "=====",
                                        "~~~~",
                                        "11 May to 10 Jul 2026",
                                        "61 days",
                                        "\nAs at  ",
                                        "2 Jun 2026\n",
                                        "  - Visits to places of worship (Activity): not fixed"};
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        ck_assert_msg(strstr(text, LINES[i]) != NULL, "no %s in\n%s", LINES[i], text);
}

START_TEST(the_table_has_every_row) {
    Timeline *t = timeline_of_many(arena, 500, 2021, 1800);
    timeline_table(t, &out);
    ck_assert_uint_eq(times_in(out.bytes, "<th scope=\"row\">"), 500);
    ck_assert_ptr_null(strstr(out.bytes, "<b>bold"));
}

/* Every row stands on one sheet; a lane again on the next, where more of it follows. */
START_TEST(sheets_hold_all_rows) {
    const Timeline *t = timeline_number(5);
    uint32_t sheets = timeline_sheets(t), *seen = calloc(t->row_count, sizeof *seen);
    ck_assert_uint_eq(sheets, 3);
    for (uint32_t s = 0; s < sheets; s++) {
        const Timeline *sheet = timeline_sheet(t, s);
        for (uint32_t r = 0; r < sheet->row_count; r++)
            seen[sheet->rows[r]->order]++;
        const char *svg = drawn(sheet);
        check_lettering(svg);
        /* Not much higher than A4 is to its width. */
        ck_assert_int_le(number_after(svg, " height=\""), number_after(svg, " width=\"") * 8 / 5);
    }
    for (uint32_t r = 0; r < t->row_count; r++) {
        uint32_t times = seen[t->rows[r]->order];
        ck_assert_uint_ge(times, 1);
        ck_assert_uint_le(times, t->rows[r]->is_lane ? 2 : 1);
    }
    free(seen);
    ck_assert_uint_eq(timeline_sheets(timeline_number(4)), 1);
    ck_assert_uint_eq(timeline_sheets(timeline_number(7)), 1);
}

/* Days to mind have a ground of their own through all rows, a single day above a stretch. */
START_TEST(days_to_mind_run_through_all_rows) {
    Timeline *t = timeline_new(arena, TEXT("Minds"), civil_day(2026, 5, 1));
    add(t, "Days off", "Days off", TIMELINE_SHADE, on_day(2026, 5, 4), on_day(2026, 5, 4));
    add(t, "School term", "Summer term", TIMELINE_SHADE, on_day(2026, 4, 13), on_day(2026, 7, 22));
    add(t, "Stage", "Listening", TIMELINE_BAR, on_day(2026, 4, 20), on_day(2026, 5, 29));
    timeline_settle(t);
    ck_assert_int_eq(t->last, civil_day(2026, 5, 29)); /* terms make no plan longer */
    const char *svg = drawn(t);
    const char *term = strstr(svg, "fill=\"url(#timeline-mind-1)\" stroke=\"none\"");
    const char *day = strstr(svg, "fill=\"url(#timeline-mind-0)\" stroke=\"none\"");
    ck_assert_ptr_nonnull(term);
    ck_assert_ptr_nonnull(day);
    ck_assert(term < day);
    ck_assert_ptr_nonnull(strstr(svg, ">School term<"));
    check_lettering(svg);
}

/* ---- facts for other programs ---- */

START_TEST(csv_has_a_line_for_each_day) {
    Timeline *t = timeline_of_a_life(arena);
    size_t lines = 1;
    for (uint32_t r = 0; r < t->row_count; r++)
        lines += t->rows[r]->mark_count == 0 ? 1 : t->rows[r]->mark_count;
    timeline_csv(t, &out);
    ck_assert_uint_eq(times_in(out.bytes, "\r\n"), lines);
    ck_assert_ptr_nonnull(strstr(out.bytes, "2026-05-11"));
    ck_assert_ptr_nonnull(strstr(out.bytes, "no-record"));
}

static const char *string_at(const json_t *row, const char *key) {
    return json_string_value(json_object_get(row, key));
}

START_TEST(json_has_all_that_is_drawn) {
    Timeline *t = timeline_of_a_life(arena);
    ck_assert(timeline_json(t, &out));
    json_t *whole = json_loads(out.bytes, 0, NULL);
    ck_assert_ptr_nonnull(whole);
    const json_t *rows = json_object_get(whole, "rows");
    ck_assert_uint_eq(json_array_size(rows), t->row_count);
    for (uint32_t r = 0; r < t->row_count; r++) {
        const json_t *row = json_array_get(rows, r), *days = json_object_get(row, "days");
        ck_assert(text_is(t->rows[r]->title, string_at(row, "title")));
        ck_assert_str_eq(string_at(row, "when"), row_words(t, t->rows[r]));
        ck_assert_uint_eq(json_array_size(days), t->rows[r]->mark_count);
        for (uint32_t m = 0; m < t->rows[r]->mark_count; m++) {
            const json_t *day = json_array_get(days, m), *from = json_object_get(day, "from");
            char iso[DAY_TEXT];
            Day first = t->rows[r]->marks[m].from.first;
            if (first > DAY_UNKNOWN_PAST && first < DAY_UNKNOWN_FUTURE)
                ck_assert_str_eq(string_at(from, "earliest"), day_iso(first, iso));
            else
                ck_assert(json_is_null(json_object_get(from, "earliest")));
        }
    }
    json_decref(whole);
}

START_TEST(many_days_are_listed_in_short) {
    Timeline *t = timeline_new(arena, TEXT("Days"), civil_day(2026, 1, 1));
    TimelineRow *row = timeline_row(t, TEXT("Off"), timeline_kind(t, "Days off"));
    static const int DAYS[][3] = {{2025, 12, 25}, {2025, 12, 26}, {2026, 1, 1}, {2026, 4, 3},
                                  {2026, 4, 6},   {2026, 5, 4},   {2026, 5, 25}};
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++) {
        DateRange day = on_day(DAYS[i][0], DAYS[i][1], DAYS[i][2]);
        timeline_mark(t, row, TIMELINE_SHADE, day, day);
    }
    ck_assert_str_eq(row_words_short(t, row, true),
                     "25, 26 Dec 2025, 1 Jan, 3, 6 Apr, 4, 25 May 2026");
}

int main(void) {
    TCase *value = tcase_create("value"), *drawing = tcase_create("drawing");
    tcase_add_checked_fixture(value, set_up, tear_down);
    tcase_add_test(value, rows_are_read_by_day_and_lane);
    tcase_add_test(value, lanes_are_one_deep);
    tcase_add_test(value, a_lane_without_a_day_stands_above_what_has_one);
    tcase_add_test(value, days_in_words);
    tcase_add_test(value, an_axis_holds_its_days_and_its_ticks);
    tcase_add_test(value, an_axis_chooses_its_unit);
    tcase_add_checked_fixture(drawing, set_up, tear_down);
    tcase_set_timeout(drawing, 60);
    tcase_add_loop_test(drawing, no_words_meet, 0, 8);
    tcase_add_loop_test(drawing, no_words_meet_in_the_weeks, 0, 8);
    tcase_add_test(drawing, the_as_at_line_crosses_no_words);
    tcase_add_test(drawing, weeks_are_whole_and_apart);
    tcase_add_test(drawing, weeks_count_what_they_leave_out);
    tcase_add_test(drawing, nothing_open_is_said);
    tcase_add_test(drawing, sheets_hold_all_rows);
    tcase_add_test(drawing, days_to_mind_run_through_all_rows);
    tcase_add_test(drawing, csv_has_a_line_for_each_day);
    tcase_add_test(drawing, json_has_all_that_is_drawn);
    tcase_add_test(drawing, many_days_are_listed_in_short);
    tcase_add_loop_test(drawing, the_same_bytes_each_time, 0, 8);
    tcase_add_test(drawing, a_drawing_says_what_it_is);
    tcase_add_test(drawing, nothing_is_left_out);
    tcase_add_test(drawing, many_are_counted_and_none_dropped);
    tcase_add_test(drawing, as_at_far_away_is_said);
    tcase_add_loop_test(drawing, text_keeps_to_its_width, 0, 8);
    tcase_add_test(drawing, plain_text_is_ascii_and_reads_as_wanted);
    tcase_add_test(drawing, the_table_has_every_row);
    Suite *suite = suite_create("timeline");
    suite_add_tcase(suite, value);
    suite_add_tcase(suite, drawing);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Timelines made by hand, for tests of the drawings: small, large, short, long, half known. */
#ifndef CONVENE_TESTS_TIMELINES_H
#define CONVENE_TESTS_TIMELINES_H

#include <stdio.h>

#include "emit/timeline.h"

static inline DateRange on_day(int year, int month, int day) {
    Day at = civil_day(year, month, day);
    return (DateRange){at, at};
}

static inline DateRange in_month(int year, int month) {
    return (DateRange){civil_day(year, month, 1),
                       civil_day(year, month, civil_days_in_month(year, month))};
}

static inline DateRange by_day(int year, int month, int day) {
    return (DateRange){DAY_UNKNOWN_PAST, civil_day(year, month, day)};
}

static inline DateRange from_day(int year, int month, int day) {
    return (DateRange){civil_day(year, month, day), DAY_UNKNOWN_FUTURE};
}

static const DateRange NEVER_SAID = {DAY_UNKNOWN_PAST, DAY_UNKNOWN_FUTURE};

/* The number of the row just added. */
static inline uint32_t added(const Timeline *timeline) { return timeline->row_count - 1; }

static inline TimelineRow *add(Timeline *timeline, const char *kind, const char *title,
                               TimelineShape shape, DateRange from, DateRange to) {
    TimelineRow *row = timeline_row(timeline, text_of(title), timeline_kind(timeline, kind));
    if (range_is_known(from) || range_is_known(to))
        timeline_mark(timeline, row, shape, from, to);
    return row;
}

/* A whole life of a plan, with everything a timeline can show. */
static inline Timeline *timeline_of_a_life(Arena *arena) {
    Timeline *t = timeline_new(arena, TEXT("GP services after the Riverside contract ends"),
                               civil_day(2026, 6, 2));
    uint32_t consult = timeline_shade(t, "Consult"), involve = timeline_shade(t, "Involve");
    add(t, "Evidence", "Patient survey of the year before", TIMELINE_BAR, in_month(2025, 10),
        in_month(2025, 11))
        ->done = DONE_YES;
    add(t, "Evidence", "Equality impact assessment", TIMELINE_MILESTONE, on_day(2026, 3, 20),
        on_day(2026, 3, 20))
        ->done = DONE_YES;
    TimelineRow *paper = add(t, "Document", "Consultation document", TIMELINE_MILESTONE,
                             on_day(2026, 4, 6), on_day(2026, 4, 6));
    timeline_mark(t, paper, TIMELINE_MILESTONE, on_day(2026, 5, 6), on_day(2026, 5, 6))->note =
        TEXT("easy read");
    paper->done = DONE_NO_RECORD;
    add(t, "Election", "Local elections", TIMELINE_SHADE, on_day(2026, 3, 27), on_day(2026, 5, 7));
    TimelineRow *stage =
        add(t, "Stage", "Consultation", TIMELINE_BAR, on_day(2026, 5, 11), on_day(2026, 7, 10));
    uint32_t lane = added(t);
    stage->shade = consult;
    TimelineRow *row = add(t, "Activity", "Survey, online and on paper", TIMELINE_BAR,
                           on_day(2026, 5, 11), on_day(2026, 7, 3));
    row->lane = lane, row->shade = consult, row->done = DONE_RUNNING;
    row = add(t, "Activity", "Public meeting", TIMELINE_BAR, on_day(2026, 5, 19),
              on_day(2026, 5, 19));
    row->lane = lane, row->shade = consult, row->done = DONE_NO_RECORD;
    row = add(t, "Activity",
              "Working group of patients over 75 and their carers, who meet until "
              "the board has what it needs",
              TIMELINE_BAR, in_month(2026, 6), from_day(2026, 7, 1));
    row->lane = lane, row->shade = involve, row->done = DONE_PLANNED;
    row = add(t, "Activity", "Interviews in care homes", TIMELINE_BAR, in_month(2026, 5),
              in_month(2026, 6));
    row->lane = lane, row->shade = involve, row->done = DONE_NO;
    add(t, "Decision", "What replaces Riverside", TIMELINE_MILESTONE,
        (DateRange){civil_day(2026, 8, 21), civil_day(2026, 9, 30)},
        (DateRange){civil_day(2026, 8, 21), civil_day(2026, 9, 30)})
        ->done = DONE_PLANNED;
    add(t, "Feedback", "You said, we did", TIMELINE_MILESTONE, by_day(2026, 11, 30),
        by_day(2026, 11, 30))
        ->done = DONE_PLANNED;
    add(t, "Review", "What we would do differently", TIMELINE_MILESTONE, from_day(2026, 12, 1),
        from_day(2026, 12, 1))
        ->done = DONE_PLANNED;
    add(t, "Activity", "Visits to places of worship", TIMELINE_BAR, NEVER_SAID, NEVER_SAID)
        ->undated = "not fixed, will be set by 1 June 2026";
    add(t, "Document", "Summary in the four languages most spoken in the area after English",
        TIMELINE_MILESTONE, NEVER_SAID, NEVER_SAID);
    timeline_settle(t);
    return t;
}

static inline Timeline *timeline_of_one(Arena *arena) {
    Timeline *t = timeline_new(arena, TEXT("One meeting"), civil_day(2026, 5, 1));
    add(t, "Activity", "Public meeting", TIMELINE_BAR, on_day(2026, 5, 19), on_day(2026, 5, 19));
    timeline_settle(t);
    return t;
}

/* Titles of every length up to far too long, one of them a single word. */
static inline Timeline *timeline_of_many(Arena *arena, uint32_t count, int first_year, int days) {
    Timeline *t = timeline_new(arena,
                               TEXT("A plan with very much in it, to see how a drawing of "
                                    "it stands up when there is more than a page holds"),
                               civil_day(first_year, 6, 15));
    Day start = civil_day(first_year, 2, 2);
    static const char *const KINDS[] = {"Activity", "Activity", "Document", "Meeting", "Decision",
                                        "Activity", "Review",   "Feedback", "Evidence"};
    uint32_t lane = TIMELINE_NONE;
    for (uint32_t i = 0; i < count; i++) {
        int offset = (int)((uint64_t)i * 7919 % (uint64_t)days);
        int length = (int)((uint64_t)i * 104729 % (uint64_t)(days / 6 + 1));
        if (i % 20 == 0) {
            add(t, "Stage",
                arena_format(arena, "Stage %u, \u201clistening\u201d", (unsigned)i / 20 + 1),
                TIMELINE_BAR, (DateRange){start + offset, start + offset},
                (DateRange){start + offset + days / 4, start + offset + days / 4});
            lane = added(t);
            continue;
        }
        static const char *const TITLES[] = {
            "Drop-in",
            "Conversation with carers at the community centre in the old market hall",
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch, and what is thought there",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
            "Questionnaire",
            "\u4f60\u597d\uff0c\u6211\u4eec\u60f3\u77e5\u9053\u4f60\u7684\u770b\u6cd5\uff0c"
            "\u8bf7\u56de\u7b54\u8fd9\u4e9b\u95ee\u9898\u5e76\u5bc4\u56de\u7ed9\u6211\u4eec",
            "Focus group <b>bold</b> & \"quoted\"",
        };
        TimelineRow *row = timeline_row(t, text_of(TITLES[i % 7]), timeline_kind(t, KINDS[i % 9]));
        DateRange from = {start + offset, start + offset + (i % 11 == 0 ? 20 : 0)};
        DateRange to = {start + offset + length, start + offset + length + (i % 5 == 0 ? 9 : 0)};
        bool bar = i % 9 < 2;
        timeline_mark(t, row, bar ? TIMELINE_BAR : TIMELINE_MILESTONE, from, bar ? to : from);
        row->done = (TimelineDone)(i % 6);
        row->lane = i % 3 == 0 ? TIMELINE_NONE : lane;
        if (bar)
            row->shade = timeline_shade(t, i % 2 == 0 ? "Consult" : "Collaborate");
    }
    timeline_settle(t);
    return t;
}

static inline Timeline *timeline_of_a_week(Arena *arena) {
    Timeline *t = timeline_new(arena, TEXT("One week"), civil_day(2026, 5, 13));
    add(t, "Stage", "The week", TIMELINE_BAR, on_day(2026, 5, 11), on_day(2026, 5, 17));
    uint32_t lane = added(t);
    for (int i = 0; i < 5; i++)
        add(t, "Activity", arena_format(arena, "Stall on day %d", i + 1), TIMELINE_BAR,
            on_day(2026, 5, 11 + i), on_day(2026, 5, 11 + i))
            ->lane = lane;
    add(t, "Document", "Leaflet", TIMELINE_MILESTONE, on_day(2026, 5, 12), on_day(2026, 5, 12));
    timeline_settle(t);
    return t;
}

static inline Timeline *timeline_of_nothing_known(Arena *arena) {
    Timeline *t = timeline_new(arena, TEXT("Half a page"), civil_day(2026, 5, 13));
    add(t, "Activity", "Something with young people", TIMELINE_BAR, NEVER_SAID, NEVER_SAID);
    add(t, "Decision", "What happens then", TIMELINE_MILESTONE, NEVER_SAID, NEVER_SAID)->undated =
        "not fixed";
    timeline_settle(t);
    return t;
}

#endif

/* A row of a timeline in words: its name, its days, whether it was done. */
#include "timeline.h"

#include <stdio.h>
#include <string.h>

const char *done_words(TimelineDone done) {
    switch (done) {
    case DONE_YES: return "done";
    case DONE_PLANNED: return "planned";
    case DONE_RUNNING: return "under way";
    case DONE_NO_RECORD: return "no record that it was done";
    case DONE_NO: return "not done";
    case DONE_NOT_ASKED: break;
    }
    return "";
}

const char *months_cut(Arena *arena, const char *words) {
    char *cut = arena_copy(arena, words, strlen(words)), *to = cut;
    for (const char *at = words; *at != '\0';) {
        size_t length = 0;
        bool may_begin = *at >= 'A' && *at <= 'S'; /* April to September */
        for (int month = 1; may_begin && month <= 12 && length == 0; month++)
            if (text_starts(text_of(at), month_name(month)))
                length = strlen(month_name(month));
        size_t kept = length == 0 ? 1 : 3;
        memmove(to, at, kept);
        to += kept;
        at += length == 0 ? 1 : length;
    }
    *to = '\0';
    return cut;
}

Text row_name(const Timeline *timeline, const TimelineRow *row) {
    if (row->about.length == 0)
        return row->title;
    return text_of(
        arena_format(timeline->arena, "%.*s (%.*s)", TEXT_ARGS(row->title), TEXT_ARGS(row->about)));
}

const char *row_words(const Timeline *timeline, const TimelineRow *row) {
    if (row->mark_count == 0)
        return row->undated == NULL ? "no day given" : row->undated;
    const char *words = "";
    for (uint32_t i = 0; i < row->mark_count; i++) {
        const TimelineMark *mark = &row->marks[i];
        words = arena_format(timeline->arena, "%s%s%.*s%s%s", words, i > 0 ? "; " : "",
                             TEXT_ARGS(mark->note), mark->note.length > 0 ? ": " : "", mark->words);
    }
    return row->unsaid == NULL ? words
                               : arena_format(timeline->arena, "%s; %s", words, row->unsaid);
}

/* ---- many days in few words ---- */

enum { MARKS_IN_FULL = 6, DAYS_IN_SHORT = 24 };

/* Single days that are known, with no times. */
static bool is_plain_days(const TimelineRow *row) {
    for (uint32_t i = 0; i < row->mark_count; i++)
        if (mark_days(&row->marks[i]) != 1 || row->marks[i].starts_at >= 0)
            return false;
    return true;
}

/* "25, 26 Dec 2025, 1 Jan, 3, 6 Apr 2026": the month where it changes, the year where it does. */
static const char *days_listed(Arena *arena, const TimelineRow *row) {
    const char *words = "";
    for (uint32_t i = 0; i < row->mark_count; i++) {
        Civil day = civil_of(row->marks[i].from.first);
        bool last = i + 1 == row->mark_count;
        Civil next = last ? (Civil){0} : civil_of(row->marks[i + 1].from.first);
        bool month = next.month != day.month || next.year != day.year;
        bool year = next.year != day.year;
        words = arena_format(arena, "%s%s%d", words, i == 0 ? "" : ", ", day.day);
        if (month)
            words = arena_format(arena, "%s %.3s", words, month_name(day.month));
        if (year)
            words = arena_format(arena, "%s %d", words, day.year);
    }
    return words;
}

static const char *days_counted(const Timeline *timeline, const TimelineRow *row) {
    char days[RANGE_TEXT];
    DateRange all = {mark_first(&row->marks[0]), mark_last(&row->marks[0])};
    for (uint32_t i = 1; i < row->mark_count; i++) {
        Day first = mark_first(&row->marks[i]), last = mark_last(&row->marks[i]);
        all.first = first < all.first ? first : all.first;
        all.last = last > all.last ? last : all.last;
    }
    return arena_format(timeline->arena, "%u times, %s; each is in the table",
                        (unsigned)row->mark_count, range_words(all, days));
}

const char *row_words_short(const Timeline *timeline, const TimelineRow *row, bool count) {
    if (row->mark_count > MARKS_IN_FULL && row->mark_count <= DAYS_IN_SHORT && is_plain_days(row))
        return days_listed(timeline->arena, row);
    const char *words = count && row->mark_count > MARKS_IN_FULL ? days_counted(timeline, row)
                                                                 : row_words(timeline, row);
    return months_cut(timeline->arena, words);
}

/* Timeline to facts for other programs: CSV, a line for each day or span, and JSON, an object for
 * each row. Both have everything that the drawing shows, and where it is written. */
#include "timeline.h"

#include <jansson.h>
#include <stdlib.h>

static const char *const SHAPES[] = {
    [TIMELINE_BAR] = "bar", [TIMELINE_MILESTONE] = "milestone", [TIMELINE_SHADE] = "shade"};

/* The stable word for a program; NULL if nobody asks. */
static const char *done_key(TimelineDone done) {
    static const char *const KEYS[] = {[DONE_NOT_ASKED] = NULL,        [DONE_YES] = "done",
                                       [DONE_PLANNED] = "planned",     [DONE_RUNNING] = "under-way",
                                       [DONE_NO_RECORD] = "no-record", [DONE_NO] = "not-done"};
    return KEYS[done];
}

static bool day_is_known(Day day) { return day > DAY_UNKNOWN_PAST && day < DAY_UNKNOWN_FUTURE; }

static Text title_of_lane(const Timeline *timeline, const TimelineRow *row) {
    return row->lane == TIMELINE_NONE ? TEXT("") : timeline->rows[row->lane]->title;
}

static const char *time_words(Arena *arena, int16_t minutes) {
    return minutes < 0 ? NULL : arena_format(arena, "%02d:%02d", minutes / 60, minutes % 60);
}

/* ---- CSV ---- */

static void csv_text(Out *out, Text text) {
    out_csv(out, text);
    out_byte(out, ',');
}

static void csv_string(Out *out, const char *string) {
    csv_text(out, string == NULL ? TEXT("") : text_of(string));
}

static void csv_day(Out *out, Day day) {
    char words[DAY_TEXT];
    csv_string(out, day_is_known(day) ? day_iso(day, words) : NULL);
}

static void csv_days(const Timeline *timeline, const TimelineMark *mark, Out *out) {
    csv_string(out, SHAPES[mark->shape]);
    csv_text(out, mark->note);
    csv_day(out, mark->from.first);
    csv_day(out, mark->from.last);
    csv_day(out, mark->to.first);
    csv_day(out, mark->to.last);
    csv_string(out, mark->no_end ? "no end" : "");
    csv_string(out, mark_days(mark) == 0
                        ? NULL
                        : arena_format(timeline->arena, "%d", (int)mark_days(mark)));
    csv_string(out, time_words(timeline->arena, mark->starts_at));
    csv_string(out, time_words(timeline->arena, mark->ends_at));
    csv_string(out, mark->moves ? "yes" : "");
    csv_string(out, mark->words);
}

static void csv_line(const Timeline *timeline, const TimelineRow *row, const TimelineMark *mark,
                     Out *out) {
    csv_text(out, row->title);
    csv_string(out, timeline->kinds[row->kind]);
    csv_text(out, title_of_lane(timeline, row));
    csv_text(out, row->about);
    if (mark == NULL) {
        out_string(out, ",,,,,,,,,,,");
        csv_string(out, row_words(timeline, row));
    } else {
        csv_days(timeline, mark, out);
    }
    csv_string(out, row->shade == TIMELINE_NONE ? NULL : timeline->shades[row->shade]);
    csv_string(out, done_key(row->done));
    csv_string(out, row->unsaid);
    csv_string(out, row->file);
    if (row->file != NULL)
        out_format(out, "%u", (unsigned)row->line);
    out_string(out, "\r\n");
}

void timeline_csv(const Timeline *timeline, Out *out) {
    out_string(out,
               "title,kind,part of,about,drawn as,day of,from earliest,from latest,to earliest,"
               "to latest,end,days,starts at,ends at,counted from another date,when,shade,"
               "done,not said,file,line\r\n");
    for (uint32_t i = 0; i < timeline->row_count; i++) {
        const TimelineRow *row = timeline->rows[i];
        for (uint32_t m = 0; m < row->mark_count; m++)
            csv_line(timeline, row, &row->marks[m], out);
        if (row->mark_count == 0)
            csv_line(timeline, row, NULL, out);
    }
}

/* ---- JSON ---- */

static json_t *text_json(Text text) {
    return text.length == 0 ? json_null() : json_stringn(text.at, text.length);
}

static json_t *string_json(const char *string) {
    return string == NULL ? json_null() : json_string(string);
}

static json_t *day_json(Day day) {
    char words[DAY_TEXT];
    return day_is_known(day) ? json_string(day_iso(day, words)) : json_null();
}

static json_t *range_json(DateRange range) {
    return json_pack("{s:o, s:o}", "earliest", day_json(range.first), "latest",
                     day_json(range.last));
}

static json_t *mark_json(const Timeline *timeline, const TimelineMark *mark) {
    int32_t days = mark_days(mark);
    return json_pack("{s:b, s:o, s:s, s:o, s:o, s:b, s:o, s:o, s:o, s:s}", "counted", mark->moves,
                     "days", days == 0 ? json_null() : json_integer(days), "drawn",
                     SHAPES[mark->shape], "ends-at",
                     string_json(time_words(timeline->arena, mark->ends_at)), "from",
                     range_json(mark->from), "no-end", mark->no_end, "of", text_json(mark->note),
                     "starts-at", string_json(time_words(timeline->arena, mark->starts_at)), "to",
                     range_json(mark->to), "words", mark->words);
}

static json_t *marks_json(const Timeline *timeline, const TimelineRow *row) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < row->mark_count; i++)
        json_array_append_new(list, mark_json(timeline, &row->marks[i]));
    return list;
}

static json_t *place_json(const TimelineRow *row) {
    return row->file == NULL
               ? json_null()
               : json_pack("{s:s, s:I}", "file", row->file, "line", (json_int_t)row->line);
}

static json_t *row_json(const Timeline *timeline, const TimelineRow *row) {
    return json_pack("{s:o, s:o, s:s, s:o, s:o, s:o, s:o, s:o, s:s}", "about",
                     text_json(row->about), "done", string_json(done_key(row->done)), "kind",
                     timeline->kinds[row->kind], "lane", text_json(title_of_lane(timeline, row)),
                     "not-said", string_json(row->unsaid), "place", place_json(row), "shade",
                     string_json(row->shade == TIMELINE_NONE ? NULL : timeline->shades[row->shade]),
                     "title", text_json(row->title), "when", row_words(timeline, row));
}

static void put_json(Out *out, json_t *value) {
    char *words = value == NULL ? NULL : json_dumps(value, JSON_ENCODE_ANY | JSON_SORT_KEYS);
    out->failed = out->failed || words == NULL;
    if (words != NULL)
        out_string(out, words);
    free(words);
    json_decref(value);
}

static void put_key(Out *out, const char *key, json_t *value, const char *after) {
    out_format(out, " \"%s\": ", key);
    put_json(out, value);
    out_string(out, after);
}

static json_t *notes_json(const Timeline *timeline) {
    json_t *list = json_array();
    for (uint32_t i = 0; i < timeline->note_count; i++)
        json_array_append_new(list, json_string(timeline->notes[i]));
    return list;
}

static json_t *weeks_json(const Timeline *timeline) {
    if (!timeline->is_weeks)
        return json_null();
    json_t *list = json_array();
    for (uint32_t i = 0; i < timeline->stretch_count; i++)
        json_array_append_new(list, json_pack("{s:o, s:o}", "from",
                                              day_json(timeline->stretches[i].first), "to",
                                              day_json(timeline->stretches[i].last)));
    return list;
}

/* Row by row, so that a plan of very many activities needs no tree of them all. */
bool timeline_json(const Timeline *timeline, Out *out) {
    out_string(out, "{\n");
    put_key(out, "as-at", day_json(timeline->as_at), ",\n");
    put_key(out, "format",
            json_string(timeline->is_weeks ? "convene timeline of open weeks" : "convene timeline"),
            ",\n");
    put_key(out, "notes", notes_json(timeline), ",\n");
    out_string(out, " \"rows\": [");
    for (uint32_t i = 0; i < timeline->row_count; i++) {
        json_t *row = row_json(timeline, timeline->rows[i]);
        if (row != NULL)
            json_object_set_new(row, "days", marks_json(timeline, timeline->rows[i]));
        out_string(out, i == 0 ? "\n  " : ",\n  ");
        put_json(out, row);
    }
    out_string(out, "],\n");
    put_key(out, "title", text_json(timeline->title), ",\n");
    put_key(out, "version", json_integer(1), ",\n");
    put_key(out, "weeks", weeks_json(timeline), "\n");
    out_string(out, "}\n");
    return !out->failed;
}

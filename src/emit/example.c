/* Fields as lines to paste. Where a line is to be filled in, days and names stand in capitals, so
 * that a line pasted as it is will not pass for a fact. */
#include "example.h"

#include <ctype.h>
#include <string.h>

#include "said.h"

typedef struct BaseWords {
    Base base;
    const char *one, *many; /* in words */
    const char *likely, *blank;
} BaseWords;

static const BaseWords BASES[] = {
    {BASE_SPAN, "a first and a last day", "first and last days", "11 May 2026 to 3 July 2026",
     "DATE to DATE"},
    {BASE_EVENT, "a day, with times if they are known", "days, with times if they are known",
     "19 May 2026 at 18:30 for 2 hours", "DATE"},
    {BASE_DATE, "a date as it is known", "dates as they are known", "12 May 2026", "DATE"},
    {BASE_NUMBER, "a number as it is known", "numbers as they are known", "about 300", "NUMBER"},
    {BASE_MONEY, "an amount of money", "amounts of money", "£12,500", "AMOUNT"},
    {BASE_PERCENT, "a share", "shares", "25%", "SHARE"},
    {BASE_YES_NO, "yes or no", "yes or no", "yes", "yes"},
    {BASE_DURATION, "a length of time", "lengths of time", "12 weeks", "LENGTH"},
    {BASE_REPEAT, "how often", "how often", "every 2 months", "every LENGTH"},
    {BASE_TIME, "a time of day", "times of day", "18:30", "TIME"},
    {BASE_TEXT, "your own words, in quotation marks", "your own words, in quotation marks",
     "\"...\"", "\"...\""},
    {BASE_YEARLY, "a day of every year", "days of every year", "last Monday of May", "DAY"},
    {BASE_NAME, "a name", "names", "NAME", "NAME"},
    {BASE_RULE, "a rule", "rules", "...", "..."},
    {BASE_MESSAGE, "a message", "messages", "\"...\"", "\"...\""},
};
enum { BASE_COUNT = sizeof BASES / sizeof BASES[0] };

static const char *capitals(Arena *arena, const Name *name) {
    char *words = text_string(arena, name_text(name));
    for (char *c = words; *c != '\0'; c++)
        *c = (char)toupper((unsigned char)*c);
    return words;
}

static const char *record_example(Arena *arena, const Field *field, ExampleUse use) {
    const Kind *kind = field->type.kinds[0];
    bool list = kind_is_list(kind);
    if (use == EXAMPLE_TO_FILL && list)
        return "...";
    if (kind->record_count == 0 || use == EXAMPLE_TO_FILL)
        return capitals(arena, kind->name);
    const Record *first = kind->records[0];
    if (!list)
        return first->name->text;
    const Record *second = kind->record_count > 1 ? kind->records[1] : NULL;
    if (!field->many || second == NULL)
        return said_name(arena, name_text(first->name));
    return arena_format(arena, "%s, %s", said_name(arena, name_text(first->name)),
                        said_name(arena, name_text(second->name)));
}

static const char *value_example(Arena *arena, const Field *field, ExampleUse use) {
    if ((field->type.bases & BASE_RECORD) != 0 && field->type.kind_count > 0)
        return record_example(arena, field, use);
    uint32_t text_or_day = BASE_TEXT | BASE_DATE;
    if ((field->type.bases & text_or_day) == text_or_day && field->many)
        return use == EXAMPLE_TO_READ ? "\"...\", 12 May 2026" : "\"...\", DATE";
    for (int i = 0; i < BASE_COUNT; i++)
        if ((field->type.bases & BASES[i].base) != 0)
            return use == EXAMPLE_TO_READ ? BASES[i].likely : BASES[i].blank;
    return "...";
}

bool example_is_in(Arena *arena, const Field *field, const char *message) {
    const char *spaced = arena_format(arena, "%s:", said_name(arena, name_text(field->name)));
    const char *joined = arena_format(arena, "%s:", field->name->text);
    return strstr(message, spaced) != NULL || strstr(message, joined) != NULL;
}

const char *example_line(Arena *arena, const Field *field, ExampleUse use) {
    const char *day = use == EXAMPLE_TO_READ ? "12 May 2026" : "DATE";
    if (use == EXAMPLE_TO_READ && field->example.length > 0)
        return arena_format(arena, "%s: %s", said_name(arena, name_text(field->name)),
                            said_on_one_line(arena, field->example));
    return arena_format(arena, "%s: %s%s%s%s", said_name(arena, name_text(field->name)),
                        value_example(arena, field, use), field->type.dated ? " on " : "",
                        field->type.dated ? day : "",
                        field->reason_expected ? " because \"...\"" : "");
}

static const char *kinds_held(Arena *arena, const Field *field) {
    const char *held = NULL;
    for (uint32_t i = 0; i < field->type.kind_count; i++) {
        const Kind *kind = field->type.kinds[i];
        bool list = kind_is_list(kind);
        const char *title = said_within(arena, kind->title);
        const char *one =
            !list ? arena_format(arena, "the name of %s", said_a(arena, title))
                  : arena_format(arena, "%s of the list \"%.*s\"", field->many ? "words" : "a word",
                                 TEXT_ARGS(kind->title));
        held = held == NULL ? one : arena_format(arena, "%s, or %s", held, one);
    }
    return held;
}

const char *example_holds(Arena *arena, const Field *field) {
    const char *held = kinds_held(arena, field);
    for (int i = 0; i < BASE_COUNT; i++) {
        if ((field->type.bases & BASES[i].base) == 0)
            continue;
        const char *words = field->many ? BASES[i].many : BASES[i].one;
        held = held == NULL ? words : arena_format(arena, "%s, or %s", held, words);
    }
    if (held == NULL)
        held = "nothing that is written: it is worked out";
    return arena_format(arena, "%s%s%s%s", held, field->type.dated ? ", each with its day" : "",
                        field->many ? "; the line may be repeated" : "",
                        field->reason_expected ? "; a reason is wanted" : "");
}

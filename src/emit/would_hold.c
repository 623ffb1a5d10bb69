#include "would_hold.h"

static void add_stretch(Out *words, DateRange stretch, uint32_t number, uint32_t count) {
    char text[RANGE_TEXT];
    out_string(words, number == 0 ? "" : number + 1 == count ? ", or " : ", ");
    out_format(words, "%s%s", range_is_day(stretch) ? "on " : "from ", range_words(stretch, text));
}

/* "Its opens" as people say it: the title of the field, or its name without hyphens. */
static void add_date(Out *words, const Trial *trial) {
    char text[RANGE_TEXT];
    out_format(words, "\"%.*s\", ", TEXT_ARGS(trial->record->title));
    for (const char *letter = trial->field->name->text; *letter != '\0'; letter++)
        out_byte(words, *letter == '-' ? ' ' : *letter);
    out_format(words, " (%s): ", range_words(trial->range, text));
}

static void add_outcome(Out *words, const Trial *trial) {
    if (trial->told == 0) {
        out_string(words, "no day of it settles this; it turns on something else besides.");
        return;
    }
    if (trial->hold_count == 0) {
        out_string(words, "there is no day of it on which this would hold.");
        return;
    }
    if (trial->holds[0].first == trial->range.first && trial->holds[0].last == trial->range.last) {
        out_string(words, "this would hold on any day of it.");
        return;
    }
    out_string(words, "this would hold ");
    for (uint32_t i = 0; i < trial->hold_count; i++)
        add_stretch(words, trial->holds[i], i, trial->hold_count);
    out_string(words, ".");
}

void would_hold_write(Out *out, const Trial *trials, PageStyle style) {
    Page page = page_new(out, style);
    for (const Trial *trial = trials; trial != NULL; trial = trial->next) {
        Out words = {0};
        add_date(&words, trial);
        add_outcome(&words, trial);
        page_blank(&page);
        page_paragraph(&page, 2, "", out_written(&words).at, NULL, INK_PLAIN);
        out_free(&words);
    }
}

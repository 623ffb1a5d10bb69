/* A judgement on one screen: what breaks the law, then what can be done today, silence last. */
#include "screen.h"

#include <string.h>

#include "../base/utf8.h"
#include "said.h"
#include "screen_parts.h"

/* So many of each are shown before "and n more": the brief view is read whole or not at all. */
enum { MOST_TO_PUT_RIGHT = 6, MOST_OTHERS = 3, MOST_DAYS = 3, MOST_A_DAY = 2 };

static uint32_t count_of(const Screen *screen, EntryGroup group) {
    return screen->entries->lists[group].count;
}

static void add_part(Screen *screen, Out *out, uint32_t count, const char *words) {
    if (count == 0)
        return;
    if (out->length > 0)
        out_string(out, page_dot(&screen->page));
    out_string(out, page_whole(screen->arena, arena_format(screen->arena, "%u %s", count, words)));
}

/* "4 to put right · 2 cannot be told · ...": the numbers of what is listed below. */
static void summary(Screen *screen) {
    static const struct {
        EntryGroup group;
        const char *words;
    } parts[] = {{ENTRY_PUT_RIGHT, "to put right"}, {ENTRY_CANNOT_TELL, "cannot be told"},
                 {ENTRY_EXPLAINED, "explained"},    {ENTRY_TO_CONFIRM, "for a person to say"},
                 {ENTRY_TO_COME, "still to come"},  {ENTRY_SILENT, "the plan is silent on"}};
    Out out = {0};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        add_part(screen, &out, count_of(screen, parts[i].group), parts[i].words);
    uint32_t met = screen->judgement->counts[VERDICT_MET];
    add_part(screen, &out, met, "met");
    if (met == 0 && screen->judgement->result_count > 0)
        out_format(&out, "%snothing met yet", out.length > 0 ? page_dot(&screen->page) : "");
    if (out.length > 0)
        page_paragraph(&screen->page, 2, "", out_written(&out).at, NULL, INK_PLAIN);
    out_free(&out);
}

static void more(Screen *screen, uint32_t hidden, const char *option) {
    if (hidden == 0)
        return;
    const char *left = arena_format(screen->arena, "+ %u more", hidden);
    const char *right = arena_format(screen->arena, "convene check %s %s", screen->file, option);
    page_ends(&screen->page, 5, left, right, INK_PLAIN);
}

static void listed(Screen *screen, EntryGroup group, uint32_t most, bool numbered) {
    const EntryList *list = &screen->entries->lists[group];
    uint32_t shown = list->count < most ? list->count : most;
    for (uint32_t i = 0; i < shown; i++) {
        const char *lead = numbered ? arena_format(screen->arena, "%-3u", i + 1) : "-  ";
        screen_entry(screen, list->items[i], lead);
    }
    more(screen, list->count - shown, "--all");
}

static void section(Screen *screen, EntryGroup group, const char *heading, uint32_t most,
                    bool numbered, Ink ink) {
    if (count_of(screen, group) == 0)
        return;
    screen_section(screen, heading, NULL, ink);
    listed(screen, group, most, numbered);
}

static void explained_entry(Screen *screen, const Entry *entry) {
    const Record *explanation = entry->first == NULL ? NULL : entry->first->explanation;
    const char *title = text_string(screen->arena, entry->cites[0]->clause->title);
    page_paragraph(&screen->page, 2, "-  ", title, screen_tag(entry), INK_PLAIN);
    const char *whom = entry_titles(screen->arena, entry, 0, 4);
    if (whom != NULL)
        page_paragraph(&screen->page, 5, "For: ", whom, NULL, INK_PLAIN);
    screen_loosened(screen, entry->cites[0], 5);
    screen_also_asked(screen, entry, 5);
    if (explanation == NULL)
        return;
    Text because = record_text(screen->model, explanation, "because");
    const Value *until = record_value(screen->model, explanation, "until");
    const char *place = said_place(screen->arena, screen->model, explanation->span);
    Out out = {0};
    out_text(&out, because);
    if (until != NULL)
        out_format(&out, " Until %s.", value_words(screen->arena, until));
    if (place != NULL)
        out_format(&out, " (%s)", place);
    page_paragraph(&screen->page, 5, "", text_string(screen->arena, out_written(&out)), NULL,
                   INK_PLAIN);
    out_free(&out);
}

static void explained(Screen *screen) {
    const EntryList *list = &screen->entries->lists[ENTRY_EXPLAINED];
    if (list->count == 0)
        return;
    screen_section(screen, "EXPLAINED", "not met, and the plan says why", INK_STRONG);
    uint32_t shown = list->count < MOST_OTHERS ? list->count : MOST_OTHERS;
    for (uint32_t i = 0; i < shown; i++)
        explained_entry(screen, list->items[i]);
    more(screen, list->count - shown, "--all");
}

static const char *day_of(Screen *screen, const Entry *entry) {
    const Case *kase = entry->first;
    if (kase == NULL || (!kase->has_due && !kase->due_unknown))
        return "in its time";
    const char *due = said_due(screen->arena, kase);
    return strncmp(due, "due ", 4) == 0 ? due + 4 : due;
}

/* The entries of one day from AT on; returns where the next day begins. */
static uint32_t one_day(Screen *screen, const EntryList *list, uint32_t at) {
    const char *day = day_of(screen, list->items[at]);
    page_paragraph(&screen->page, 2, "", day, NULL, INK_PLAIN);
    uint32_t shown = 0, hidden = 0;
    for (; at < list->count && strcmp(day_of(screen, list->items[at]), day) == 0; at++) {
        const Entry *entry = list->items[at];
        if (shown == MOST_A_DAY) {
            hidden++;
            continue;
        }
        shown++;
        page_paragraph(&screen->page, 5, "", entry->message, screen_tag(entry), INK_PLAIN);
        const char *others = entry_others(screen->arena, entry, 3);
        if (others != NULL)
            page_paragraph(&screen->page, 7, "", others, NULL, INK_PLAIN);
        for (uint32_t i = 0; i < entry->cite_count; i++)
            screen_loosened(screen, entry->cites[i], 7);
    }
    if (hidden > 0)
        page_paragraph(&screen->page, 5, "", arena_format(screen->arena, "+ %u more", hidden), NULL,
                       INK_PLAIN);
    return at;
}

static void to_come(Screen *screen) {
    const EntryList *list = &screen->entries->lists[ENTRY_TO_COME];
    if (list->count == 0)
        return;
    screen_section(screen, "STILL TO COME", NULL, INK_STRONG);
    uint32_t at = 0;
    for (int day = 0; day < MOST_DAYS && at < list->count; day++)
        at = one_day(screen, list, at);
    if (at < list->count)
        page_ends(&screen->page, 2, arena_format(screen->arena, "+ %u later", list->count - at),
                  arena_format(screen->arena, "convene checklist %s", screen->file), INK_PLAIN);
}

static uint32_t law_among(const EntryList *list) {
    uint32_t law = 0;
    for (uint32_t i = 0; i < list->count; i++)
        law += list->items[i]->force == FORCE_LAW;
    return law;
}

static uint32_t late_among(const EntryList *list) {
    uint32_t late = 0;
    for (uint32_t i = 0; i < list->count; i++)
        late += list->items[i]->overdue;
    return late;
}

/* Topics in a row, as many as three lines hold; the rest as a number. */
static void topics(Screen *screen, const EntryList *list) {
    size_t room = (size_t)(screen->page.style.width - 2) * 3 - 20;
    Names *names = names_new(screen->arena);
    Out out = {0};
    uint32_t shown = 0;
    size_t columns = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        const char *topic = entry_topic(screen->arena, list->items[i]);
        if (name_find(names, text_of(topic)) != NULL)
            continue;
        if (columns + strlen(topic) + 3 > room)
            break;
        columns += utf8_columns(text_of(topic)) + 3;
        name_of(names, text_of(topic));
        if (strlen(topic) < 30)
            topic = page_whole(screen->arena, topic);
        out_string(&out, shown++ == 0 ? "" : page_dot(&screen->page));
        out_string(&out, topic);
    }
    if (out.length == 0)
        out_string(&out, list->items[0]->message);
    else if (shown < list->count)
        out_format(&out, "%s...", page_dot(&screen->page));
    page_paragraph(&screen->page, 2, "", out_written(&out).at, NULL, INK_PLAIN);
    out_free(&out);
}

static void silent(Screen *screen) {
    const EntryList *list = &screen->entries->lists[ENTRY_SILENT];
    if (list->count == 0)
        return;
    uint32_t law = law_among(list), late = late_among(list);
    const char *heading = arena_format(screen->arena, "THE PLAN IS SILENT ON %u", list->count);
    if (law > 0)
        heading = arena_format(screen->arena, "%s, %u of them law", heading, law);
    if (late > 0)
        heading = late == list->count
                      ? arena_format(screen->arena, "%s, overdue", heading)
                      : arena_format(screen->arena, "%s, %u overdue", heading, late);
    screen_section(screen, heading,
                   arena_format(screen->arena, "convene check %s --silent", screen->file),
                   INK_STRONG);
    topics(screen, list);
}

/* Every requirement once, by verdict: the numbers add up to the total in the heading. */
static void totals(Screen *screen) {
    Out out = {0};
    for (int verdict = 0; verdict < VERDICTS; verdict++)
        add_part(screen, &out, screen->judgement->counts[verdict], verdict_word((Verdict)verdict));
    if (out.length > 0) {
        const char *lead = arena_format(screen->arena, "Of %u: ", screen->judgement->result_count);
        page_blank(&screen->page);
        page_paragraph(&screen->page, 0, lead, out_written(&out).at, NULL, INK_PLAIN);
        page_ends(&screen->page, 0, "Every requirement, with its verdict:",
                  arena_format(screen->arena, "convene check %s --all", screen->file), INK_PLAIN);
    }
    out_free(&out);
}

static void brief(Screen *screen) {
    page_blank(&screen->page);
    if (screen->judgement->result_count == 0 && screen->judgement->refused_count > 0) {
        page_paragraph(&screen->page, 2, "",
                       "The plan adopts a charter, and could not be held against it.", NULL,
                       INK_STRONG);
    } else if (screen->judgement->result_count == 0) {
        bool well = count_of(screen, ENTRY_PUT_RIGHT) == 0;
        page_paragraph(&screen->page, 2, "",
                       well ? "The plan reads well. To have it judged, adopt a charter above it, "
                              "as in:"
                            : "To have the plan judged, adopt a charter above it, as in:",
                       NULL, INK_STRONG);
        const Name *charter = model_example_charter(screen->model);
        page_verbatim(
            &screen->page, 2,
            arena_format(screen->arena, "adopt %s", charter == NULL ? "NAME" : charter->text));
    } else {
        screen_law_line(screen);
    }
    summary(screen);
    if (count_of(screen, ENTRY_LAW_BROKEN) > 0) {
        page_blank(&screen->page);
        listed(screen, ENTRY_LAW_BROKEN, UINT32_MAX, true);
    }
    section(screen, ENTRY_PUT_RIGHT, "PUT RIGHT", MOST_TO_PUT_RIGHT, true, INK_STRONG);
    screen_tensions(screen, false);
    section(screen, ENTRY_CANNOT_TELL, "CANNOT BE TOLD until a fact is added", MOST_OTHERS, false,
            INK_STRONG);
    explained(screen);
    section(screen, ENTRY_TO_CONFIRM, "FOR A PERSON TO SAY", MOST_OTHERS, false, INK_STRONG);
    to_come(screen);
    section(screen, ENTRY_NOTE, "WORTH KNOWING", MOST_OTHERS, false, INK_STRONG);
    silent(screen);
    totals(screen);
}

void screen_write(Out *out, Arena *arena, const Model *model, const Judgement *judgement,
                  const ScreenOptions *options) {
    Screen screen = {page_new(out, options->style),
                     arena,
                     model,
                     judgement,
                     entries_gather(arena, model, judgement),
                     options->file == NULL ? "FILE" : options->file};
    screen_heading(&screen);
    switch (options->view) {
    case SCREEN_BRIEF: brief(&screen); break;
    case SCREEN_SILENT: screen_silent(&screen); break;
    case SCREEN_LAW: screen_law(&screen); break;
    case SCREEN_ALL: screen_all(&screen); break;
    }
}

/* What a setting comes to, in the same words wherever a verdict turns on it. */
#include "said_setting.h"

#include "said.h"

static const char *with_place(Arena *arena, const Model *model, const SettingUse *use,
                              const char *said) {
    const char *place = said_place(arena, model, use->span);
    return place == NULL ? said : arena_format(arena, "%s (%s)", said, place);
}

/* Who gives the value: a charter by its short name, or the file of the plan. */
static const char *giver(Arena *arena, const Model *model, const SettingUse *use) {
    return use->by->kind->role == ROLE_CHARTER ? said_charter(arena, model, use->by)
                                               : "the file of the plan";
}

static const char *how_set(Arena *arena, const Model *model, const SettingUse *use) {
    const char *by = giver(arena, model, use);
    if (use->own == NULL)
        return arena_format(arena, "set by %s", by);
    const char *own = value_words(arena, use->own);
    const char *value = value_words(arena, use->value);
    if (text_same(text_of(own), text_of(value)))
        return arena_format(arena, "set to the same by %s", by);
    return arena_format(arena, "%s from %s by %s", use->loosened != NULL ? "loosened" : "tightened",
                        own, by);
}

const char *said_setting(Arena *arena, const Model *model, const SettingUse *use) {
    if (use->value == NULL)
        return "not set";
    const char *said = value_words(arena, use->value);
    if (use->by == NULL)
        return said;
    said = arena_format(arena, "%s, %s", said, how_set(arena, model, use));
    if (use->because.length > 0)
        said = arena_format(arena, "%s, because: %.*s", said, TEXT_ARGS(use->because));
    return with_place(arena, model, use, said);
}

const char *said_loosened(Arena *arena, const Model *model, const ClauseResult *result) {
    const char *all = NULL;
    for (uint32_t i = 0; i < result->setting_count; i++) {
        const SettingUse *use = result->settings[i];
        if (use->loosened == NULL)
            continue;
        const char *said =
            arena_format(arena, "%.*s is %s here, %s", TEXT_ARGS(use->setting->title),
                         value_words(arena, use->value), how_set(arena, model, use));
        said = with_place(arena, model, use, said);
        all = all == NULL ? said : arena_format(arena, "%s; %s", all, said);
    }
    return all;
}

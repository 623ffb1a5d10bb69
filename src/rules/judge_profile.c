/* Profiles: charters of one's own that include others and set their settings. What holds for a plan
 * is settled before any clause is judged: of several values the tightest. */
#include "../model/included.h"
#include "../model/settings.h"
#include "judging.h"

typedef struct Charters {
    const Record **items;
    uint32_t count, room;
} Charters;

/* A value that a profile gives a setting. */
typedef struct Offer {
    const Record *setting, *by, *loosened;
    const Value *value;
    Text because;
    Span span;
} Offer;

/* ---- the charters that the plan will be held against ---- */

static void gather_charter(Judging *judging, const Record *charter, Charters *charters) {
    for (uint32_t i = 0; i < charters->count; i++)
        if (charters->items[i] == charter)
            return;
    if (not_for_plan(judging, charter) != NULL) /* which is said when it is its turn */
        return;
    arena_push(judging->arena, charters->items, charters->count, charters->room, charter);
    for (const Value *value = role_value(judging, charter, "includes"); value != NULL;
         value = value_after(value)) {
        const Record *included = included_charter(judging->model, value);
        if (included != NULL)
            gather_charter(judging, included, charters);
    }
}

static Charters charters_of_plan(Judging *judging, const Name *const *against) {
    const Model *model = judging->model;
    Charters charters = {0};
    for (uint32_t i = 0; i < model->record_count; i++)
        if (adoption_holds(judging, model->records[i]))
            gather_charter(judging, model->records[i]->referred, &charters);
    for (uint32_t i = 0; against != NULL && against[i] != NULL; i++) {
        const Record *charter = model_charter(model, against[i]);
        if (charter != NULL)
            gather_charter(judging, charter, &charters);
    }
    return charters;
}

/* ---- what a setting comes to ---- */

static SettingUse *use_of(Judging *judging, const Record *setting) {
    SettingUse *use = map_get(judging->settings, setting);
    if (use != NULL)
        return use;
    use = arena_make(judging->arena, SettingUse);
    use->setting = setting;
    use->own = use->value = setting_own_value(judging->model, setting);
    use->span = use->value != NULL ? use->value->span : setting->span;
    map_put(judging->settings, setting, use);
    return use;
}

const SettingUse *setting_use(Judging *judging, const Record *setting) {
    return use_of(judging, setting);
}

static void report_undecided(Judging *judging, const SettingUse *use, const Offer *offer) {
    add_finding(judging, offer->span, offer->by, true,
                "\"%.*s\" is set to %s here and to %s elsewhere, and nothing says which of the two "
                "is tighter. It is held to be %s.",
                TEXT_ARGS(use->setting->title), value_words(judging->arena, offer->value),
                value_words(judging->arena, use->value), value_words(judging->arena, use->value));
}

/* Of what several charters say, the tightest holds; the first, if nobody can tell. */
static void take_offer(Judging *judging, const Offer *offer) {
    SettingUse *use = use_of(judging, offer->setting);
    Direction direction = setting_direction(judging->model, offer->setting);
    bool comparable = true;
    int order =
        use->by == NULL ? 1 : settings_compare(direction, offer->value, use->value, &comparable);
    if (!comparable)
        report_undecided(judging, use, offer);
    if (order <= 0)
        return;
    use->by = offer->by;
    use->loosened = offer->loosened;
    use->value = offer->value;
    use->because = offer->because;
    use->span = offer->span;
    reader_setting(judging->reader, offer->setting, offer->value);
}

/* ---- `settings { ... }` ---- */

static void take_settings(Judging *judging, const Record *settings) {
    const Record *by = settings->parent != NULL ? settings->parent : settings;
    for (const Slot *slot = settings->slots; slot != NULL; slot = slot->next) {
        const Record *setting = model_setting(judging->model, slot->field->name);
        const Value *value = settings_line_value(slot);
        if (setting == NULL || value == NULL)
            continue;
        Offer offer = {setting, by, NULL, value, slot->lines->reason, value->span};
        take_offer(judging, &offer);
    }
}

/* ---- `explain SETTING { to: ... }` ---- */

static bool rule_turns_on(const Rule *rule, const Record *setting) {
    uint32_t count = 0;
    const Record *const *settings = rule == NULL ? NULL : rule_settings(rule, &count);
    for (uint32_t i = 0; i < count; i++)
        if (settings[i] == setting)
            return true;
    return false;
}

static bool label_turns_on(Judging *judging, const Record *record, const char *label, RuleUse use,
                           const Record *setting);

/* Does what RECORD asks (a clause, or an expectation) turn on SETTING? */
static bool turns_on(Judging *judging, const Record *record, const Record *setting) {
    static const struct {
        const char *label;
        RuleUse use;
    } RULES[] = {{"expect", RULE_EXPECTATION},
                 {"that", RULE_EXPECTATION},
                 {"when", RULE_CONDITION},
                 {"due", RULE_DATE}};
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        if (label_turns_on(judging, record, RULES[i].label, RULES[i].use, setting))
            return true;
    return false;
}

static bool label_turns_on(Judging *judging, const Record *record, const char *label, RuleUse use,
                           const Record *setting) {
    const Slot *slot = role_slot(judging, record, label);
    for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next) {
        const Rule *rule =
            line->rule == NULL ? NULL : rule_compile(judging->reader, record, line, use);
        const Record *shared = rule == NULL ? NULL : rule_shared(rule);
        if (rule_turns_on(rule, setting) ||
            (shared != NULL && shared != record && turns_on(judging, shared, setting)))
            return true;
    }
    return false;
}

static bool is_law(const Judging *judging, const Record *record) {
    const Value *force = role_value(judging, record, "force");
    return force != NULL && force->kind == VALUE_RECORD &&
           text_is(name_text(force->record->name), force_word(FORCE_LAW));
}

/* The clause of force law in PARENT that turns on SETTING; NULL if none does. */
static const Record *law_on(Judging *judging, const Record *parent, bool law,
                            const Record *setting) {
    const Record *found = NULL;
    for (const Record *child = parent->first_child; child != NULL && found == NULL;
         child = child->next_sibling) {
        Role role = child->kind->role;
        bool binds = law || is_law(judging, child);
        if (binds && (role == ROLE_CLAUSE || role == ROLE_EXPECTATION) &&
            turns_on(judging, child, setting))
            found = child;
        else if (role == ROLE_CLAUSE || role == ROLE_HEADING)
            found = law_on(judging, child, binds, setting);
    }
    return found;
}

static void report_law(Judging *judging, const Record *explanation, const Record *law) {
    Diagnostics *store = judging->model->diagnostics;
    Diagnostic *said = report(store, DIAGNOSTIC_law_explained, explanation->refers_span,
                              "Law turns on \"%.*s\", and law cannot be loosened: %.*s.",
                              TEXT_ARGS(explanation->referred->title), TEXT_ARGS(law->title));
    diagnostic_help(store, said, "Take the explanation out.");
}

static void report_loosened(Judging *judging, const Record *explanation, const SettingUse *use) {
    const Value *until = role_value(judging, explanation, "until");
    const char *own = use->own == NULL ? "nothing" : value_words(judging->arena, use->own);
    add_finding(judging, explanation->span, explanation, false,
                "%.*s loosens \"%.*s\" from %s to %s until %s: %.*s",
                TEXT_ARGS(explanation->parent->title), TEXT_ARGS(use->setting->title), own,
                value_words(judging->arena, use->value),
                until == NULL ? "further notice" : value_words(judging->arena, until),
                TEXT_ARGS(use->because));
}

static void take_explanation(Judging *judging, const Record *explanation) {
    const Record *setting = explanation->referred;
    const Record *law =
        setting->parent == NULL ? NULL : law_on(judging, setting->parent, false, setting);
    if (law != NULL) {
        report_law(judging, explanation, law);
        return;
    }
    const Value *to = role_value(judging, explanation, "to");
    if (to == NULL || to->kind == VALUE_ANSWER)
        add_finding(judging, explanation->span, explanation, true,
                    "This explanation does not say to what \"%.*s\" is loosened. Add: to: ...",
                    TEXT_ARGS(setting->title));
    if (!explanation_counts(judging, explanation, FORCE_MUST) || to == NULL ||
        to->kind == VALUE_ANSWER)
        return;
    Offer offer = {setting,
                   explanation->parent,
                   explanation,
                   to,
                   record_text(judging->model, explanation, "because"),
                   to->span};
    take_offer(judging, &offer);
    const SettingUse *use = setting_use(judging, setting);
    if (use->loosened == explanation)
        report_loosened(judging, explanation, use);
}

static void take_profile(Judging *judging, const Record *profile) {
    for (const Record *child = profile->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_SETTINGS)
            take_settings(judging, child);
}

static void take_loosenings(Judging *judging, const Record *profile) {
    for (const Record *child = profile->first_child; child != NULL; child = child->next_sibling)
        if (child->kind->role == ROLE_EXPLANATION && child->referred != NULL &&
            child->referred->kind->role == ROLE_SETTING)
            take_explanation(judging, child);
}

void judge_profiles(Judging *judging, const Name *const *against) {
    const Module *file = judging->model->main;
    reader_forget_settings(judging->reader);
    Charters charters = charters_of_plan(judging, against);
    judging->charters = charters.items;
    judging->charter_count = charters.count;
    for (uint32_t i = 0; i < file->top_count; i++)
        if (file->tops[i]->kind->role == ROLE_SETTINGS)
            take_settings(judging, file->tops[i]);
    for (uint32_t i = 0; i < charters.count; i++)
        take_profile(judging, charters.items[i]);
    for (uint32_t i = 0; i < charters.count; i++) /* what is tightened by one stays so */
        take_loosenings(judging, charters.items[i]);
}

/* ---- what nobody has set ---- */

const char *unset_words(Judging *judging, const Rule *rule) {
    uint32_t count = 0;
    const Record *const *settings = rule == NULL ? NULL : rule_settings(rule, &count);
    for (uint32_t i = 0; i < count; i++) {
        const SettingUse *use = setting_use(judging, settings[i]);
        if (use->value != NULL)
            continue;
        const Record *charter = record_with_role((Record *)use->setting, ROLE_CHARTER);
        return arena_format(
            judging->arena,
            "Nobody has said yet what \"%.*s\" is: %s leaves it open. Set it in a charter of your "
            "own that includes %s, and adopt that: settings { %s: ... }",
            TEXT_ARGS(use->setting->title), charter == NULL ? "the charter" : charter->path->text,
            charter == NULL ? "it" : charter->path->text, use->setting->path->text);
    }
    return NULL;
}

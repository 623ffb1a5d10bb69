/* Rules that nobody adopts yet are compiled too, so that whoever writes a charter hears what is
 * wrong with it without a plan. */
#include "judge.h"
#include "rule.h"

static bool use_of_label(Text label, RuleUse *use) {
    static const struct {
        const char *label;
        RuleUse use;
    } USES[] = {{"expect", RULE_EXPECTATION},
                {"that", RULE_EXPECTATION},
                {"ask", RULE_QUESTION},
                {"consider", RULE_QUESTION},
                {"when", RULE_CONDITION}}; /* `due` goes with its rule */
    for (size_t i = 0; i < sizeof USES / sizeof *USES; i++)
        if (text_is(label, USES[i].label)) {
            *use = USES[i].use;
            return true;
        }
    return false;
}

static void compile_rules(Reader *reader, const Record *record) {
    RuleUse use;
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        if (use_of_label(name_text(slot->field->name), &use))
            for (const Line *line = slot->lines; line != NULL; line = line->next)
                if (line->rule != NULL)
                    rule_compile(reader, record, line, use);
}

void judge_rules(Reader *reader, Model *model) {
    for (uint32_t i = 0; i < model->record_count; i++) {
        const Record *record = model->records[i];
        Role role = record->kind->role;
        if (record->module == model->main && (role == ROLE_CLAUSE || role == ROLE_EXPECTATION))
            compile_rules(reader, record);
    }
}

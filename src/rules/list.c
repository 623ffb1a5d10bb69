/* Gathering lists from parts. A part that says nothing leaves the list short: what is looked for
 * and not found may still be there. */
#include "list.h"

ListMaker list_begin(Run *run, const Operand *base) {
    return (ListMaker){.run = run,
                       .shortage = base->shortage,
                       .from_nothing = base->count == 0,
                       .record = base->record,
                       .field = base->field,
                       .span = base->span};
}

static void note_lack(ListMaker *maker, const Operand *part) {
    if (maker->lacking++ == 0) {
        maker->record = part->record;
        maker->field = part->field;
        maker->span = part->span;
    }
    if (part->state == STATE_MISSING)
        maker->missing = true;
    else
        maker->unknown = true;
}

void list_add(ListMaker *maker, const Operand *part, Truth doubt) {
    if (part->shortage == TRUTH_MISSING || maker->shortage == TRUTH_HOLDS)
        maker->shortage = part->shortage;
    if (part->state != STATE_GIVEN) {
        note_lack(maker, part);
        return;
    }
    maker->given++;
    for (uint32_t i = 0; i < part->count; i++) {
        Datum datum = part->items[i];
        if (doubt != TRUTH_HOLDS && datum.doubt != TRUTH_MISSING)
            datum.doubt = (uint8_t)doubt;
        scratch_push(maker->run->reader, &maker->list, datum);
    }
}

void list_end(ListMaker *maker, Operand *operand) {
    bool silent = maker->lacking > 0 && maker->given == 0;
    operand_clear(operand, !silent ? STATE_GIVEN : maker->missing ? STATE_MISSING : STATE_UNKNOWN);
    operand->items = maker->list.items;
    operand->count = maker->list.count;
    operand->shortage = maker->missing   ? TRUTH_MISSING
                        : maker->unknown ? TRUTH_UNCERTAIN
                                         : maker->shortage;
    operand->record = maker->record;
    operand->field = maker->field;
    operand->span = maker->lacking > 0 ? maker->span : NO_SPAN;
}

/* Lines, label by label. */
#include "said_lines.h"

#include "said.h"

const char *said_line(Arena *arena, const Model *model, const Field *field, const Line *line) {
    if ((field->type.bases & BASE_RULE) != 0 || line->first == NULL)
        return said_rule(arena, model, line);
    const char *said = NULL;
    for (const Value *value = line->first; value != NULL; value = value->next) {
        const char *words = value_words(arena, value);
        said = said == NULL ? words : arena_format(arena, "%s, %s", said, words);
    }
    if (line->reason.length > 0)
        said = arena_format(arena, "%s, because %.*s", said, TEXT_ARGS(line->reason));
    return said_on_one_line(arena, text_of(said));
}

/* Slots come in the order of the kind or of the file; people want that of the file. */
const Line *said_next_line(const Record *record, const Line *after, const Field **field) {
    const Line *next = NULL;
    for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
        for (const Line *line = slot->lines; line != NULL; line = line->next)
            if ((after == NULL || line->span.at > after->span.at) &&
                (next == NULL || line->span.at < next->span.at)) {
                next = line;
                *field = slot->field;
            }
    return next;
}

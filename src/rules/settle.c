/* Values that wait for others: each is worked out once, in whatever order they are asked for. A
 * short chain is followed at once; a long one is cut, its far end put on the list of tasks, and the
 * near end begun again when the far end is known. So no chain is too long, and what waits for
 * itself is found on the list. */
#include "reader.h"

#include "../base/out.h"

enum { CHAIN_SHOWN = 8, STATE_WHEN_CIRCLE = 3 };

static bool same_task(const Task *a, const Task *b) {
    return a->cell == b->cell && a->when == b->when;
}

static bool is_working(const Task *task) {
    return task->cell != NULL ? task->cell->state == CELL_WORKING : task->when->state == 1;
}

static void set_working(const Task *task, bool working) {
    if (task->cell != NULL && (working || task->cell->state == CELL_WORKING))
        task->cell->state = working ? CELL_WORKING : CELL_UNTOUCHED;
    else if (task->when != NULL && (working || task->when->state == 1))
        task->when->state = working ? 1 : 0;
}

static void set_circle(const Task *task) {
    if (task->cell != NULL)
        task->cell->state = CELL_CIRCLE;
    else
        task->when->state = STATE_WHEN_CIRCLE;
}

/* ---- circles ---- */

static Span span_of_task(const Task *task) {
    if (task->cell != NULL)
        return task->field->span;
    const Slot *slot = record_slot(task->record, task->field);
    return slot == NULL || slot->lines == NULL ? task->record->span : slot->lines->span;
}

/* Dates are what people wrote; a field that is worked out only passes the waiting on. */
static uint32_t gather_chain(const Reader *reader, uint32_t from, const Task **chain, bool dates) {
    uint32_t count = 0;
    for (uint32_t i = from; i < reader->task_count; i++)
        if ((reader->tasks[i].when != NULL) == dates)
            chain[count++] = &reader->tasks[i];
    return count;
}

static void say_waiting(Reader *reader, Out *said, const Task *task, const Task *next,
                        bool is_first) {
    uint32_t line = span_line(reader->model->sources, span_of_task(task));
    const char *name = task->record->name->text;
    const char *other = next->record->name->text;
    if (task->record == next->record)
        out_format(said, "%s%s: of %s waits for its own %s:", is_first ? "" : ", ",
                   task->field->name->text, name, next->field->name->text);
    else
        out_format(said, "%s%s %s%s", is_first ? "" : ", ", name, is_first ? "waits for " : "for ",
                   other);
    out_format(said, " (line %u)", line);
}

static void report_circle(Reader *reader, uint32_t from) {
    const Task **chain = arena_array(reader->arena, const Task *, reader->task_count - from);
    uint32_t count = gather_chain(reader, from, chain, true);
    bool dates = count > 0;
    if (!dates)
        count = gather_chain(reader, from, chain, false);
    Out said = {0};
    for (uint32_t i = 0; i < count && i < CHAIN_SHOWN; i++)
        say_waiting(reader, &said, chain[i], chain[(i + 1) % count], i == 0);
    if (count > CHAIN_SHOWN)
        out_format(&said, ", and %u more", count - CHAIN_SHOWN);
    Diagnostics *store = reader->model->diagnostics;
    Diagnostic *diagnostic =
        report(store, DIAGNOSTIC_date_circle, span_of_task(chain[0]),
               "These %s wait for each other: %s. %s", dates ? "dates" : "fields",
               said.bytes == NULL ? "" : said.bytes,
               dates ? "Fix one of them by giving it a date."
                     : "One of them has to be worked out from something else.");
    for (uint32_t i = 1; i < count && i < CHAIN_SHOWN; i++)
        diagnostic_note(store, diagnostic, span_of_task(chain[i]), "this waits too");
    out_free(&said);
}

static void close_circle(Reader *reader, const Task *task) {
    uint32_t from = reader->task_count;
    while (from > 0 && !same_task(&reader->tasks[from - 1], task))
        from--;
    from = from == 0 ? 0 : from - 1;
    report_circle(reader, from);
    for (uint32_t i = from; i < reader->task_count; i++)
        set_circle(&reader->tasks[i]);
}

/* ---- tasks ---- */

static void push_task(Reader *reader, Task task) {
    set_working(&task, true);
    arena_push(reader->arena, reader->tasks, reader->task_count, reader->task_room, task);
}

static void work_on(Reader *reader, Task task) {
    reader->wait++;
    if (task.cell != NULL)
        cell_work_out(reader, task.cell);
    else
        when_work_out(reader, task);
    reader->wait--;
}

static void pop_task(Reader *reader) {
    const Task *task = &reader->tasks[--reader->task_count];
    if (is_working(task)) /* cut short: it will be begun again */
        set_working(task, false);
}

static void settle_all(Reader *reader, Task task) {
    uint32_t base = reader->task_count;
    push_task(reader, task);
    while (reader->task_count > base) {
        work_on(reader, reader->tasks[reader->task_count - 1]);
        Task next = reader->blocked;
        if (is_blocked(reader)) {
            reader->blocked = (Task){0};
            push_task(reader, next);
        } else
            pop_task(reader);
    }
}

void task_run(Reader *reader, Task task) {
    if (is_blocked(reader))
        return;
    if (is_working(&task)) {
        close_circle(reader, &task);
    } else if (reader->wait == 0) {
        settle_all(reader, task);
    } else if (reader->wait >= DEEPEST_WAIT) {
        reader->blocked = task;
    } else {
        push_task(reader, task);
        work_on(reader, task);
        pop_task(reader);
    }
}

void cell_work_out(Reader *reader, Cell *cell) {
    const Field *field = cell->field;
    ScratchMark mark = scratch_mark(reader);
    Operand operand;
    if (field->inverse_field != NULL) {
        operand_clear(&operand, STATE_GIVEN);
        FieldIndex *index = index_of(reader, field->inverse_field);
        const DatumList *hits = referrers_of(reader, index, cell->record);
        operand.count = hits == NULL ? 0 : hits->count;
        if (operand.count > 0)
            operand.items = hits->items;
    } else {
        derive(reader, cell->record, field, &operand);
    }
    if (!is_blocked(reader) && cell->state == CELL_WORKING) {
        operand_keep(reader, &cell->operand, &operand);
        cell->state = CELL_KNOWN;
    }
    scratch_release(reader, mark);
}

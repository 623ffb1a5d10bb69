/* Reachability: a graph is made once for each set of lines, whichever rules go by it, and the
 * records reached from one are found once, breadth first. */
#include "reach.h"

#include "../model/scope.h"

enum { FRONTIER = 4 };

typedef struct Reached {
    uint64_t *bits;               /* by the index of a record */
    const Record *last[FRONTIER]; /* some of those that were reached last */
    uint32_t last_count;
} Reached;

typedef struct Arrow {
    const Record *from, *to;
} Arrow;

struct Links {
    Links *next;        /* that some rule goes by */
    const Name **names; /* of fields, of `relation:` of fields, or of the way of an edge */
    uint32_t name_count, name_room;
    bool hoped; /* lines that are only hoped for count */
    bool made;
    uint32_t records; /* of the model when the graph was made: no line leads to later ones */
    Arrow *arrows;
    uint32_t arrow_count, arrow_room;
    uint32_t *starts; /* by the index of a record: where its arrows begin */
    Map *reached;     /* Record to Reached */
    const Record **queue;
};

/* ---- which lines ---- */

static bool has_name(const Links *links, const Name *name) {
    for (uint32_t i = 0; i < links->name_count; i++)
        if (links->names[i] == name)
            return true;
    return false;
}

static void add_name(Compiler *compiler, Links *links, const Name *name) {
    if (!has_name(links, name))
        arena_push(compiler->arena, links->names, links->name_count, links->name_room, name);
}

static const Record *relation_called(const Compiler *compiler, const Name *name) {
    const Model *model = compiler->model;
    for (uint32_t k = 0; k < model->kind_count; k++)
        for (uint32_t i = 0;
             model->kinds[k]->role == ROLE_RELATION && i < model->kinds[k]->record_count; i++) {
            const Record *record = model->kinds[k]->records[i];
            if (record->name == name || record->path == name)
                return record;
        }
    return NULL;
}

static bool is_line_field(const Field *field, const Name *name) {
    return (field->name == name || field->relation == name) &&
           (field->type.bases & BASE_RECORD) != 0;
}

static bool any_field_called(const Model *model, const Name *name) {
    for (uint32_t k = 0; k < model->kind_count; k++)
        for (uint32_t i = 0; i < model->kinds[k]->field_count; i++)
            if (is_line_field(model->kinds[k]->fields[i], name))
                return true;
    return false;
}

static const Name *name_in(const Value *value) {
    if (value->kind == VALUE_NAME)
        return value->name;
    return value->kind == VALUE_RECORD ? value->record->name : NULL;
}

/* The union that a relation names: `over: reports-to, informs  hoped: no`. */
static void add_relation(Compiler *compiler, Links *links, const Record *relation) {
    const Value *hoped = record_value(compiler->model, relation, "hoped");
    const Slot *over = record_slot_text(compiler->model, relation, "over");
    if (hoped != NULL && hoped->kind == VALUE_YES_NO && hoped->yes)
        links->hoped = true;
    for (const Value *value = slot_first(over); value != NULL; value = value_after(value))
        if (name_in(value) != NULL)
            add_name(compiler, links, name_in(value));
}

/* A relation may name others; each name is taken once, so that a circle of them ends. */
static void add_relations(Compiler *compiler, Links *links) {
    for (uint32_t i = 0; i < links->name_count; i++) {
        const Record *relation = relation_called(compiler, links->names[i]);
        if (relation != NULL)
            add_relation(compiler, links, relation);
    }
}

static bool are_same(const Links *a, const Links *b) {
    if (a->hoped != b->hoped || a->name_count != b->name_count)
        return false;
    for (uint32_t i = 0; i < a->name_count; i++)
        if (a->names[i] != b->names[i])
            return false;
    return true;
}

/* LINKS, or the same of another rule, with its graph if that is made. */
static Links *shared_links(Reader *reader, Links *links) {
    for (Links *each = reader->links; each != NULL; each = each->next)
        if (are_same(each, links))
            return each;
    links->next = reader->links;
    reader->links = links;
    return links;
}

Links *links_named(Compiler *compiler, const Expr *names) {
    Links *links = arena_make(compiler->arena, Links);
    bool whole = true;
    for (const Expr *each = names; each != NULL; each = each->next) {
        if (each->name != NULL && (relation_called(compiler, each->name) != NULL ||
                                   any_field_called(compiler->model, each->name))) {
            add_name(compiler, links, each->name);
        } else {
            Diagnostic *diagnostic =
                object_to(compiler, each->span,
                          "No relation and no field that refers to records is called %s.",
                          each->name == NULL ? "that" : each->name->text);
            advise(compiler, diagnostic,
                   "After `through` stand names of relations or of fields such as reports-to.");
            whole = false;
        }
    }
    if (!whole)
        return NULL;
    add_relations(compiler, links);
    return shared_links(compiler->reader, links);
}

/* ---- the graph ---- */

static void add_arrow(Reader *reader, Links *links, const Record *from, const Record *to) {
    Arrow arrow = {from, to};
    arena_push(reader->arena, links->arrows, links->arrow_count, links->arrow_room, arrow);
}

static void add_field_arrows(Reader *reader, Links *links, const Record *record,
                             const Field *field) {
    Values values = read_field(reader, record, field);
    for (uint32_t i = 0; i < values.count; i++)
        if (values.items[i]->kind == VALUE_RECORD)
            add_arrow(reader, links, record, values.items[i]->record);
}

static bool edge_counts(Reader *reader, const Links *links, const Record *edge) {
    Values hoped = read_named(reader, edge, "hoped");
    if (!links->hoped && hoped.count > 0 && hoped.items[0]->kind == VALUE_YES_NO &&
        hoped.items[0]->yes)
        return false;
    Values way = read_named(reader, edge, "way");
    for (uint32_t i = 0; i < way.count; i++) {
        const Name *name = name_in(way.items[i]);
        if (name != NULL && has_name(links, name))
            return true;
    }
    return false;
}

static void add_edge_arrows(Reader *reader, Links *links, const Record *edge) {
    Values from = read_named(reader, edge, "from"), to = read_named(reader, edge, "to");
    if (!edge_counts(reader, links, edge))
        return;
    for (uint32_t i = 0; i < from.count; i++)
        for (uint32_t k = 0; k < to.count; k++)
            if (from.items[i]->kind == VALUE_RECORD && to.items[k]->kind == VALUE_RECORD)
                add_arrow(reader, links, from.items[i]->record, to.items[k]->record);
}

static bool is_link_field(const Links *links, const Field *field) {
    return (field->type.bases & BASE_RECORD) != 0 &&
           (has_name(links, field->name) ||
            (field->relation != NULL && has_name(links, field->relation)));
}

static void add_arrows_of(Reader *reader, Links *links, const Record *record) {
    if (record->kind->role == ROLE_EDGE) {
        add_edge_arrows(reader, links, record);
        return;
    }
    for (const Kind *kind = record->kind; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if (is_link_field(links, kind->fields[i]))
                add_field_arrows(reader, links, record, kind->fields[i]);
}

static bool has_lines(const Links *links, const Kind *kind) {
    if (kind->role == ROLE_EDGE)
        return true;
    for (; kind != NULL; kind = kind->base)
        for (uint32_t i = 0; i < kind->field_count; i++)
            if (is_link_field(links, kind->fields[i]))
                return true;
    return false;
}

/* Most records are of kinds from which no such line goes, and are not looked into. */
static const bool *kinds_with_lines(const Reader *reader, const Links *links) {
    const Model *model = reader->model;
    bool *with_lines = arena_array(reader->arena, bool, model->kind_count + 1);
    for (uint32_t k = 0; k < model->kind_count; k++)
        with_lines[model->kinds[k]->index] = has_lines(links, model->kinds[k]);
    return with_lines;
}

/* Arrows in the order of where they begin, by counting. */
static void sort_arrows(Reader *reader, Links *links) {
    uint32_t records = links->records;
    links->starts = arena_array(reader->arena, uint32_t, records + 2);
    Arrow *sorted = arena_array(reader->arena, Arrow, links->arrow_count + 1);
    for (uint32_t i = 0; i < links->arrow_count; i++)
        links->starts[links->arrows[i].from->index + 1]++;
    for (uint32_t i = 0; i < records; i++)
        links->starts[i + 1] += links->starts[i];
    uint32_t *next = arena_array(reader->arena, uint32_t, records + 1);
    for (uint32_t i = 0; i < links->arrow_count; i++) {
        uint32_t from = links->arrows[i].from->index;
        sorted[links->starts[from] + next[from]++] = links->arrows[i];
    }
    links->arrows = sorted;
}

static void make_graph(Reader *reader, Links *links) {
    if (links->made)
        return;
    links->made = true;
    links->reached = map_new(reader->arena);
    const bool *with_lines = kinds_with_lines(reader, links);
    for (uint32_t i = 0; i < reader->model->record_count; i++) {
        const Record *record = reader->model->records[i];
        if (with_lines[record->kind->index] && is_in_scope(reader, record))
            add_arrows_of(reader, links, record);
    }
    links->records = reader->model->record_count;
    sort_arrows(reader, links);
    links->queue = arena_array(reader->arena, const Record *, links->arrow_count + 2);
}

uint32_t links_size(Reader *reader, Links *links) {
    make_graph(reader, links);
    return links->arrow_count;
}

/* ---- reaching ---- */

static bool bit_of(const uint64_t *bits, uint32_t at) { return bits[at / 64] >> (at % 64) & 1; }

static const Reached *reach_from(Reader *reader, Links *links, const Record *source) {
    Reached *reached = map_get(links->reached, source);
    if (reached != NULL)
        return reached;
    reached = arena_make(reader->arena, Reached);
    reached->bits = arena_array(reader->arena, uint64_t, links->records / 64 + 1);
    const Record **queue = links->queue;
    uint32_t head = 0, tail = 1, wave = 0, wave_end = 1;
    queue[0] = source;
    for (; head < tail; head++) {
        if (head == wave_end)
            wave = head, wave_end = tail;
        uint32_t from = queue[head]->index;
        for (uint32_t a = links->starts[from]; a < links->starts[from + 1]; a++) {
            const Record *to = links->arrows[a].to;
            if (bit_of(reached->bits, to->index))
                continue;
            reached->bits[to->index / 64] |= (uint64_t)1 << (to->index % 64);
            if (to != source)
                queue[tail++] = to;
        }
    }
    for (; wave < tail && reached->last_count < FRONTIER; wave++)
        reached->last[reached->last_count++] = queue[wave];
    map_put(links->reached, source, reached);
    return reached;
}

bool links_lead(Reader *reader, Links *links, const Record *from, const Record *to) {
    make_graph(reader, links);
    if (from->index >= links->records || to->index >= links->records)
        return false;
    return bit_of(reach_from(reader, links, from)->bits, to->index);
}

uint32_t links_frontier(Reader *reader, Links *links, const Record *from, const Record **frontier,
                        uint32_t room) {
    uint32_t count = 0;
    make_graph(reader, links);
    if (from->index >= links->records)
        return 0;
    const Reached *reached = reach_from(reader, links, from);
    for (uint32_t i = 0; i < reached->last_count && count < room; i++)
        frontier[count++] = reached->last[i];
    return count;
}

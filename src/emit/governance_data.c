/* Model to who is who: records whose kinds are boxes, persons or hexagons, and the links that their
 * fields, and records that are links themselves, say. */
#include "governance.h"
#include "hints.h"
#include "said.h"

#include <string.h>

typedef struct Joint {
    const Record *from, *to, *via; /* via may be NULL */
    GovernanceLink link;           /* without its numbers */
} Joint;

typedef struct Making {
    const Emission *emission;
    Arena *arena;
    Governance *governance;
    const Record **found; /* everything that may become a node */
    uint32_t found_count, found_room;
    uint32_t *place; /* of each record of the model: its number in `found`, or GOVERNANCE_NONE */
    bool *used;      /* of each found: it is in the diagram */
    Joint *joints;
    uint32_t joint_count, joint_room;
} Making;

static bool name_is(const Name *name, const char *text) { return text_is(name_text(name), text); }

static bool has_mark(const Record *record, const char *mark) {
    const Draw *draw = kind_draw(record->kind, "governance");
    return draw != NULL && name_is(draw->mark, mark);
}

static bool is_drawn_node(const Record *record) {
    return has_mark(record, "box") || has_mark(record, "person") || has_mark(record, "hexagon");
}

static void take(Making *making, const Record *record) {
    if (making->place[record->index] != GOVERNANCE_NONE)
        return;
    making->place[record->index] = making->found_count;
    arena_push(making->arena, making->found, making->found_count, making->found_room, record);
}

static void join(Making *making, const Record *from, const Record *to, const Record *via,
                 GovernanceLink link) {
    if (kind_is_list(from->kind) || kind_is_list(to->kind))
        return;
    take(making, from);
    take(making, to);
    if (via != NULL)
        take(making, via);
    link.via = GOVERNANCE_NONE;
    Joint joint = {from, to, via, link};
    arena_push(making->arena, making->joints, making->joint_count, making->joint_room, joint);
}

/* ---- links ---- */

/* A way up is one that some relation runs over; C knows none of their names. */
static bool is_up(const Making *making, const Name *way) {
    const Model *model = making->emission->model;
    for (uint32_t k = 0; k < model->kind_count; k++) {
        const Kind *kind = model->kinds[k];
        for (uint32_t i = 0; kind->role == ROLE_RELATION && i < kind->record_count; i++) {
            const Slot *over = record_slot_text(model, kind->records[i], "over");
            for (const Value *v = over == NULL ? NULL : slot_first(over); v; v = value_after(v))
                if (v->kind == VALUE_NAME && v->name == way)
                    return true;
        }
    }
    return false;
}

static void join_fields(Making *making, const Record *record) {
    const DrawSlot *slot = draw_slot(kind_draw(record->kind, "governance"), "arrow");
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        Values values = hint_values(making->emission, record, slot, i);
        const Field *field = slot->fields[i];
        for (uint32_t v = 0; v < values.count; v++) {
            const Value *value = values.items[v];
            if (value->kind != VALUE_RECORD || value->record == NULL)
                continue;
            GovernanceLink link = {.way = said_field(making->arena, field), .detail = ""};
            link.up = field->relation != NULL || is_up(making, field->name);
            join(making, record, value->record, NULL, link);
        }
    }
}

static const char *named_words(Making *making, const Record *record, const char *field,
                               const char *before, const char *so_far) {
    Values values = read_named(making->emission->reader, record, field);
    for (uint32_t i = 0; i < values.count; i++)
        so_far = arena_format(making->arena, "%s%s%s%s", so_far, *so_far == '\0' ? "" : ", ",
                              i == 0 ? before : "", value_label(making->arena, values.items[i]));
    return so_far;
}

/* A record that is a link: its ends and its way by its hints, what more it says by its role. */
static void join_edge(Making *making, const Record *record) {
    const Emission *emission = making->emission;
    const Draw *draw = kind_draw(record->kind, "governance");
    const Value *from = hint_value(emission, record, draw_slot(draw, "from"));
    const Value *to = hint_value(emission, record, draw_slot(draw, "to"));
    if (from == NULL || to == NULL || from->kind != VALUE_RECORD || to->kind != VALUE_RECORD)
        return;
    const Value *way = hint_value(emission, record, draw_slot(draw, "label"));
    GovernanceLink link = {.way = way == NULL ? text_string(making->arena, record->title)
                                              : value_label(making->arena, way)};
    Values via = read_named(emission->reader, record, "via");
    bool one = via.count == 1 && via.items[0]->kind == VALUE_RECORD;
    link.detail = one ? "" : named_words(making, record, "via", "through ", "");
    link.detail = named_words(making, record, "about", "about ", link.detail);
    link.hoped = hint_is_yes(emission, record, draw_slot(draw, "dashed"));
    link.up = way != NULL && way->kind == VALUE_RECORD && is_up(making, way->record->name);
    const Record *through = one ? via.items[0]->record : NULL;
    if (through != NULL && !is_drawn_node(through)) {
        link.detail = named_words(making, record, "via", "through ", link.detail);
        through = NULL;
    }
    join(making, from->record, to->record, through, link);
}

static void find_all(Making *making) {
    const Model *model = making->emission->model;
    for (int edges = 0; edges <= 1; edges++)
        for (uint32_t k = 0; k < model->kind_count; k++) {
            uint32_t count = 0;
            Kind *kind = model->kinds[k];
            if (kind_draw(kind, "governance") == NULL)
                continue;
            const Record *const *records = records_of(making->emission->reader, kind, &count);
            for (uint32_t i = 0; i < count; i++) {
                if (records[i]->kind != kind)
                    continue;
                if (edges == 0 && is_drawn_node(records[i]))
                    take(making, records[i]);
                else if (edges == 1 && has_mark(records[i], "arrow"))
                    join_edge(making, records[i]);
                if (edges == 1 && is_drawn_node(records[i]))
                    join_fields(making, records[i]);
            }
        }
}

/* ---- which of them belong ---- */

static bool is_in_plan(const Making *making, const Record *record) {
    for (; record != NULL; record = record->parent)
        if (record == making->emission->judgement->plan)
            return true;
    return false;
}

static void use(Making *making, const Record *record) {
    uint32_t place = record == NULL ? GOVERNANCE_NONE : making->place[record->index];
    if (place != GOVERNANCE_NONE && is_drawn_node(record))
        making->used[place] = true;
}

static void use_what_the_plan_names(Making *making) {
    const Model *model = making->emission->model;
    for (uint32_t r = 0; r < model->record_count; r++) {
        const Record *record = model->records[r];
        if (!is_in_plan(making, record))
            continue;
        use(making, record);
        for (const Slot *slot = record->slots; slot != NULL; slot = slot->next)
            for (const Value *value = slot_first(slot); value != NULL; value = value_after(value))
                if (value->kind == VALUE_RECORD)
                    use(making, value->record);
    }
}

/* What is joined to a node that is used is used; things watched over do not carry this on. */
static void use_what_is_joined(Making *making) {
    bool more = true;
    while (more) {
        more = false;
        for (uint32_t i = 0; i < making->joint_count; i++) {
            const Joint *joint = &making->joints[i];
            bool *from = &making->used[making->place[joint->from->index]];
            bool *to = &making->used[making->place[joint->to->index]];
            bool *via = joint->via == NULL ? from : &making->used[making->place[joint->via->index]];
            bool both_bodies = is_drawn_node(joint->to) && is_drawn_node(joint->from);
            if (!*from && !(*to && both_bodies))
                continue;
            more = more || !*from || !*to || !*via;
            *from = *to = *via = true;
        }
    }
}

static void choose(Making *making) {
    making->used = arena_array(making->arena, bool, making->found_count + 1);
    use_what_the_plan_names(making);
    bool any = false;
    for (uint32_t i = 0; i < making->found_count; i++)
        any = any || making->used[i];
    for (uint32_t i = 0; !any && i < making->joint_count; i++) {
        use(making, making->joints[i].from);
        use(making, making->joints[i].to);
    }
    use_what_is_joined(making);
}

/* ---- nodes ---- */

static NodeShape shape_of(const Record *record) {
    return has_mark(record, "box")       ? NODE_BOX
           : has_mark(record, "person")  ? NODE_PERSON
           : has_mark(record, "hexagon") ? NODE_HEXAGON
                                         : NODE_THING;
}

/* What the label slot holds beside the title: "meets every 2 months". */
static const char *detail_of(Making *making, const Record *record, const DrawSlot *slot) {
    const char *detail = "";
    for (uint32_t i = 0; slot != NULL && i < slot->count; i++) {
        Values values = hint_values(making->emission, record, slot, i);
        for (uint32_t v = 0; v < values.count; v++) {
            const char *field =
                said_within(making->arena, text_of(said_field(making->arena, slot->fields[i])));
            detail = arena_format(making->arena, "%s%s%s%s%s", detail, *detail != '\0' ? ", " : "",
                                  v == 0 ? field : "", v == 0 ? " " : "",
                                  value_label(making->arena, values.items[v]));
        }
    }
    return detail;
}

static uint32_t shade_of(Making *making, const Record *record, const DrawSlot *slot) {
    const Value *value = hint_value(making->emission, record, slot);
    if (slot != NULL && making->governance->shaded_by == NULL && slot->fields[0] != NULL)
        making->governance->shaded_by = said_field(making->arena, slot->fields[0]);
    return value == NULL || value->kind == VALUE_ANSWER
               ? (uint32_t)GOVERNANCE_NONE
               : governance_shade(making->governance, value_label(making->arena, value));
}

static uint32_t add_node(Making *making, const Record *record) {
    const Draw *draw = kind_draw(record->kind, "governance");
    bool drawn = is_drawn_node(record);
    Text kind =
        record->kind->title.length > 0 ? record->kind->title : name_text(record->kind->name);
    GovernanceNode node = {.title = record->title,
                           .name = text_string(making->arena, name_text(record->path)),
                           .kind = text_string(making->arena, kind),
                           .shape = shape_of(record),
                           .shade = drawn ? shade_of(making, record, draw_slot(draw, "shade"))
                                          : GOVERNANCE_NONE};
    if (drawn)
        node.detail = detail_of(making, record, draw_slot(draw, "label"));
    return governance_node(making->governance, node);
}

Governance *governance_of(const Emission *emission) {
    uint32_t count = emission->model->record_count + 1;
    Making making = {.emission = emission, .arena = emission->arena};
    making.governance = governance_new(emission->arena, emission->judgement->plan->title);
    making.place = arena_array(emission->arena, uint32_t, count);
    memset(making.place, 0xff, sizeof *making.place * count);
    find_all(&making);
    choose(&making);
    uint32_t *number = arena_array(emission->arena, uint32_t, making.found_count + 1);
    for (uint32_t i = 0; i < making.found_count; i++)
        if (making.used[i])
            number[i] = add_node(&making, making.found[i]);
    for (uint32_t i = 0; i < making.joint_count; i++) {
        Joint *joint = &making.joints[i];
        uint32_t from = making.place[joint->from->index], to = making.place[joint->to->index];
        if (!making.used[from] || !making.used[to])
            continue;
        joint->link.from = number[from], joint->link.to = number[to];
        if (joint->via != NULL)
            joint->link.via = number[making.place[joint->via->index]];
        governance_link(making.governance, joint->link);
    }
    return making.governance;
}

bool emit_governance_dot(const Emission *emission, Out *out) {
    governance_dot(governance_of(emission), out);
    return true;
}

bool emit_governance_svg(const Emission *emission, Out *out) {
    /* A diagram that Graphviz could not lay out holds up no other output: the drawing and the
     * diagnostics say so. */
    governance_svg(governance_of(emission), emission->diagnostics, true, out);
    return true;
}

/* Walks the rules of clauses for what they read. A field that is worked out is followed to the
 * lines that it is worked out from; one that points here, to the line that points. */
#include "asked.h"

#include "compile.h"
#include "rule.h"

typedef struct Walk {
    Reader *reader;
    Arena *arena;
    AskedOfPlan *asked;
    Map *kinds;   /* kind -> Map of field (or kind itself, for the records) -> AskedLine */
    Map *derived; /* field -> the clause for which it was followed last */
    Asker asker;
} Walk;

static AskedLine *line_of(Walk *walk, const Kind *kind, const Field *field) {
    Map *lines = map_get(walk->kinds, kind);
    if (lines == NULL) {
        lines = map_new(walk->arena);
        map_put(walk->kinds, kind, lines);
    }
    const void *key = field == NULL ? (const void *)kind : field;
    AskedLine *line = map_get(lines, key);
    if (line == NULL) {
        line = arena_make(walk->arena, AskedLine);
        line->kind = kind;
        line->field = field;
        map_put(lines, key, line);
        AskedOfPlan *asked = walk->asked;
        arena_push(walk->arena, asked->lines, asked->line_count, asked->line_room, line);
    }
    return line;
}

static AskedLine *ask(Walk *walk, const Kind *kind, const Field *field) {
    if (kind_is_list(kind))
        return NULL;
    AskedLine *line = line_of(walk, kind, field);
    bool known =
        line->asker_count > 0 && line->askers[line->asker_count - 1].clause == walk->asker.clause;
    if (!known)
        arena_push(walk->arena, line->askers, line->asker_count, line->asker_room, walk->asker);
    return line;
}

static void walk_node(Walk *walk, const Node *node);

static void ask_field(Walk *walk, const Kind *kind, const Field *field) {
    if (field->inverse_field != NULL) {
        ask_field(walk, field->inverse_kind, field->inverse_field);
    } else if (field->derived != NULL) {
        if (map_get(walk->derived, field) == walk->asker.clause)
            return;
        map_put(walk->derived, field, (void *)walk->asker.clause);
        walk_node(walk, derived_node(walk->reader, field));
    } else
        (void)ask(walk, kind, field);
}

static void add_word(Walk *walk, AskedLine *line, const Record *word) {
    for (uint32_t i = 0; i < line->word_count; i++)
        if (line->words[i] == word)
            return;
    arena_push(walk->arena, line->words, line->word_count, line->word_room, word);
}

/* The words of lists that a comparison holds FIELD of KIND against. */
static void ask_words(Walk *walk, const Kind *kind, const Field *field, const Node *node) {
    if (node == NULL)
        return;
    if (node->op == OP_CONSTANT && node->item.kind == DATUM_RECORD) {
        const Record *word = node->item.record;
        AskedLine *line = kind_is_list(word->kind) ? ask(walk, kind, field) : NULL;
        if (line != NULL)
            add_word(walk, line, word);
    }
    for (uint32_t i = 0; node->list != NULL && i < node->count; i++)
        ask_words(walk, kind, field, node->list[i]);
}

static void walk_step(Walk *walk, const Node *step, const Node *held_against) {
    const Type *type = &step->left->shape.type;
    for (uint32_t i = 0; i < type->kind_count; i++) {
        const Field *field = kind_field(type->kinds[i], step->name);
        if (field == NULL)
            continue;
        ask_field(walk, type->kinds[i], field);
        if (held_against != NULL && field->derived == NULL && field->inverse_field == NULL) {
            ask_words(walk, type->kinds[i], field, held_against->right);
            for (uint32_t w = 0; held_against->list != NULL && w < held_against->count; w++)
                ask_words(walk, type->kinds[i], field, held_against->list[w]);
        }
    }
}

static bool compares_words(const Node *node) {
    switch (node->op) {
    case OP_IS:
    case OP_ONE_OF:
    case OP_ORDER:
    case OP_INCLUDES: return node->left != NULL && node->left->op == OP_STEP;
    default: return false;
    }
}

static void walk_node(Walk *walk, const Node *node) {
    if (node == NULL)
        return;
    if (node->kind != NULL && (is_binder(node) || node->op == OP_ALL || node->op == OP_PROPERTY))
        (void)ask(walk, node->kind, NULL);
    if (node->op == OP_STEP)
        walk_step(walk, node, NULL);
    else if (compares_words(node))
        walk_step(walk, node->left, node);
    walk_node(walk, node->in);
    walk_node(walk, node->left);
    walk_node(walk, node->right);
    walk_node(walk, node->third);
    for (uint32_t i = 0; node->list != NULL && i < node->count; i++)
        walk_node(walk, node->list[i]);
}

static void see_part(void *with, const Node *node) { walk_node(with, node); }

static void walk_rules(Walk *walk, const Record *record, const char *label, RuleUse use);

static void walk_expectation(Walk *walk, const Record *expectation);

static void walk_line(Walk *walk, const Record *record, const Line *line, RuleUse use) {
    if (line->rule == NULL)
        return;
    Rule *rule = rule_compile(walk->reader, record, line, use);
    const Record *shared = rule == NULL ? NULL : rule_shared(rule);
    if (shared != NULL) {
        Asker before = walk->asker;
        walk->asker.expectation = shared;
        walk_expectation(walk, shared);
        walk->asker = before;
    } else if (rule != NULL)
        rule_parts(rule, see_part, walk);
}

static void walk_rules(Walk *walk, const Record *record, const char *label, RuleUse use) {
    const Slot *slot = record_slot_text(walk->reader->model, record, label);
    for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next)
        walk_line(walk, record, line, use);
}

/* The question of an `ask` or a `consider`: the text itself, or what follows a `for every`. */
static const char *question_words(Walk *walk, const Line *line) {
    const Expr *expr = line->rule;
    while (expr != NULL && expr->kind != EXPR_TEXT)
        expr = expr->kind == EXPR_EVERY ? expr->right : NULL;
    return expr == NULL ? NULL : text_string(walk->arena, expr->text);
}

static void add_questions(Walk *walk, const Record *record, const char *label, bool considers) {
    AskedOfPlan *asked = walk->asked;
    const Slot *slot = record_slot_text(walk->reader->model, record, label);
    for (const Line *line = slot == NULL ? NULL : slot->lines; line != NULL; line = line->next) {
        AskedQuestion question = {walk->asker.clause, walk->asker.expectation,
                                  question_words(walk, line), considers};
        if (question.words != NULL)
            arena_push(walk->arena, asked->questions, asked->question_count, asked->question_room,
                       question);
    }
}

static void walk_expectation(Walk *walk, const Record *expectation) {
    walk_rules(walk, expectation, "when", RULE_CONDITION);
    walk_rules(walk, expectation, "that", RULE_EXPECTATION);
    add_questions(walk, expectation, "ask", false);
    add_questions(walk, expectation, "consider", true);
}

static void walk_clause(Walk *walk, const Record *clause) {
    walk->asker = (Asker){clause, clause};
    walk_rules(walk, clause, "when", RULE_CONDITION);
    walk_rules(walk, clause, "expect", RULE_EXPECTATION);
    for (const Record *child = clause->first_child; child != NULL; child = child->next_sibling) {
        if (child->kind->role != ROLE_EXPECTATION)
            continue;
        walk->asker.expectation = child;
        walk_expectation(walk, child);
    }
    walk->asker.expectation = clause;
    add_questions(walk, clause, "ask", false);
    add_questions(walk, clause, "consider", true);
}

AskedOfPlan asked_of_plan(Reader *reader, const Judgement *judgement) {
    AskedOfPlan asked = {0};
    Walk walk = {.reader = reader,
                 .arena = reader->arena,
                 .asked = &asked,
                 .kinds = map_new(reader->arena),
                 .derived = map_new(reader->arena)};
    for (uint32_t i = 0; i < judgement->result_count; i++)
        walk_clause(&walk, judgement->results[i]->clause);
    return asked;
}

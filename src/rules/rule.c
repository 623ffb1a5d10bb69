/* A rule as a clause asks it: the prefix whose fillings are its cases, the claim that is judged in
 * each, the day it is due and the message. */
#include "rule.h"

#include <string.h>

#include "compile.h"
#include "message.h"
#include "../base/out.h"

enum { MOST_TRUE_WITNESSES = 100 };

struct Rule {
    Span span;
    const Record *shared;
    const Record *const *settings; /* that it turns on, in its words or in its message */
    uint32_t setting_count;
    Node *prefix[DEEPEST_NESTING];
    uint32_t prefix_count;
    bool has_values; /* the prefix binds things that are no records */
    Node *body;      /* NULL for a question and for a date */
    Node *due;
    Message *message;
    bool is_question;
    bool may_count_worked; /* it reckons with lengths that may be in working days */
    const Node *offender;  /* a `no` after the prefix: the message may speak of what it found */
};

/* ---- compiling ---- */

/* The outer `for every`s; a leading `no K where C` is `for every K: not C`. */
static const Expr *compile_prefix(Compiler *compiler, Rule *rule, const Expr *expr, bool *whole) {
    bool leading = true;
    while (expr != NULL && (expr->kind == EXPR_EVERY || (leading && expr->kind == EXPR_NONE))) {
        Node *binder = open_binder(compiler, expr, expr->kind == EXPR_NONE ? OP_NONE : OP_EVERY);
        if (binder == NULL) {
            *whole = false;
            return NULL;
        }
        rule->prefix[rule->prefix_count++] = binder;
        const Kind *kind = compiler->variables[binder->variable].kind;
        rule->has_values = rule->has_values || kind == NULL;
        if (binder->op == OP_NONE)
            return NULL;
        leading = false;
        expr = expr->right;
    }
    return expr;
}

/* What a leading `no` claims of each of its kind: that its condition is not so. */
static void turn_no(Compiler *compiler, Rule *rule) {
    Node *binder = rule->prefix[0];
    Node *condition = binder->left;
    binder->op = OP_EVERY;
    binder->left = NULL;
    binder->probe = NULL;
    if (condition == NULL) {
        condition = new_node(compiler, OP_AND, binder->span); /* nothing more is asked: it is so */
        condition->uses = 1u << binder->variable;
    }
    rule->body = new_node(compiler, OP_NOT, binder->span);
    rule->body->left = condition;
    node_uses(rule->body, condition);
}

static bool compile_body(Compiler *compiler, Rule *rule, const Line *line, bool *whole) {
    const Expr *expr = compile_prefix(compiler, rule, line->rule, whole);
    if (!*whole)
        return false;
    if (expr == NULL) {
        turn_no(compiler, rule);
        return true;
    }
    if (rule->is_question) {
        if (expr->kind == EXPR_TEXT) {
            rule->message = message_compile(compiler, expr->text, expr->span);
            return true;
        }
        Diagnostic *diagnostic =
            object_to(compiler, expr->span,
                      "Only a person can answer what is asked here, so it is a question "
                      "in quotation marks.");
        advise(compiler, diagnostic, "What the plan itself can show stands behind `expect:`.");
        return false;
    }
    rule->body = compile_rule(compiler, expr);
    if (rule->body != NULL && rule->body->op == OP_NONE)
        rule->offender = rule->body;
    return rule->body != NULL;
}

static void compile_due(Compiler *compiler, Rule *rule, const Expr *expr) {
    if (expr == NULL)
        return;
    Shape date = shape_of(BASE_DATE);
    Node *node = compile_operand(compiler, expr, &date);
    if (node == NULL)
        return;
    if (node->shape.many) {
        complain_list(compiler, node);
    } else if (!shape_has(&node->shape, BASE_DATE | BASE_EVENT | BASE_SPAN)) {
        Diagnostic *diagnostic =
            object_to(compiler, expr->span, "Something is due on a day, and this is %s.",
                      shape_words(compiler, &node->shape));
        if (shape_has(&node->shape, BASE_DURATION))
            propose(compiler, diagnostic, "%.*s after plan.ends",
                    TEXT_ARGS(words_of(compiler, expr->span)));
    } else
        rule->due = node;
}

/* A named expectation gives its message and its day on lines of their own. */
static const Line *own_line(const Compiler *compiler, const Record *record, const char *label) {
    if (record->kind->role == ROLE_CLAUSE)
        return NULL;
    const Slot *slot = record_slot_text(compiler->model, record, label);
    return slot == NULL ? NULL : slot->lines;
}

static void compile_message(Compiler *compiler, Rule *rule, const Record *record,
                            const Line *line) {
    if (rule->is_question)
        return;
    const Line *own = own_line(compiler, record, "otherwise");
    if (line->otherwise.length > 0)
        rule->message = message_compile(compiler, line->otherwise, line->otherwise_span);
    else if (own != NULL && own->first != NULL && own->first->kind == VALUE_TEXT)
        rule->message = message_compile(compiler, own->first->text, own->first->span);
}

/* A length whose unit is not known before a plan is read may be in working days too. */
static bool may_count_worked(const Node *node) {
    if (node == NULL)
        return false;
    bool is_length = (node->shape.type.bases & BASE_DURATION) != 0;
    uint8_t worked = 1u << FAMILY_WORKING | 1u << FAMILY_CLEAR;
    if (is_length && (node->shape.families == 0 || (node->shape.families & worked) != 0))
        return true;
    for (uint32_t i = 0; node->list != NULL && i < node->count; i++)
        if (may_count_worked(node->list[i]))
            return true;
    return may_count_worked(node->left) || may_count_worked(node->right) ||
           may_count_worked(node->third) || may_count_worked(node->in);
}

static bool check_cost(Compiler *compiler, const Rule *rule) {
    double cases = 1;
    for (uint32_t i = 0; i < rule->prefix_count; i++)
        cases *= binder_width(compiler->reader, rule->prefix[i]);
    double cost = node_cost(compiler->reader, rule->body, cases < 1 ? 1 : cases);
    if (cases > cost)
        cost = cases;
    double most = most_looks(compiler->reader);
    if (cost <= most)
        return true;
    Diagnostic *diagnostic = report(
        compiler->model->diagnostics, DIAGNOSTIC_rule_too_broad, rule->span,
        "In this plan the rule would look at about %.0f million combinations of records; %.0f "
        "million is the most that is tried.",
        cost / 1e6, most / 1e6);
    diagnostic_help(compiler->model->diagnostics, diagnostic,
                    "Let one record lead to the other: `where its audience includes that audience` "
                    "looks only at records that name it.");
    return false;
}

static const Record *shared_expectation(Compiler *compiler, const Expr *expr) {
    if (expr == NULL || expr->kind != EXPR_NAME)
        return NULL;
    bool quiet = compiler->quiet;
    compiler->quiet = true;
    Node *node = compile_path(compiler, expr, NULL);
    compiler->quiet = quiet;
    if (node == NULL || node->op != OP_CONSTANT || node->item.kind != DATUM_RECORD)
        return NULL;
    return node->item.record->kind->role == ROLE_EXPECTATION ? node->item.record : NULL;
}

/* What is taken over has a rule of its own: a chain of names could go round in a circle, and nobody
 * who reads the clause would find what it asks. */
static bool is_whole(Compiler *compiler, const Record *shared, Span span) {
    const Slot *that = record_slot_text(compiler->model, shared, "that");
    Compiler there = compiler_of(compiler->reader, shared);
    const Record *next =
        that == NULL || that->lines == NULL ? NULL : shared_expectation(&there, that->lines->rule);
    if (next == NULL)
        return true;
    Diagnostic *said = report(compiler->model->diagnostics, DIAGNOSTIC_bad_rule, span,
                              "%s takes over %s in its turn, and asks nothing of its own.",
                              shared->name->text, next->name->text);
    diagnostic_help(compiler->model->diagnostics, said,
                    "Name here the one that says what has to hold.");
    return false;
}

static bool compile_parts(Compiler *compiler, Rule *rule, const Record *record, const Line *line,
                          RuleUse use) {
    bool whole = true;
    if (use == RULE_CONDITION) { /* it has no day and no message: those beside it are not its own */
        rule->body = compile_rule(compiler, line->rule);
        return rule->body != NULL && check_cost(compiler, rule);
    }
    whole = compile_body(compiler, rule, line, &whole) && whole;
    if (!whole)
        return false;
    const Line *own_due = line->due == NULL ? own_line(compiler, record, "due") : NULL;
    compile_due(compiler, rule,
                line->due != NULL ? line->due
                : own_due == NULL ? NULL
                                  : own_due->rule);
    if (rule->offender != NULL)
        compiler->variable_count++; /* its variable stands there still */
    compile_message(compiler, rule, record, line);
    if (rule->offender != NULL)
        compiler->variable_count--;
    rule->may_count_worked = may_count_worked(rule->body);
    return rule->body == NULL || check_cost(compiler, rule);
}

Rule *rule_compile(Reader *reader, const Record *record, const Line *line, RuleUse use) {
    if (line == NULL || line->rule == NULL)
        return NULL;
    Compiler compiler = compiler_of(reader, record);
    Rule *rule = arena_make(reader->arena, Rule);
    rule->span = line->rule->span;
    rule->is_question = use == RULE_QUESTION;
    bool whole = true;
    if (use == RULE_EXPECTATION)
        rule->shared = shared_expectation(&compiler, line->rule);
    if (use == RULE_DATE)
        compile_due(&compiler, rule, line->rule), whole = rule->due != NULL;
    else if (rule->shared == NULL)
        whole = compile_parts(&compiler, rule, record, line, use);
    else
        whole = is_whole(&compiler, rule->shared, line->rule->span);
    rule->settings = compiler.settings;
    rule->setting_count = compiler.setting_count;
    return whole ? rule : NULL;
}

const Record *const *rule_settings(const Rule *rule, uint32_t *count) {
    *count = rule->setting_count;
    return rule->settings;
}

const Record *rule_shared(const Rule *rule) { return rule->shared; }

/* ---- judging ---- */

/* What instances were judged by: the rule, and how the reader stood then. */
typedef struct Ground {
    Reader *reader;
    const Rule *rule;
    const When *adopted;
    const Record *adoption;
    Override *overrides;
    const Node *gap; /* or the list that is not given; else NULL */
} Ground;

static Ground ground_of(Reader *reader, const Rule *rule) {
    return (Ground){reader, rule, reader->adopted, reader->adoption, reader->overrides, NULL};
}

typedef struct Filling {
    Run run;
    const Rule *rule;
    const Ground *ground;
    Instances instances;
    uint32_t room, explained;
    bool only_breaches;
    const char *empty;
} Filling;

static void explain_gap(Filling *filling, Instance *instance, const Node *gap,
                        const Candidates *candidates) {
    Witness *witness = arena_make(filling->run.reader->arena, Witness);
    witness->record = candidates->record;
    witness->field = candidates->field;
    witness->span = candidates->record == NULL ? NO_SPAN : candidates->record->span;
    witness->truth = instance->truth;
    instance->witnesses = witness; /* its words come when it is asked for */
    Ground *ground = arena_make(filling->run.reader->arena, Ground);
    *ground = *filling->ground;
    ground->gap = gap->in == NULL ? gap : gap->in;
    instance->ground = ground;
}

static void bind_instance(Filling *filling, Instance *instance, uint32_t level) {
    Arena *arena = filling->run.reader->arena;
    const Rule *rule = filling->rule;
    instance->bound = level == 0 ? NULL : arena_array(arena, const Record *, level);
    for (uint32_t i = 0; i < level; i++) {
        const Datum *datum = &filling->run.variables[rule->prefix[i]->variable];
        if (datum->kind == DATUM_RECORD)
            instance->bound[instance->bound_count++] = datum->record;
    }
    if (!rule->has_values)
        return;
    Datum *filled = arena_array(arena, Datum, rule->prefix_count);
    for (uint32_t i = 0; i < level; i++)
        filled[i] = filling->run.variables[rule->prefix[i]->variable];
    instance->filled = filled;
}

static Instance *add_instance(Filling *filling, uint32_t level, Truth truth) {
    Instance instance = {.truth = truth};
    bind_instance(filling, &instance, level);
    Instances *all = &filling->instances;
    arena_push(filling->run.reader->arena, all->items, all->count, filling->room, instance);
    return &all->items[all->count - 1];
}

static void judge_case(Filling *filling, Truth excuse) {
    const Rule *rule = filling->rule;
    Truth body = rule->body == NULL ? TRUTH_ABSENT : truth_of(&filling->run, rule->body);
    Truth truth = truth_or(excuse, body);
    if (filling->only_breaches && truth != TRUTH_CONTRADICTED)
        return;
    Instance *instance = add_instance(filling, rule->prefix_count, truth);
    instance->is_supposed = excuse != TRUTH_CONTRADICTED;
    if (rule->body == NULL)
        return;
    if (instance->truth != TRUTH_HOLDS || ++filling->explained <= MOST_TRUE_WITNESSES)
        instance->ground = filling->ground;
}

/* A list that is not given, or not all of it, could hold anything. */
static void judge_gap(Filling *filling, uint32_t level, const Candidates *candidates) {
    Truth truth = candidates->state == STATE_MISSING ? TRUTH_MISSING
                  : candidates->state != STATE_GIVEN ? TRUTH_UNCERTAIN
                                                     : candidates->open_as;
    Instance *instance = add_instance(filling, level, truth);
    instance->is_supposed = true;
    explain_gap(filling, instance, filling->rule->prefix[level], candidates);
}

static void clear_from(Filling *filling, uint32_t level) {
    for (uint32_t i = level; i < filling->rule->prefix_count; i++)
        filling->run.variables[filling->rule->prefix[i]->variable].kind = DATUM_NOTHING;
}

/* What there is none of, as in "The plan has no ...". */
static const char *words_of_none(Run *run, const Node *binder) {
    uint32_t of_the_kind = 0;
    if (binder->kind == NULL || binder->kind->plural == NULL)
        return binder->in != NULL
                   ? node_words(run, binder->in) /* the words of a list are always there */
                   : "record of the sort that this asks about";
    if (binder->kind->role == ROLE_TOP)
        return "line that this asks about";
    char *words = text_string(run->reader->arena, name_text(binder->kind->plural));
    for (char *c = words; *c != '\0'; c++)
        *c = *c == '-' ? ' ' : *c;
    (void)records_of(run->reader, binder->kind, &of_the_kind);
    if (of_the_kind == 0)
        return words;
    return arena_format(run->reader->arena, "%s of the sort that this asks about", words);
}

/* Fills the prefix from LEVEL on. EXCUSE is what the filters so far leave open. */
static void fill(Filling *filling, uint32_t level, Truth excuse) {
    const Rule *rule = filling->rule;
    if (level == rule->prefix_count) {
        judge_case(filling, excuse);
        return;
    }
    Reader *reader = filling->run.reader;
    const Node *binder = rule->prefix[level];
    Candidates candidates;
    ScratchMark mark = scratch_mark(reader);
    clear_from(filling, level);
    find_candidates(&filling->run, binder, &candidates);
    uint32_t count = candidates.count + candidates.more_count, kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        Truth filter = admit(&filling->run, binder, candidate(&candidates, i));
        if (filter == TRUTH_CONTRADICTED || filter == TRUTH_ABSENT)
            continue;
        kept++;
        fill(filling, level + 1, truth_or(excuse, truth_not(filter)));
    }
    clear_from(filling, level);
    if ((candidates.state != STATE_GIVEN || candidates.open) && !filling->only_breaches)
        judge_gap(filling, level, &candidates);
    if (kept == 0)
        filling->empty = words_of_none(&filling->run, binder);
    scratch_release(reader, mark);
}

/* Instances are gathered where those of the rule before were, and kept when their number is known:
 * lists that were outgrown would stay in memory. */
static Instances judge_all(Filling *filling) {
    Reader *reader = filling->run.reader;
    Ground *ground = arena_make(reader->arena, Ground);
    *ground = ground_of(reader, filling->rule);
    filling->ground = ground;
    filling->instances.items = reader->instances;
    filling->room = reader->instance_room;
    fill(filling, 0, TRUTH_CONTRADICTED);
    reader->instances = filling->instances.items;
    reader->instance_room = filling->room;
    uint32_t count = filling->instances.count;
    Instance *items = arena_array(reader->arena, Instance, count);
    if (count > 0)
        memcpy(items, reader->instances, count * sizeof *items);
    return (Instances){items, count};
}

Instances rule_judge(Reader *reader, const Rule *rule, const char **empty) {
    Filling filling = {.run = {.reader = reader}, .rule = rule};
    Instances instances = judge_all(&filling);
    if (empty != NULL)
        *empty = instances.count == 0 ? filling.empty : NULL;
    return instances;
}

Instances rule_breaches(Reader *reader, const Rule *rule) {
    Filling filling = {.run = {.reader = reader}, .rule = rule, .only_breaches = true};
    return judge_all(&filling);
}

/* ---- when, and in what words ---- */

static void restore(Run *run, const Rule *rule, const Instance *instance) {
    for (uint32_t i = 0; i < rule->prefix_count; i++) {
        Datum *variable = &run->variables[rule->prefix[i]->variable];
        if (rule->has_values && instance->filled != NULL)
            *variable = instance->filled[i];
        else if (i < instance->bound_count)
            *variable = datum_of_record(instance->bound[i]);
    }
}

/* Puts the reader as it stood when a rule was judged; returns how it stood before. */
static Ground stand_at(const Ground *ground) {
    Reader *reader = ground->reader;
    Ground before = ground_of(reader, ground->rule);
    if (reader->adopted != ground->adopted || reader->overrides != ground->overrides)
        reader->epoch++;
    reader->adopted = ground->adopted;
    reader->adoption = ground->adoption;
    reader->overrides = ground->overrides;
    return before;
}

const Witness *instance_witnesses(Instance *instance) {
    const Ground *ground = instance->ground;
    if (ground == NULL)
        return instance->witnesses;
    Ground before = stand_at(ground);
    Run run = {.reader = ground->reader};
    WitnessList list = {0};
    restore(&run, ground->rule, instance);
    if (ground->gap != NULL) {
        instance->witnesses->asked = node_words(&run, ground->gap);
    } else {
        explain(&run, ground->rule->body, truth_of(&run, ground->rule->body), &list);
        instance->witnesses = list.first;
    }
    (void)stand_at(&before);
    instance->ground = NULL;
    return instance->witnesses;
}

static bool day_of(Run *run, const Node *node, DateRange *date) {
    ScratchMark mark = scratch_mark(run->reader);
    Operand operand;
    evaluate(run, node, &operand);
    bool known =
        operand.state == STATE_GIVEN && operand.count > 0 && operand.items->kind == DATUM_WHEN;
    if (known)
        *date = operand.items[operand.count - 1].to;
    scratch_release(run->reader, mark);
    return known && date->last < DAY_UNKNOWN_FUTURE;
}

bool rule_due(Reader *reader, const Rule *rule, const Instance *instance, DateRange *due,
              bool *unknown) {
    *unknown = false;
    if (rule->due == NULL)
        return false;
    Run run = {.reader = reader};
    restore(&run, rule, instance);
    *unknown = !day_of(&run, rule->due, due);
    return true;
}

bool rule_date(Reader *reader, const Rule *rule, DateRange *date) {
    Run run = {.reader = reader};
    return rule->due != NULL && day_of(&run, rule->due, date);
}

/* The record that a `no` found, or the one that comes nearest to it. */
static void find_offender(Run *run, const Node *none) {
    Candidates candidates;
    Datum best = {.kind = DATUM_NOTHING};
    Truth most = TRUTH_CONTRADICTED;
    find_candidates(run, none, &candidates);
    uint32_t count = candidates.count + candidates.more_count;
    for (uint32_t i = 0; i < count && most != TRUTH_HOLDS; i++) {
        const Datum *item = candidate(&candidates, i);
        Truth truth = admit(run, none, item);
        if (truth != most && truth_or(truth, most) == truth) {
            best = *item;
            most = truth;
        }
    }
    run->variables[none->variable] = best;
}

/* Does the message name a record that a list would hold which is not given? */
static bool names_what_is_lacking(const Run *run, const Rule *rule) {
    uint32_t uses = message_uses(rule->message);
    for (uint32_t i = 0; i < rule->prefix_count; i++) {
        uint32_t variable = rule->prefix[i]->variable;
        if ((uses >> variable & 1) != 0 && run->variables[variable].kind == DATUM_NOTHING)
            return true;
    }
    return false;
}

/* What to do about a list that is not given comes before what is asked of the things in it. */
static const char *gap_message(Reader *reader, const Witness *gap) {
    const Text title = gap->record->title;
    Text label = name_text(gap->field->name);
    char *words = text_string(reader->arena, label);
    for (char *c = words; *c != '\0'; c++)
        *c = *c == '-' ? ' ' : *c;
    return arena_format(reader->arena,
                        gap->truth == TRUTH_UNCERTAIN
                            ? "\"%.*s\" says that this is not known yet, and what is asked here "
                              "turns on it (%s: ...)"
                            : "Give \"%.*s\" this line, for what is asked here turns on it "
                              "(%s: ...)",
                        TEXT_ARGS(title), words);
}

/* MESSAGE with what is not certain of the days off that the case rests on. */
static const char *with_caveat(Run *run, const Rule *rule, const char *message) {
    Reader *reader = run->reader;
    if (!rule->may_count_worked || rule->body == NULL || message == NULL)
        return message;
    reader->caveat = NULL;
    (void)truth_of(run, rule->body);
    const char *caveat = reader->caveat;
    reader->caveat = NULL;
    return caveat == NULL ? message : arena_format(reader->arena, "%s (%s)", message, caveat);
}

const char *rule_message(Reader *reader, const Rule *rule, const Instance *instance) {
    if (rule->message == NULL)
        return NULL;
    Run run = {.reader = reader};
    restore(&run, rule, instance);
    const Witness *gap =
        instance->ground != NULL && instance->ground->gap != NULL ? instance->witnesses : NULL;
    if (gap != NULL && gap->record != NULL && gap->field != NULL && gap->field->derived == NULL &&
        gap->field->inverse_kind == NULL && names_what_is_lacking(&run, rule))
        return gap_message(reader, gap);
    ScratchMark mark = scratch_mark(reader);
    const Node *none = rule->offender;
    if (none != NULL && (message_uses(rule->message) >> none->variable & 1) != 0)
        find_offender(&run, none);
    const char *filled = with_caveat(&run, rule, message_fill(&run, rule->message));
    scratch_release(reader, mark);
    return filled;
}

Text rule_words(const Reader *reader, const Rule *rule) {
    Text source = span_text(reader->model->sources, rule->span);
    char *words = arena_alloc(reader->arena, source.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < source.length; i++) {
        char c = source.at[i];
        bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (blank && (length == 0 || words[length - 1] == ' '))
            continue;
        words[length++] = blank ? ' ' : c;
    }
    return (Text){words, length};
}

void rule_parts(const Rule *rule, void (*see)(void *with, const Node *node), void *with) {
    for (uint32_t i = 0; i < rule->prefix_count; i++)
        see(with, rule->prefix[i]);
    see(with, rule->body);
}

bool rule_is_idle(Reader *reader, const Line *line) {
    const Expr *expr = line->rule;
    if (expr == NULL || expr->kind != EXPR_EVERY || expr->in != NULL || expr->name == NULL)
        return false;
    const Kind *kind = model_kind(reader->model, expr->name);
    uint32_t count = 1;
    if (kind != NULL && !kind->is_words && !kind->is_scale)
        (void)records_of(reader, kind, &count);
    return count == 0;
}

/* The words of a rule: which of them are part of the rule language, decided from what stands before
 * and after. Elsewhere they are names. */
#include <ctype.h>
#include <string.h>

#include "layout.h"
#include "parser.h"

/* A phrase of the rule language, and the terminal that it is. They are listed in words.def. */
typedef struct Phrasing {
    const char *words;
    int terminal;
    ExprWord word;
} Phrasing;

#define PHRASING(words, terminal, word) {words, T_##terminal, WORD_##word},
#define PHRASING_END                    {NULL, 0, WORD_NONE_},

/* Behind a finished operand. */
static const Phrasing INFIX[] = {
#define VERB(words, terminal)  PHRASING(words, terminal, NONE_)
#define JOINT(word, terminal)  PHRASING(word, terminal, NONE_)
#define REASON(word, terminal) PHRASING(word, terminal, NONE_)
#define TAIL(word, terminal)   PHRASING(word, terminal, NONE_)
#define BETWEEN                PHRASING
#include "../../grammar/words.def"
    PHRASING_END};

/* Behind `is`, `is not` and `lasts`. */
static const Phrasing TESTS[] = {
#define TEST PHRASING
#include "../../grammar/words.def"
    PHRASING_END};

/* Behind `includes`. */
static const Phrasing LISTS[] = {
#define LIST_OF(words, terminal) PHRASING(words, terminal, NONE_)
#include "../../grammar/words.def"
    PHRASING_END};

/* Where an operand begins; the next word is part of it. */
static const Phrasing PREFIX[] = {
#define OPERAND PHRASING
#include "../../grammar/words.def"
    PHRASING_END};

static const Phrasing PICKS[] = {
#define PICK PHRASING
#include "../../grammar/words.def"
    PHRASING_END};

/* Nearly all words of a rule differ from a phrase in their first letter. */
static bool is_first_word(const Layout *layout, uint32_t token, const char *words) {
    Text text = layout_text(layout, token);
    if (layout->tokens[token].kind != TOKEN_WORD || tolower((unsigned char)*text.at) != *words)
        return false;
    size_t length = strcspn(words, " ");
    return text.length == length && strncasecmp(text.at, words, length) == 0;
}

/* How many tokens from `at` are the words of PHRASING, or 0. */
static uint32_t matches(const Layout *layout, const Phrasing *phrasing) {
    uint32_t token = layout->at;
    for (const char *words = phrasing->words; is_first_word(layout, token, words); words++) {
        words += strcspn(words, " ");
        if (*words == '\0')
            return token + 1 - layout->at;
        token = layout_after(layout, token);
    }
    return 0;
}

static const Phrasing *find(const Layout *layout, const Phrasing *table, uint32_t *tokens) {
    for (; table->words != NULL; table++)
        if ((*tokens = matches(layout, table)) > 0)
            return table;
    return NULL;
}

bool layout_is_finished(int terminal) {
    switch (terminal) {
    case T_NAME:
    case T_TEXT:
    case T_LITERAL:
    case T_PERCENT:
    case T_YES:
    case T_NO:
    case T_IT:
    case T_CLOSE_BRACKET:
    case T_GIVEN:
    case T_EXPLAINED:
    case T_HAS_REASON:
    case T_HAS_NO_REASON:
    case T_WRONG: return true;
    default: return false;
    }
}

/* Behind these comes a name, whatever it is. */
static bool wants_name(int terminal) {
    return terminal == T_ITS || terminal == T_THAT || terminal == T_FOR_EVERY ||
           terminal == T_SOME || terminal == T_NONE || terminal == T_OTHER || terminal == T_AS ||
           terminal == T_PICK || terminal == T_DIFFERENT;
}

static bool begins_rule(int terminal) {
    return terminal == T_RULE_LABEL || terminal == T_COLON || terminal == T_OPEN_BRACKET ||
           terminal == T_AND || terminal == T_OR || terminal == T_NOT || terminal == T_WHERE;
}

static bool is_one_of(const Layout *layout, uint32_t token, const char *const *words) {
    for (; *words != NULL; words++)
        if (layout_word_is(layout, token, *words))
            return true;
    return false;
}

/* Words that join a line to the one above it. */
static bool joins(const Layout *layout, uint32_t token) {
    static const char *const JOINING[] = {
#define LINE_JOINING(word) word,
#include "../../grammar/words.def"
        NULL};
    return is_one_of(layout, token, JOINING);
}

static bool is_infix(const Layout *layout, uint32_t token) {
    for (const Phrasing *infix = INFIX; infix->words != NULL; infix++)
        if (is_first_word(layout, token, infix->words))
            return true;
    return false;
}

/* A word of a rule that may be a name or an operand of its own. */
static bool is_plain_word(const Layout *layout, uint32_t token) {
    return layout->tokens[token].kind == TOKEN_WORD && !is_infix(layout, token) &&
           layout->tokens[token + 1].kind != TOKEN_COLON;
}

static bool operand_follows(const Layout *layout, uint32_t token) {
    uint32_t next = layout_after(layout, token);
    const Token *found = &layout->tokens[next];
    if (found->first && layout->depth == 0)
        return false;
    switch (found->kind) {
    case TOKEN_WORD: return !is_infix(layout, next);
    case TOKEN_CLOSE:
    case TOKEN_OPEN:
    case TOKEN_CLOSE_BRACKET:
    case TOKEN_COMMA:
    case TOKEN_COLON:
    case TOKEN_SYMBOL:
    case TOKEN_END: return false;
    default: return true;
    }
}

/* --- does a rule go on at the next line? -------------------------------------------------------
 */

/* What looks like a label at the start of a line, in a rule that may still want a colon. */
static bool is_rule_line(const Layout *layout, uint32_t token, uint32_t label_end) {
    static const char *const OPENING[] = {"and", "or", "where", "else", NULL};
    if (is_one_of(layout, token, OPENING) && label_end > token + 1)
        return true;
    if (layout_word_is(layout, token, "for") && layout_word_is(layout, token + 1, "every"))
        return true;
    bool inside = layout->awaiting > 0 && !layout_is_finished(layout->last);
    return inside && label_end > token + 1;
}

bool layout_rule_goes_on(const Layout *layout, uint32_t token) {
    uint32_t label_end = layout_label_end(layout, token);
    uint8_t kind = layout->tokens[token].kind;
    if (label_end > 0 && !is_rule_line(layout, token, label_end))
        return false;
    if (label_end > 0 || layout->depth > 0 || kind == TOKEN_COMMA || kind == TOKEN_CLOSE_BRACKET ||
        joins(layout, token))
        return true;
    bool open = !layout_is_finished(layout->last) || layout->awaiting > 0;
    return open && !layout_is_header(layout, token);
}

/* --- words -------------------------------------------------------------------------------------
 */

static int give(Layout *layout, Mark *mark, const Phrasing *phrasing, uint32_t tokens) {
    int terminal = layout_take(layout, mark, phrasing->terminal, tokens);
    mark->word = (uint8_t)phrasing->word;
    return terminal;
}

/* A rule whose parts stand in each other without brackets has an end, too. */
static int nesting(Layout *layout, Mark *mark, int terminal, uint32_t tokens) {
    if (++layout->steps > MOST_STEPS) {
        if (!layout->reported)
            report(layout->context->diagnostics, DIAGNOSTIC_too_deep,
                   layout_span(layout, layout->at, layout->at),
                   "This rule is too long to be one: break it into several.");
        layout_hush(layout);
        layout_skip_item(layout);
        *mark = (Mark){layout->previous, WORD_NONE_, 0};
        return T_WRONG;
    }
    return layout_take(layout, mark, terminal, tokens);
}

static Diagnostic *habit(Layout *layout, uint32_t last, const char *message) {
    Diagnostics *store = layout->context->diagnostics;
    Span span = layout_span(layout, layout->at, last);
    if (layout->reported)
        return NULL;
    layout_hush(layout);
    return report(store, DIAGNOSTIC_syntax, span, "%s", message);
}

static int behind_operand(Layout *layout, Mark *mark);

static int quantifier(Layout *layout, Mark *mark) {
    layout->awaiting++;
    return nesting(layout, mark, T_FOR_EVERY, layout_after(layout, layout->at) + 1 - layout->at);
}

/* `all activities ...`, `each activity ...`, `every activity ...`. */
static bool is_loose_every(const Layout *layout) {
    static const char *const LOOSE[] = {"every", "all", "each", "any", NULL};
    return begins_rule(layout->last) && is_one_of(layout, layout->at, LOOSE) &&
           layout->tokens[layout->at + 1].kind == TOKEN_WORD && !is_infix(layout, layout->at + 1) &&
           layout_same_line(layout, layout->at + 1);
}

static int loose_every(Layout *layout, Mark *mark) {
    Text kind = layout_text(layout, layout->at + 1);
    Diagnostic *diagnostic = habit(layout, layout->at,
                                   "A rule about all records of a kind begins with `for every`, "
                                   "and a colon parts the records from what holds for them.");
    if (diagnostic != NULL)
        diagnostic_write(layout->context->diagnostics, diagnostic, "for every %.*s: ...",
                         TEXT_ARGS(kind));
    if (diagnostic != NULL)
        diagnostic_help(layout->context->diagnostics, diagnostic,
                        "The kind stands in the singular.");
    layout->awaiting++;
    return layout_take(layout, mark, T_FOR_EVERY, 1);
}

static int pick_or_phrase(Layout *layout, Mark *mark) {
    uint32_t tokens = 0, next = layout_after(layout, layout->at);
    const Phrasing *pick = find(layout, PICKS, &tokens);
    if (pick != NULL && layout->tokens[next].kind == TOKEN_WORD &&
        layout_word_is(layout, layout_after(layout, next), "of"))
        return give(layout, mark, pick, tokens);
    const Phrasing *phrasing = find(layout, PREFIX, &tokens);
    if (phrasing != NULL)
        return give(layout, mark, phrasing, tokens);
    if (layout->last == T_NUMBER_OF && layout_word_is(layout, layout->at, "different") &&
        layout_word_is(layout, layout_after(layout, next), "of"))
        return layout_take(layout, mark, T_DIFFERENT, 1);
    return layout_take(layout, mark, T_NAME, 1);
}

/* Where an operand, or a rule, may begin. */
static int operand_word(Layout *layout, Mark *mark) {
    uint32_t next = layout_after(layout, layout->at);
    bool before_word = layout->tokens[next].kind == TOKEN_WORD;
    bool before_plain = before_word && is_plain_word(layout, next);
    if (layout_word_is(layout, layout->at, "its") && before_word)
        return layout_take(layout, mark, T_ITS, 1);
    if (layout_word_is(layout, layout->at, "that") && before_word)
        return layout_take(layout, mark, T_THAT, 1);
    if (layout_word_is(layout, layout->at, "it"))
        return layout_take(layout, mark, T_IT, 1);
    if (layout_word_is(layout, layout->at, "yes"))
        return layout_take(layout, mark, T_YES, 1);
    bool named = before_word && (before_plain || layout->tokens[next + 1].kind == TOKEN_COLON);
    if (layout_word_is(layout, layout->at, "no"))
        return layout_take(layout, mark, begins_rule(layout->last) && named ? T_NONE : T_NO, 1);
    if (layout_word_is(layout, layout->at, "some") && before_word && begins_rule(layout->last))
        return layout_take(layout, mark, T_SOME, 1);
    if (layout_word_is(layout, layout->at, "for") && layout_word_is(layout, next, "every"))
        return quantifier(layout, mark);
    if (layout_word_is(layout, layout->at, "not") && begins_rule(layout->last) &&
        (before_word || layout->tokens[next].kind == TOKEN_OPEN_BRACKET))
        return nesting(layout, mark, T_NOT, 1);
    if (is_loose_every(layout))
        return loose_every(layout, mark);
    return pick_or_phrase(layout, mark);
}

static int name_word(Layout *layout, Mark *mark) {
    uint32_t next = layout_after(layout, layout->at);
    bool binder = layout->last == T_FOR_EVERY || layout->last == T_SOME || layout->last == T_NONE;
    if (binder && layout_word_is(layout, layout->at, "other") &&
        layout->tokens[next].kind == TOKEN_WORD && !is_infix(layout, next))
        return layout_take(layout, mark, T_OTHER, 1);
    return layout_take(layout, mark, T_NAME, 1);
}

/* Behind `is`: a test, or an operand. `before`, `after` and `during` may be the words of a list. */
static int test_word(Layout *layout, Mark *mark) {
    uint32_t tokens = 0;
    const Phrasing *test = find(layout, TESTS, &tokens);
    if (test == NULL || (test->terminal == T_NOT && layout->last == T_NOT))
        return operand_word(layout, mark);
    bool may_be_word =
        test->terminal == T_DURING || test->word == WORD_BEFORE || test->word == WORD_AFTER;
    if (may_be_word && !operand_follows(layout, layout->at))
        return layout_take(layout, mark, T_NAME, 1);
    return give(layout, mark, test, tokens);
}

/* --- what people write instead -----------------------------------------------------------------
 */

typedef struct Habit {
    const char *words[2];
    const char *message, *write;
} Habit;

static const Habit HABITS[] = {
    {{"contains"}, "A rule says includes where you would say contains.", "includes"},
    {{"contain"}, "A rule says include where you would say contain.", "does not include"},
    {{"has"},
     "A rule says includes, is given or has a reason where you would say has.",
     "includes"},
    {{"have"},
     "A rule says includes, is given or has a reason where you would say have.",
     "includes"},
    {{"must", "be"}, "A rule says what is so: is, where you would say must be.", "is"},
    {{"should", "be"}, "A rule says what is so: is, where you would say should be.", "is"},
    {{"must"}, "A rule says what is so, in the present: is, includes, lasts.", "is"},
    {{"should"}, "A rule says what is so, in the present: is, includes, lasts.", "is"},
    {{"equals"}, "A rule says is where you would say equals.", "is"},
    {{"exceeds"}, "A rule says is more than where you would say exceeds.", "is more than"},
    {{"exists"}, "A rule says is given where you would say exists.", "is given"},
    {{NULL}, NULL, NULL},
};

static const Habit TEST_HABITS[] = {
    {{"earlier", "than"},
     "A rule says is before where you would say is earlier than.",
     "is before"},
    {{"later", "than"}, "A rule says is after where you would say is later than.", "is after"},
    {{"greater", "than"},
     "A rule says is more than where you would say is greater than.",
     "is more than"},
    {{"bigger", "than"},
     "A rule says is more than where you would say is bigger than.",
     "is more than"},
    {{"fewer", "than"},
     "A rule says is less than where you would say is fewer than.",
     "is less than"},
    {{"over"}, "A rule says is more than where you would say is over.", "is more than"},
    {{"under"}, "A rule says is less than where you would say is under.", "is less than"},
    {{"any", "of"}, "A rule says is one of where you would say is any of.", "is one of"},
    {{"either"}, "A rule says is one of where you would say is either.", "is one of"},
    {{NULL}, NULL, NULL},
};

static bool is_habit(Layout *layout, const Habit *table, Mark *mark) {
    for (; table->words[0] != NULL; table++) {
        uint32_t last = layout->at;
        if (!layout_word_is(layout, last, table->words[0]))
            continue;
        if (table->words[1] != NULL && !layout_word_is(layout, ++last, table->words[1]))
            continue;
        Diagnostic *diagnostic = habit(layout, last, table->message);
        if (diagnostic != NULL)
            diagnostic_write(layout->context->diagnostics, diagnostic, "%s", table->write);
        layout_take(layout, mark, T_WRONG, last + 1 - layout->at);
        return true;
    }
    return false;
}

static int behind_operand(Layout *layout, Mark *mark) {
    uint32_t tokens = 0;
    const Phrasing *infix = find(layout, INFIX, &tokens);
    if (infix != NULL &&
        (infix->terminal == T_ELSE || infix->terminal == T_SHIFT || infix->terminal == T_OF)) {
        int terminal = nesting(layout, mark, infix->terminal, tokens);
        mark->word = (uint8_t)infix->word;
        return terminal;
    }
    if (infix != NULL)
        return give(layout, mark, infix, tokens);
    if (is_habit(layout, HABITS, mark))
        return T_WRONG;
    return layout_take(layout, mark, T_NAME, 1);
}

int layout_rule_word(Layout *layout, Mark *mark) {
    if (wants_name(layout->last))
        return name_word(layout, mark);
    if (layout->last == T_IS || layout->last == T_LASTS ||
        (layout->last == T_NOT && layout->before_last == T_IS))
        return is_habit(layout, TEST_HABITS, mark) ? T_WRONG : test_word(layout, mark);
    uint32_t tokens = 0;
    const Phrasing *list = layout->last == T_INCLUDES ? find(layout, LISTS, &tokens) : NULL;
    if (list != NULL)
        return give(layout, mark, list, tokens);
    if (layout_is_finished(layout->last) || layout->last == T_DOES_NOT)
        return behind_operand(layout, mark);
    return operand_word(layout, mark);
}

/* --- signs -------------------------------------------------------------------------------------
 */

typedef struct Sign {
    const char *sign, *words;
} Sign;

static const Sign SIGNS[] = {
    {">=", "is at least"},
    {"\xE2\x89\xA5", "is at least"},
    {"<=", "is at most"},
    {"\xE2\x89\xA4", "is at most"},
    {">", "is more than"},
    {"<", "is less than"},
    {"=", "is"},
    {"==", "is"},
    {"!=", "is not"},
    {"<>", "is not"},
    {"\xE2\x89\xA0", "is not"},
    {"&&", "and"},
    {"&", "and"},
    {"||", "or"},
    {"|", "or"},
    {"!", "not"},
};

int layout_rule_symbol(Layout *layout, Mark *mark) {
    Text sign = layout_text(layout, layout->at);
    bool dash = text_is(sign, "-") || text_starts(sign, "\xE2\x80");
    if (dash && layout_is_finished(layout->last))
        return layout_take(layout, mark, T_TO, 1);
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (text_is(sign, SIGNS[i].sign)) {
            Diagnostic *diagnostic = habit(layout, layout->at, "A rule is written in words.");
            if (diagnostic != NULL)
                diagnostic_write(layout->context->diagnostics, diagnostic, "%s", SIGNS[i].words);
        }
    habit(layout, layout->at, "This sign has no place in a rule.");
    return layout_take(layout, mark, T_WRONG, 1);
}

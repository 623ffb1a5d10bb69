/* Holes hold operands of the rule language; they are typed with the rule and filled for a case. */
#include "message.h"

#include <string.h>

#include "../base/out.h"
#include "../syntax/parse.h"

typedef struct Piece {
    struct Piece *next;
    Text text;  /* as it stands */
    Node *node; /* or what fills it */
} Piece;

struct Message {
    Piece *first, *last;
    uint32_t uses;
    bool has_holes;
    const char *plain; /* without holes it says the same of every case: kept when first filled */
};

/* The next hole at or after FROM: between its braces. `{{` is a brace. */
static bool next_hole(Text text, size_t from, size_t *open, size_t *close) {
    for (size_t i = from; i < text.length; i++) {
        if (text.at[i] != '{')
            continue;
        if (i + 1 < text.length && text.at[i + 1] == '{') {
            i++;
            continue;
        }
        *open = i;
        for (size_t end = i + 1; end < text.length; end++)
            if (text.at[end] == '}') {
                *close = end;
                return true;
            }
        return false;
    }
    return false;
}

/* Doubled braces stand for one. */
static Text plain(Arena *arena, Text text) {
    char *letters = arena_alloc(arena, text.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        letters[length++] = c;
        if ((c == '{' || c == '}') && i + 1 < text.length && text.at[i + 1] == c)
            i++;
    }
    return (Text){letters, length};
}

static void add_piece(Compiler *compiler, Message *message, Text text, Node *node) {
    Piece *piece = arena_make(compiler->arena, Piece);
    piece->text = plain(compiler->arena, text);
    piece->node = node;
    if (message->last == NULL)
        message->first = piece;
    else
        message->last->next = piece;
    message->last = piece;
    message->has_holes = message->has_holes || node != NULL;
    if (node != NULL)
        message->uses |= node->uses;
}

static Node *compile_hole(Compiler *compiler, Span span) {
    ParseContext context = {compiler->model->arena, compiler->model->names,
                            compiler->model->sources, compiler->model->diagnostics};
    Expr *expr = parse_hole(&context, span);
    return expr == NULL ? NULL : compile_operand(compiler, expr, NULL);
}

/* The text as read has escapes undone, so holes are found twice: in it, and in the source. */
Message *message_compile(Compiler *compiler, Text text, Span span) {
    if (text.length == 0)
        return NULL;
    Message *message = arena_make(compiler->arena, Message);
    Text source = span_is_none(span) ? text : span_text(compiler->model->sources, span);
    size_t done = 0, read = 0, open, close, source_open, source_close;
    while (next_hole(text, done, &open, &close) &&
           next_hole(source, read, &source_open, &source_close)) {
        add_piece(compiler, message, text_part(text, done, open - done), NULL);
        Span hole = {span.source, span.at + (uint32_t)source_open + 1,
                     (uint32_t)(source_close - source_open - 1)};
        Node *node = span_is_none(span) ? NULL : compile_hole(compiler, hole);
        add_piece(compiler, message, text_part(text, open, close + 1 - open), node);
        done = close + 1;
        read = source_close + 1;
    }
    add_piece(compiler, message, text_part(text, done, text.length), NULL);
    return message;
}

uint32_t message_uses(const Message *message) { return message == NULL ? 0 : message->uses; }

/* A title stands in quotation marks, so that the sentence round it can be read; a message that puts
 * them itself gets no second pair. */
static bool wants_quotes(const Out *out, const Node *node) {
    return node->op == OP_PROPERTY && node->property == PROPERTY_TITLE &&
           !text_ends(out_written(out), "\"");
}

/* A day that is open is one in the middle of a sentence too. */
static void out_words(Out *out, const char *words) {
    static const struct {
        const char *start, *instead;
    } OPEN[] = {{"not fixed, will be set by ", "a day that will be set by "},
                {"not fixed", "a day that is not fixed"},
                {"day not known", "a day that is not known"}};
    for (size_t i = 0; i < sizeof OPEN / sizeof *OPEN; i++)
        if (text_starts(text_of(words), OPEN[i].start)) {
            out_format(out, "%s%s", OPEN[i].instead, words + strlen(OPEN[i].start));
            return;
        }
    out_string(out, words);
}

static void fill_hole(Run *run, Out *out, const Node *node) {
    ScratchMark mark = scratch_mark(run->reader);
    Operand operand;
    evaluate(run, node, &operand);
    if (operand.state == STATE_MISSING && node->name != NULL) {
        out_format(out, "(%s not given)", node->name->text);
    } else if (operand.state == STATE_MISSING) {
        out_string(out, "(a day that cannot be reckoned yet)");
    } else {
        const char *quote = wants_quotes(out, node) ? "\"" : "";
        out_string(out, quote);
        if (is_one(&operand) && operand.items->kind == DATUM_TEXT)
            out_text(out, operand.items->text);
        else
            out_words(out, operand_words(run->reader->arena, &operand));
        out_string(out, quote);
    }
    scratch_release(run->reader, mark);
}

const char *message_fill(Run *run, Message *message) {
    if (message == NULL || message->plain != NULL)
        return message == NULL ? NULL : message->plain;
    Out out = {0};
    for (const Piece *piece = message->first; piece != NULL; piece = piece->next) {
        if (piece->node == NULL)
            out_text(&out, piece->text);
        else
            fill_hole(run, &out, piece->node);
    }
    const char *filled = text_string(run->reader->arena, out_written(&out));
    out_free(&out);
    if (!message->has_holes)
        message->plain = filled;
    return filled;
}

#include "complain.h"

#include "parser.h"

/* Where reading stopped, in short. */
typedef struct Stop {
    Build *build;
    Diagnostics *store;
    Gap gap;
    int terminal, before, third; /* what it stopped at, and the two before it */
    bool at_end;                 /* it stopped because the item ends */
    Span here, last;             /* the place of the terminal, and of what stands before it */
} Stop;

static Text source_text(const Stop *stop, Span span) {
    return span_text(stop->build->context->sources, span);
}

static Diagnostic *say(const Stop *stop, Span span, const char *message) {
    return report(stop->store, DIAGNOSTIC_syntax, span, "%s", message);
}

static bool ends_item(int terminal) {
    switch (terminal) {
    case T_END:
    case T_LABEL:
    case T_RULE_LABEL:
    case T_KIND:
    case T_OPEN:
    case T_LOST:
    case T_CLOSE:
    case T_OTHERWISE:
    case T_BECAUSE:
    case T_DUE: return true;
    default: return false;
    }
}

static Span token_span(const Stop *stop, uint32_t token) {
    return layout_span(&stop->build->layout, token, token);
}

static TokenKind kind_at(const Stop *stop, uint32_t token) {
    return (TokenKind)stop->build->layout.tokens[token].kind;
}

/* --- brackets and commas, wherever they are ----------------------------------------------------
 */

static bool stray_bracket(const Stop *stop) {
    if (stop->terminal != T_CLOSE_BRACKET)
        return false;
    if (stop->before == T_OPEN_BRACKET)
        say(stop, span_join(stop->last, stop->here), "There is nothing between these brackets.");
    else if (stop->gap.operand || stop->before == T_COMMA)
        say(stop, stop->last, "Something is missing between this and the bracket.");
    else if (stop->gap.comparison)
        return false;
    else
        say(stop, stop->here, "This ) closes nothing.");
    return true;
}

static bool loose_comma(const Stop *stop) {
    if (stop->before == T_COMMA && stop->at_end) {
        Diagnostic *said = say(stop, stop->last, "Nothing follows this comma.");
        diagnostic_help(stop->store, said, "Take it out, or write what is missing behind it.");
        return true;
    }
    if (stop->terminal != T_COMMA || !(stop->gap.value || stop->gap.operand))
        return false;
    Diagnostic *said = say(stop, stop->here, "Nothing stands in front of this comma.");
    diagnostic_help(stop->store, said, "Take it out, or write what is missing in front of it.");
    return true;
}

/* --- reasons and messages ----------------------------------------------------------------------
 */

/* The rest of the line from TOKEN. */
static Span rest_of_line(const Stop *stop, uint32_t token) {
    const Layout *layout = &stop->build->layout;
    uint32_t last = token;
    while (layout_same_line(layout, last + 1) && kind_at(stop, last + 1) != TOKEN_CLOSE &&
           kind_at(stop, last + 1) != TOKEN_COMMENT)
        last++;
    return layout_span(layout, token, last);
}

static bool words_wanted(const Stop *stop) {
    if (stop->before != T_BECAUSE && stop->before != T_OTHERWISE && stop->before != T_SEE)
        return false;
    Text word = source_text(stop, stop->last);
    if (stop->before == T_SEE) {
        Diagnostic *said = say(stop, stop->last, "Say where the reason is to be found.");
        diagnostic_write(stop->store, said, "because see paper, page 4");
        return true;
    }
    Diagnostic *said = report(stop->store, DIAGNOSTIC_syntax, stop->last,
                              "`%.*s` needs its words, in quotation marks.", TEXT_ARGS(word));
    Span rest = rest_of_line(stop, stop->build->mark.token);
    bool words = !stop->at_end && rest.length < 200;
    diagnostic_write(stop->store, said, "%.*s \"%.*s\"", TEXT_ARGS(word),
                     words ? (int)rest.length : 3, words ? source_text(stop, rest).at : "...");
    return true;
}

static bool behind_reason(const Stop *stop) {
    bool words = stop->before == T_TEXT && (stop->third == T_BECAUSE || stop->third == T_OTHERWISE);
    if (!words || stop->at_end)
        return false;
    Diagnostic *said =
        stop->third == T_BECAUSE
            ? say(stop, stop->here,
                  "The reason ends its line, and this stands behind it: a reason is for all that "
                  "stands in front of it.")
            : say(stop, stop->here, "The message ends the rule, and this stands behind it.");
    const Layout *layout = &stop->build->layout;
    Span rest = rest_of_line(stop, stop->build->mark.token + (stop->terminal == T_COMMA));
    uint32_t label = layout_label_end(layout, layout->begun);
    if (stop->third == T_BECAUSE && label > 0 && rest.length < 200)
        diagnostic_write(
            stop->store, said, "%.*s: %.*s",
            TEXT_ARGS(source_text(stop, layout_span(layout, layout->begun, label - 1))),
            TEXT_ARGS(source_text(stop, rest)));
    diagnostic_help(stop->store, said,
                    "Write what comes behind it on a line of its own, with its "
                    "label.");
    return true;
}

/* --- rules -------------------------------------------------------------------------------------
 */

static bool loose_quantifier(const Stop *stop) {
    bool quantifier =
        stop->terminal == T_SOME || stop->terminal == T_NONE || stop->terminal == T_FOR_EVERY;
    bool inside = stop->before == T_AND || stop->before == T_OR || stop->before == T_WHERE;
    if (!quantifier || !inside)
        return false;
    Text word = source_text(stop, stop->here);
    Diagnostic *said = report(stop->store, DIAGNOSTIC_syntax, stop->here,
                              "Put brackets round the part that begins with `%.*s`, to say how far "
                              "it goes.",
                              TEXT_ARGS(word));
    diagnostic_write(stop->store, said, "%.*s (%.*s ...)", TEXT_ARGS(source_text(stop, stop->last)),
                     TEXT_ARGS(word));
    return true;
}

static bool missing_colon(const Stop *stop) {
    if (!stop->gap.colon)
        return false;
    Diagnostic *said = say(stop, stop->at_end ? stop->last : stop->here,
                           "A colon belongs here, between the records that a rule is about and "
                           "what holds for them.");
    diagnostic_write(stop->store, said, "for every KIND where CONDITION: ...");
    return true;
}

/* `is a or b`, `is 2 or more`, `includes a and b`. */
static bool half_a_comparison(const Stop *stop) {
    bool chain = stop->third == T_AND || stop->third == T_OR;
    bool ended = stop->at_end || stop->terminal == T_AND || stop->terminal == T_OR ||
                 stop->terminal == T_CLOSE_BRACKET || stop->terminal == T_COMMA;
    uint32_t second = stop->build->previous;
    if (!stop->gap.comparison || !chain || !ended || second < 3)
        return false;
    Text word = source_text(stop, token_span(stop, second));
    Text first = source_text(stop, token_span(stop, second - 2));
    Span both = layout_span(&stop->build->layout, second - 2, second);
    bool includes = layout_word_is(&stop->build->layout, second - 3, "includes");
    Diagnostic *said = say(stop, both,
                           "`and` and `or` stand between whole comparisons, and this is half of "
                           "one.");
    if (text_is(word, "more") || text_is(word, "later"))
        diagnostic_write(stop->store, said,
                         text_is(word, "more") ? "is at least %.*s" : "is no earlier than %.*s",
                         TEXT_ARGS(first));
    else if (text_is(word, "less") || text_is(word, "fewer") || text_is(word, "earlier"))
        diagnostic_write(stop->store, said,
                         text_is(word, "earlier") ? "is no later than %.*s" : "is at most %.*s",
                         TEXT_ARGS(first));
    else
        diagnostic_write(stop->store, said, "%s %.*s, %.*s",
                         !includes              ? "is one of"
                         : stop->third == T_AND ? "includes all of"
                                                : "includes any of",
                         TEXT_ARGS(first), TEXT_ARGS(word));
    return true;
}

static bool list_without_words(const Stop *stop) {
    if (stop->terminal != T_COMMA || stop->gap.comparison || stop->build->mode != IN_RULE)
        return false;
    uint32_t first = stop->build->previous;
    bool includes = first > 0 && layout_word_is(&stop->build->layout, first - 1, "includes");
    Diagnostic *said = say(stop, stop->here,
                           "A comma parts the things of a list, and nothing says "
                           "that this is one.");
    diagnostic_write(stop->store, said, "%s %.*s, ...", includes ? "includes any of" : "is one of",
                     TEXT_ARGS(source_text(stop, stop->last)));
    if (includes)
        diagnostic_help(stop->store, said, "Or includes all of, if every one of them is wanted.");
    return true;
}

static bool loose_where(const Stop *stop) {
    if (stop->terminal != T_WHERE)
        return false;
    Diagnostic *said =
        say(stop, stop->here, "Put brackets round the records that you choose with `where`.");
    diagnostic_write(stop->store, said, "(%.*s where ...)",
                     TEXT_ARGS(source_text(stop, stop->last)));
    return true;
}

static bool loose_not(const Stop *stop) {
    if (stop->before != T_NOT || stop->terminal == T_OPEN_BRACKET || stop->third == T_IS)
        return false;
    Diagnostic *said = say(stop, stop->last, "`not` stands behind is, or in front of brackets.");
    diagnostic_write(stop->store, said, "not (%.*s ...)", TEXT_ARGS(source_text(stop, stop->here)));
    return true;
}

static bool loose_colon(const Stop *stop) {
    if (stop->terminal != T_COLON)
        return false;
    Diagnostic *said = say(stop, stop->here, "Only `for every` is followed by a colon.");
    diagnostic_help(stop->store, said,
                    "After `some` and `no` say which records you mean with "
                    "where: some KIND where its LABEL is WORD");
    return true;
}

static bool loose_text(const Stop *stop) {
    if (stop->terminal != T_TEXT || stop->gap.text || stop->build->mode != IN_RULE)
        return false;
    Diagnostic *said = say(stop, stop->here, "Nothing says what this text is for.");
    diagnostic_write(stop->store, said, "otherwise %.*s", TEXT_ARGS(source_text(stop, stop->here)));
    return true;
}

static bool loose_span(const Stop *stop) {
    if (stop->terminal != T_TO)
        return false;
    Diagnostic *said = say(stop, stop->here, "From one day to another stands in brackets.");
    diagnostic_write(stop->store, said, "(%.*s to ...)", TEXT_ARGS(source_text(stop, stop->last)));
    return true;
}

static const char *nearest_verb(Text word) {
    static const char *const VERBS[] = {"is",    "includes", "overlaps",  "mentions",
                                        "lasts", "leads",    "otherwise", "because",
                                        "and",   "or",       "where"};
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++)
        if (word.length > 3 && text_distance(word, text_of(VERBS[i]), 2) <= 2)
            return VERBS[i];
    return NULL;
}

/* Two words side by side: one is misspelt, or they are one name. */
static bool two_words(const Stop *stop) {
    if (stop->terminal != T_NAME)
        return false;
    Text word = source_text(stop, stop->here), before = source_text(stop, stop->last);
    const char *verb = nearest_verb(word);
    if (verb != NULL) {
        Diagnostic *said = report(stop->store, DIAGNOSTIC_syntax, stop->here,
                                  "I do not know `%.*s` in a rule.", TEXT_ARGS(word));
        diagnostic_write(stop->store, said, "%s", verb);
    } else if (stop->before == T_NAME) {
        Diagnostic *said = report(stop->store, DIAGNOSTIC_syntax, span_join(stop->last, stop->here),
                                  "In a rule a name is one word: join its words with hyphens.");
        diagnostic_write(stop->store, said, "%.*s-%.*s", TEXT_ARGS(before), TEXT_ARGS(word));
        if (stop->gap.comparison)
            diagnostic_help(stop->store, said,
                            "Or does a comparison stand here? They begin with is, includes or "
                            "lasts.");
    } else {
        return false;
    }
    return true;
}

static bool missing_comparison(const Stop *stop) {
    if (!stop->gap.comparison)
        return false;
    bool number = stop->terminal == T_LITERAL && source_text(stop, stop->here).at[0] == '>';
    Diagnostic *said =
        stop->at_end || stop->terminal == T_CLOSE_BRACKET || stop->terminal == T_AND ||
                stop->terminal == T_OR
            ? report(stop->store, DIAGNOSTIC_syntax, stop->last, "What has to be so of `%.*s`?",
                     TEXT_ARGS(source_text(stop, stop->last)))
            : report(stop->store, DIAGNOSTIC_syntax, stop->here,
                     "No comparison stands in front of `%.*s`.",
                     TEXT_ARGS(source_text(stop, stop->here)));
    if (number)
        diagnostic_write(stop->store, said, "is more than %.*s", (int)stop->here.length - 1,
                         source_text(stop, stop->here).at + 1);
    diagnostic_help(stop->store, said,
                    "Go on with is, includes or lasts; or with is given, if it "
                    "only has to be said.");
    return true;
}

static bool missing_operand(const Stop *stop) {
    if (!stop->gap.operand)
        return false;
    Text before = source_text(stop, stop->last);
    if (stop->at_end || stop->terminal == T_AND || stop->terminal == T_OR) {
        Diagnostic *said =
            report(stop->store, DIAGNOSTIC_syntax, stop->last,
                   "This stops at `%.*s`, and something has to follow it.", TEXT_ARGS(before));
        diagnostic_help(stop->store, said,
                        "A name, a date or a number, or something said of the "
                        "record: its level.");
        return true;
    }
    Diagnostic *said =
        report(stop->store, DIAGNOSTIC_syntax, stop->here, "`%.*s` cannot follow `%.*s` here.",
               TEXT_ARGS(source_text(stop, stop->here)), TEXT_ARGS(before));
    diagnostic_help(stop->store, said,
                    "What follows is a name, a date or a number, or something "
                    "said of the record: its level.");
    return true;
}

static bool missing_name(const Stop *stop) {
    if (!stop->gap.name || stop->gap.operand)
        return false;
    report(stop->store, DIAGNOSTIC_syntax, stop->last, "A name has to follow `%.*s`.",
           TEXT_ARGS(source_text(stop, stop->last)));
    return true;
}

static void anything_else(const Stop *stop) {
    Diagnostic *said =
        report(stop->store, DIAGNOSTIC_syntax, stop->at_end ? stop->last : stop->here,
               "I cannot read this line from `%.*s` on.",
               TEXT_ARGS(source_text(stop, stop->at_end ? stop->last : stop->here)));
    if (stop->build->mode == IN_RULE)
        diagnostic_help(stop->store, said,
                        "What is said here is whole. It may go on with and, or, or otherwise.");
}

static void explain(const Stop *stop) {
    bool (*const CASES[])(const Stop *) = {
        words_wanted,      behind_reason, loose_comma,        loose_quantifier, missing_colon,
        half_a_comparison, stray_bracket, list_without_words, loose_where,      loose_not,
        loose_colon,       loose_text,    loose_span,         two_words,        missing_comparison,
        missing_operand,   missing_name,
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (CASES[i](stop))
            return;
    anything_else(stop);
}

void report_gap(Build *build, Gap gap) {
    if (build->layout.last == T_WRONG)
        build_hush(build); /* the layout pass has said what is wrong with it */
    if (build_is_hushed(build))
        return;
    Stop stop = {.build = build,
                 .store = build->context->diagnostics,
                 .gap = gap,
                 .terminal = build->layout.last,
                 .before = build->layout.before_last,
                 .third = build->layout.third_last,
                 .at_end = ends_item(build->layout.last),
                 .here = build_span(build, build->mark)};
    stop.last = layout_span(&build->layout, build->previous, build->previous);
    explain(&stop);
    build_hush(build);
}

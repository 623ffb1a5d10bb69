/* The scanner: what is one token, where it stands, and where a text ends. */
#include "parsed.h"

/* `kind:text` of every token, by their own names. */
static const char *tokens_of(const char *text) {
    static const char *const NAMES[] = {
#define TOKEN(name, said) #name,
#include "syntax/tokens.def"
#undef TOKEN
    };
    const Source *source = parsed_source(text);
    Scan scan = scan_tokens(&parsed.context, source, 0, source->text);
    for (uint32_t i = 0; i + 1 < scan.count; i++) {
        const Token *token = &scan.tokens[i];
        out_format(&parsed.out, "%s%s:%.*s", i > 0 ? " | " : "", NAMES[token->kind],
                   (int)token->length, source->text.at + token->at);
    }
    ck_assert_uint_eq(scan.tokens[scan.count - 1].kind, TOKEN_END);
    return parsed.out.bytes == NULL ? "" : parsed.out.bytes;
}

static const struct {
    const char *text, *tokens;
} KINDS[] = {
    {"survey over-75s bnssg.charter Facebook 18-25s",
     "WORD:survey | WORD:over-75s | WORD:bnssg.charter | WORD:Facebook | WORD:18-25s"},
    {"people's w/c 2026/27 https://example.org/a?b=c a@b.uk",
     "WORD:people's | WORD:w/c | WORD:2026/27 | WORD:https://example.org/a?b=c | WORD:a@b.uk"},
    {"caf\xC3\xA9 \xC5\x81\xC3\xB3\x64\xC5\xBA",
     "WORD:caf\xC3\xA9 | WORD:\xC5\x81\xC3\xB3\x64\xC5\xBA"},
    {"8,200 12.5 >5,000 5,000+ 1,2", "NUMBER:8,200 | NUMBER:12.5 | NUMBER:>5,000 | NUMBER:5,000+ | "
                                     "NUMBER:1 | COMMA:, | NUMBER:2"},
    {"c. 3,000", "WORD:c. | NUMBER:3,000"},
    {"\xC2\xA3"
     "12,500 \xC2\xA3"
     "12.5k \xC2\xA3"
     "3 million 10% 10 %",
     "MONEY:\xC2\xA3"
     "12,500 | MONEY:\xC2\xA3"
     "12.5k | MONEY:\xC2\xA3"
     "3 million | PERCENT:10% | "
     "PERCENT:10 %"},
    {"18:30 6:30pm 6.30pm 6 pm", "TIME:18:30 | TIME:6:30pm | TIME:6.30pm | TIME:6 pm"},
    {"6.30-8.30pm", "TIME:6.30 | SYMBOL:- | TIME:8.30pm"},
    {"Tuesday 19 May 2026", "DATE:Tuesday 19 May 2026"},
    {"Tuesday, 14 April 2026", "DATE:Tuesday, 14 April 2026"},
    {"6th April 2026 6 Apr 2026 6 SEPT 2026", "DATE:6th April 2026 | DATE:6 Apr 2026 | "
                                              "DATE:6 SEPT 2026"},
    {"2026-05-19 31 June 2026", "DATE:2026-05-19 | DATE:31 June 2026"},
    {"12/05/2026 12.05.2026", "SLASHDATE:12/05/2026 | SLASHDATE:12.05.2026"},
    {"May 2026 6 April Saturday", "MONTH:May 2026 | DAYMONTH:6 April | WEEKDAY:Saturday"},
    {"18-19 February 2026", "NUMBER:18 | SYMBOL:- | DATE:19 February 2026"},
    {"6 April \xE2\x80\x93 31 May 2026",
     "DAYMONTH:6 April | SYMBOL:\xE2\x80\x93 | DATE:31 May 2026"},
    {"12 weeks 5 clear working days 1 month 2 hours",
     "DURATION:12 weeks | DURATION:5 clear working days | DURATION:1 month | DURATION:2 hours"},
    {"6 marches 5 dayshift may", "NUMBER:6 | WORD:marches | NUMBER:5 | WORD:dayshift | WORD:may"},
    {"6\xC2\xA0"
     "April\xC2\xA0"
     "2026",
     "DATE:6\xC2\xA0"
     "April\xC2\xA0"
     "2026"},
    {"large\xE2\x80\x91print", "WORD:large\xE2\x80\x91print"},
    {"{ } ( ) , :", "OPEN:{ | CLOSE:} | OPEN_BRACKET:( | CLOSE_BRACKET:) | COMMA:, | COLON::"},
    {">= ; \xE2\x80\xA2 &&", "SYMBOL:>= | SYMBOL:; | SYMBOL:\xE2\x80\xA2 | SYMBOL:&&"},
    {"a # note \"x\n## doc\nb", "WORD:a | COMMENT:# note \"x | DOC:## doc | WORD:b"},
    {"\"a # b\" \"\"", "TEXT:\"a # b\" | TEXT:\"\""},
    {"\"say \\\"no\\\"\" x", "TEXT:\"say \\\"no\\\"\" | WORD:x"},
    {"\xE2\x80\x9Cquoted\xE2\x80\x9D, \xE2\x80\x9Cmixed\" x",
     "TEXT:\xE2\x80\x9Cquoted\xE2\x80\x9D | COMMA:, | TEXT:\xE2\x80\x9Cmixed\" | WORD:x"},
    {"\"\"\"one\n \"two\"\n\"\"\" x", "TEXT:\"\"\"one\n \"two\"\n\"\"\" | WORD:x"},
    {"\xEF\xBB\xBF"
     "a\r\nb\r\n",
     "WORD:a | WORD:b"},
    {"", ""},
};

START_TEST(every_kind_is_one_token) {
    ck_assert_str_eq(tokens_of(KINDS[_i].text), KINDS[_i].tokens);
    ck_assert_uint_eq(parsed.diagnostics.count, 0);
}
END_TEST

START_TEST(tokens_know_their_place) {
    const Source *source = parsed_source("a  b: c # d\n\n    e\r\n\tf");
    Scan scan = scan_tokens(&parsed.context, source, 0, source->text);
    static const struct {
        uint32_t at, length;
        uint8_t blanks, first;
    } places[] = {{0, 1, 0, 1}, {3, 1, 2, 0},  {4, 1, 0, 0},  {6, 1, 1, 0},
                  {8, 3, 1, 0}, {17, 1, 4, 1}, {21, 1, 1, 1}, {22, 0, 0, 1}};
    ck_assert_uint_eq(scan.count, sizeof places / sizeof *places);
    for (uint32_t i = 0; i < scan.count; i++) {
        ck_assert_uint_eq(scan.tokens[i].at, places[i].at);
        ck_assert_uint_eq(scan.tokens[i].length, places[i].length);
        ck_assert_uint_eq(scan.tokens[i].blanks, places[i].blanks);
        ck_assert_uint_eq(scan.tokens[i].first, places[i].first);
    }
}
END_TEST

START_TEST(file_and_tokens_lose_nothing) {
    const char *text = "plan x \"X\" { # note\n  ## doc\n  a b: c, \xE2\x80\x9C"
                       "d\xE2\x80\x9D;\n}\n";
    const Source *source = parsed_source(text);
    Scan scan = scan_tokens(&parsed.context, source, 0, source->text);
    uint32_t end = 0;
    for (uint32_t i = 0; i < scan.count; i++) {
        for (; end < scan.tokens[i].at; end++)
            ck_assert(strchr(" \n", text[end]) != NULL);
        end = scan.tokens[i].at + scan.tokens[i].length;
    }
    ck_assert_uint_eq(end, strlen(text));
}
END_TEST

static const struct {
    const char *text, *message, *write, *tokens;
} UNCLOSED[] = {
    {"a: \"b\nc: d\n", "The text that begins here has no closing quotation mark.", "a: \"b\"",
     "WORD:a | COLON:: | TEXT:\"b | WORD:c | COLON:: | WORD:d"},
    {"plan \"b {\n}", "The text that begins here has no closing quotation mark.", "plan \"b\" {",
     "WORD:plan | TEXT:\"b | OPEN:{ | CLOSE:}"},
    {"x { a: \"b }\n", "The text that begins here has no closing quotation mark.", "x { a: \"b\"",
     "WORD:x | OPEN:{ | WORD:a | COLON:: | TEXT:\"b | CLOSE:}"},
    {"a: \"one\ntwo\nthree\"\nb: c",
     "Text over several lines goes between three quotation marks: \"\"\" ... \"\"\"", NULL,
     "WORD:a | COLON:: | TEXT:\"one\ntwo\nthree\" | WORD:b | COLON:: | WORD:c"},
    {"a: \"\"\"one\n  two\nb: c",
     "The text that begins here with three quotation marks is never closed: put \"\"\" where it "
     "ends.",
     NULL, "WORD:a | COLON:: | TEXT:\"\"\"one\n  two | WORD:b | COLON:: | WORD:c"},
};

START_TEST(a_text_that_is_not_closed_swallows_nothing) {
    ck_assert_str_eq(tokens_of(UNCLOSED[_i].text), UNCLOSED[_i].tokens);
    ck_assert_uint_eq(parsed.diagnostics.count, 1);
    const Diagnostic *said = parsed.diagnostics.list[0];
    ck_assert_int_eq((int)said->kind, (int)DIAGNOSTIC_unclosed_text);
    ck_assert_str_eq(said->message, UNCLOSED[_i].message);
    if (UNCLOSED[_i].write != NULL)
        ck_assert_str_eq(said->write, UNCLOSED[_i].write);
}
END_TEST

static const struct {
    const char *text, *says;
} TEXTS[] = {
    {"\"plain\"", "plain"},
    {"\"say \\\"no\\\" and \\\\\"", "say \"no\" and \\"},
    {"\"two\\nlines\"", "two\nlines"},
    {"\"C:\\\\plans \\{x}\"", "C:\\plans \\{x}"},
    {"\xE2\x80\x9C"
     "a \xE2\x80\x9Cpair\xE2\x80\x9D inside\xE2\x80\x9D",
     "a \xE2\x80\x9Cpair\xE2\x80\x9D inside"},
    {"\"\"\"one line\"\"\"", "one line"},
    {"\"\"\"\n    one\n      two\n\n    three\n    \"\"\"", "one\n  two\n\nthree"},
    {"\"\"\"ends in a \"mark\"\"\"\"", "ends in a \"mark\""},
    {"\"\"", ""},
};

START_TEST(a_text_says_what_stands_between_its_marks) {
    const Item *field = parse_text(arena_format(parsed.arena, "a: %s", TEXTS[_i].text))->top.first;
    ck_assert_uint_eq(parsed.diagnostics.count, 0);
    Text text = field->field.values->first->text;
    ck_assert_str_eq(text_string(parsed.arena, text), TEXTS[_i].says);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("scan");
    TCase *tcase = tcase_create("scan");
    tcase_add_checked_fixture(tcase, parsed_setup, parsed_teardown);
    tcase_add_loop_test(tcase, every_kind_is_one_token, 0, sizeof KINDS / sizeof *KINDS);
    tcase_add_test(tcase, tokens_know_their_place);
    tcase_add_test(tcase, file_and_tokens_lose_nothing);
    tcase_add_loop_test(tcase, a_text_that_is_not_closed_swallows_nothing, 0,
                        sizeof UNCLOSED / sizeof *UNCLOSED);
    tcase_add_loop_test(tcase, a_text_says_what_stands_between_its_marks, 0,
                        sizeof TEXTS / sizeof *TEXTS);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}

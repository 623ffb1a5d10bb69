/* Terminals -> tree. The layout pass (src/syntax/layout.h) has already decided what is a label, a
 * name or a word of the rule language, and where things end; here only nodes are built, by the
 * functions of src/syntax/build.h and build_rule.h. LALR(1) without conflicts. */

%code requires {
#include "syntax/build.h"
}

%code provides {
int convene_lex(CONVENE_STYPE *value, Build *build);
/* Called only when the parser's own stack is full; everything else goes to complain.c. */
void convene_error(Build *build, const char *message);
}

%code {
#include "syntax/build_rule.h"
#include "syntax/complain.h"

#define NO_PHRASES ((Phrases){NULL, NULL, NULL})
}

%define api.pure full
%define api.prefix {convene_}
%define api.token.prefix {T_}
%define parse.error custom
%define parse.lac full
%expect 0
%param { Build *build }

%union {
    Mark mark;
    Phrases phrases;
    Items items;
    Item *item;
    Expr *expr;
    Exprs exprs;
}

%token END 0
%token <mark> BEGIN_FILE 1 BEGIN_HOLE 2
%token <mark> LABEL 3 RULE_LABEL 4 KIND 5 NAME 6 FOR 7 OPEN 8 CLOSE 9 WRONG 10 LOST 65
%token <mark> ATOM 11 TEXT 12 COMMA 13 OPEN_BRACKET 14 CLOSE_BRACKET 15 COLON 16
%token <mark> BECAUSE 17 SEE 18 OTHERWISE 19 DUE 20
%token <mark> LITERAL 21 PERCENT 22 YES 23 NO 24 ITS 25 IT 26 THAT 27
%token <mark> FOR_EVERY 28 SOME 29 NONE 30 OTHER 31 AS 32 IN 33 WHERE 34
%token <mark> IS 35 NOT 36 GIVEN 37 EXPLAINED 38 ONE_OF 39 COMPARE 40 DURING 41
%token <mark> AND 42 OR 43 ELSE 44 SHIFT 45 TO 46 OF 47
%token <mark> DOES_NOT 48 INCLUDES 49 ANY_OF 50 ALL_OF 51 OVERLAPS 52 MENTIONS 53 LASTS 54
%token <mark> LEADS_TO 55 THROUGH 56 HAS_REASON 57 HAS_NO_REASON 58
%token <mark> PICK 59 NUMBER_OF 60 DIFFERENT 61 SHARE_OF 62 WITHIN 63 DAYS_FROM 64 MEETING_OF 66

%type <items> items rest
%type <item> field broken record heading header
%type <phrases> phrases
%type <mark> because
%type <expr> rule value message binder other kind alias in where condition chain atom comparison test verb
%type <expr> operand term primary
%type <exprs> list

/* Where reading stops inside a field, the field is kept. */
%precedence FIELD
%precedence error

%start start

%%

start: BEGIN_FILE items            { build->items = $2; }
     | BEGIN_HOLE operand          { build->hole = $2; }
     ;

items: %empty                      { $$ = (Items){NULL, NULL}; }
     | items field                 { $$ = build_append($1, $2); }
     | items error rest            { $$ = $1; yyerrok; }
     | items broken                { $$ = build_append($1, $2); }
     | items field OPEN items CLOSE
                                   { $$ = build_append($1, build_not_a_field(build, $2, $3, $4, $5)); }
     | items record                { $$ = build_append($1, $2); }
     | items LOST items CLOSE      { $$ = $1; (void)$2, (void)$3, (void)$4; }
     ;

record: heading
      | heading OPEN items CLOSE   { $$ = build_block(build, $1, $2, $3, $4); }
      ;
heading: header                    { $$ = build_header_end(build, $1); } ;

header: KIND                       { $$ = build_record(build, $1); }
      | header NAME                { $$ = build_name(build, $1, $2); }
      | header FOR NAME            { $$ = build_target(build, $1, $3); }
      | header TEXT                { $$ = build_title(build, $1, $2); }
      | header WRONG               { $$ = build_odd(build, $1, $2); }
      ;

field: LABEL %prec FIELD           { $$ = build_empty(build, build_field(build, $1, NO_PHRASES)); }
     | LABEL phrases %prec FIELD   { $$ = build_field(build, $1, $2); }
     | RULE_LABEL %prec FIELD      { $$ = build_empty(build, build_rule_field(build, $1, NULL)); }
     | RULE_LABEL value            { $$ = build_rule_field(build, $1, $2); }
     | field BECAUSE TEXT %prec FIELD
                                   { $$ = build_because(build, $1, $3); }
     | field because phrases       { $$ = build_because_see(build, $1, $3); }
     | field OTHERWISE TEXT %prec FIELD
                                   { $$ = build_otherwise(build, $1, $3); }
     | field DUE operand           { $$ = build_due(build, $1, $3); }
     ;
/* Whatever cannot be read stands in a field: the layout pass lets nothing else begin a line. What
 * was read of it before is kept. */
broken: LABEL error rest           { $$ = build_field(build, $1, NO_PHRASES); yyerrok; }
      | LABEL phrases error rest   { $$ = build_field(build, $1, $2); yyerrok; }
      | RULE_LABEL error rest      { $$ = build_rule_field(build, $1, NULL); yyerrok; }
      | field BECAUSE TEXT error rest
                                   { $$ = build_because(build, $1, $3); yyerrok; }
      | field OTHERWISE TEXT error rest
                                   { $$ = build_otherwise(build, $1, $3); yyerrok; }
      | field because error rest   { $$ = $1; yyerrok; (void)$2; }
      | field BECAUSE error rest   { $$ = $1; yyerrok; (void)$2; }
      | field OTHERWISE error rest { $$ = $1; yyerrok; (void)$2; }
      | field DUE error rest       { $$ = $1; yyerrok; (void)$2; }
      ;
rest: %empty                       { $$ = (Items){NULL, NULL}; }
    | OPEN items CLOSE             { $$ = $2; (void)$1, (void)$3; }
    ;
because: BECAUSE SEE               { $$ = $2; } ;

phrases: ATOM                      { $$ = build_atom(build, NO_PHRASES, $1); }
       | TEXT                      { $$ = build_atom(build, NO_PHRASES, $1); }
       | phrases ATOM              { $$ = build_atom(build, $1, $2); }
       | phrases TEXT              { $$ = build_atom(build, $1, $2); }
       | phrases COMMA ATOM        { $$ = build_atom(build, build_comma($1), $3); }
       | phrases COMMA TEXT        { $$ = build_atom(build, build_comma($1), $3); }
       | OPEN_BRACKET phrases CLOSE_BRACKET
                                   { $$ = build_bracket(build, NO_PHRASES, $1, $2, $3); }
       | phrases OPEN_BRACKET phrases CLOSE_BRACKET
                                   { $$ = build_bracket(build, $1, $2, $3, $4); }
       | phrases COMMA OPEN_BRACKET phrases CLOSE_BRACKET
                                   { $$ = build_bracket(build, build_comma($1), $3, $4, $5); }
       ;

value: rule
     | operand
     | operand TO operand          { $$ = rule_two(build, EXPR_SPAN, $1, $3); }
     ;

rule: condition
    | SOME binder                  { $$ = rule_quantifier(build, EXPR_SOME, $1, $2, NULL); }
    | NONE binder                  { $$ = rule_quantifier(build, EXPR_NONE, $1, $2, NULL); }
    | FOR_EVERY binder COLON message
                                   { $$ = rule_quantifier(build, EXPR_EVERY, $1, $2, $4); }
    ;
message: rule
       | TEXT                      { $$ = rule_literal(build, $1); }
       ;
binder: other alias in where       { $$ = rule_binder($1, $2, $3, $4); } ;
other: kind
     | OTHER kind                  { $$ = rule_other($2); }
     ;
kind: NAME                         { $$ = rule_name(build, EXPR_NAME, $1, $1); } ;
alias: %empty                      { $$ = NULL; }
     | AS NAME                     { $$ = rule_name(build, EXPR_NAME, $1, $2); }
     ;
in: %empty                         { $$ = NULL; }
  | IN operand                     { $$ = $2; }
  ;
where: %empty                      { $$ = NULL; }
     | WHERE condition             { $$ = $2; }
     ;

condition: chain                   { $$ = rule_chain_end($1); } ;
chain: atom
     | chain AND atom              { $$ = rule_chain(build, EXPR_AND, $1, $2, $3); }
     | chain OR atom               { $$ = rule_chain(build, EXPR_OR, $1, $2, $3); }
     ;
atom: comparison
    | OPEN_BRACKET rule CLOSE_BRACKET
                                   { $$ = rule_bracket(build, $1, $2, $3); }
    | NOT OPEN_BRACKET rule CLOSE_BRACKET
                                   { $$ = rule_not(build, $1, rule_bracket(build, $2, $3, $4)); }
    ;
comparison: operand IS test        { $$ = rule_compare($1, $3); }
          | operand IS NOT test    { $$ = rule_not(build, $3, rule_compare($1, $4)); }
          | operand verb           { $$ = rule_compare($1, $2); }
          | operand DOES_NOT verb  { $$ = rule_not(build, $2, rule_compare($1, $3)); }
          | operand HAS_NO_REASON  { $$ = rule_not(build, $2, rule_compare($1, rule_test(build, EXPR_REASONED, $2, NULL))); }
          ;
test: operand                      { $$ = rule_plain(build, $1); }
    | GIVEN                        { $$ = rule_test(build, EXPR_GIVEN, $1, NULL); }
    | EXPLAINED                    { $$ = rule_test(build, EXPR_REASONED, $1, NULL); }
    | DURING operand               { $$ = rule_test(build, EXPR_DURING, $1, $2); }
    | COMPARE operand              { $$ = rule_test(build, EXPR_COMPARE, $1, $2); }
    | ONE_OF list                  { $$ = rule_listed(build, EXPR_IS_ONE_OF, $1, $2); }
    ;
verb: INCLUDES operand             { $$ = rule_includes(build, $1, WORD_ONE, (Exprs){$2, $2}); }
    | INCLUDES ANY_OF list         { $$ = rule_includes(build, $1, WORD_ANY, $3); }
    | INCLUDES ALL_OF list         { $$ = rule_includes(build, $1, WORD_ALL, $3); }
    | OVERLAPS operand             { $$ = rule_test(build, EXPR_OVERLAPS, $1, $2); }
    | MENTIONS list                { $$ = rule_listed(build, EXPR_MENTIONS, $1, $2); }
    | LASTS COMPARE operand        { $$ = rule_test(build, EXPR_LASTS, $2, $3); }
    | LEADS_TO operand THROUGH list { $$ = rule_leads(build, $1, $2, $4); }
    | HAS_REASON                   { $$ = rule_test(build, EXPR_REASONED, $1, NULL); }
    ;
list: operand                      { $$ = (Exprs){$1, $1}; }
    | list COMMA operand           { $$ = rule_append($1, $3); }
    ;

operand: term
       | term ELSE operand         { $$ = rule_two(build, EXPR_ELSE, $1, $3); }
       ;
term: primary
    | primary SHIFT term           { $$ = rule_shift(build, $1, $2, $3); }
    ;
primary: TEXT                      { $$ = rule_literal(build, $1); }
       | LITERAL                   { $$ = rule_literal(build, $1); }
       | PERCENT                   { $$ = rule_literal(build, $1); }
       | PERCENT OF primary        { $$ = rule_two(build, EXPR_PERCENT_OF, rule_literal(build, $1), $3); }
       | YES                       { $$ = rule_word(build, EXPR_YES, $1); }
       | NO                        { $$ = rule_word(build, EXPR_NO_VALUE, $1); }
       | IT                        { $$ = rule_word(build, EXPR_IT, $1); }
       | NAME                      { $$ = rule_name(build, EXPR_NAME, $1, $1); }
       | ITS NAME                  { $$ = rule_name(build, EXPR_ITS, $1, $2); }
       | THAT NAME                 { $$ = rule_that(build, $1, $2); }
       | NAME OF primary           { $$ = rule_of(build, EXPR_EACH, $1, $1, $3); }
       | PICK NAME OF primary      { $$ = rule_of(build, EXPR_PICK, $1, $2, $4); }
       | NUMBER_OF primary         { $$ = rule_number_of(build, $1, NULL, $2); }
       | NUMBER_OF DIFFERENT NAME OF primary
                                   { $$ = rule_number_of(build, $1, &$3, $5); }
       | SHARE_OF primary WITHIN primary
                                   { $$ = rule_between(build, EXPR_SHARE_WITHIN, $1, $2, $4); }
       | DAYS_FROM primary TO primary
                                   { $$ = rule_between(build, EXPR_DAYS, $1, $2, $4); }
       | MEETING_OF primary SHIFT primary
                                   { $$ = rule_meeting(build, $1, $2, $3, $4); }
       | OPEN_BRACKET operand CLOSE_BRACKET
                                   { $$ = rule_bracket(build, $1, $2, $3); }
       | OPEN_BRACKET operand TO operand CLOSE_BRACKET
                                   { $$ = rule_bracket(build, $1, rule_two(build, EXPR_SPAN, $2, $4), $5); }
       | OPEN_BRACKET kind alias WHERE condition CLOSE_BRACKET
                                   { $$ = rule_set(build, $1, rule_binder($2, $3, NULL, $5), $6); }
       ;

%%

static int yyreport_syntax_error(const yypcontext_t *context, Build *build) {
    yysymbol_kind_t kinds[YYNTOKENS];
    int found = yypcontext_expected_tokens(context, kinds, YYNTOKENS);
    bool may[YYNTOKENS] = {false};
    for (int i = 0; i < found; i++)
        may[kinds[i]] = true;
    bool operand = may[YYSYMBOL_ITS], verb = may[YYSYMBOL_IS];
    report_gap(build, (Gap){
                          .operand = operand,
                          .comparison = verb,
                          .text = may[YYSYMBOL_TEXT] && !operand && !may[YYSYMBOL_ATOM],
                          .value = may[YYSYMBOL_ATOM],
                          .name = may[YYSYMBOL_NAME],
                          .close_bracket = may[YYSYMBOL_CLOSE_BRACKET],
                          .colon = may[YYSYMBOL_COLON]});
    return 0;
}

/* What the parts of judging share. Only the judge_*.c files include it. */
#ifndef CONVENE_RULES_JUDGING_H
#define CONVENE_RULES_JUDGING_H

#include "judge.h"
#include "rule.h"

/* What a plan says about clauses: an explain, confirm or considered, with what came of it. */
typedef struct Statement {
    const Record *record;
    uint32_t matched;       /* cases that it speaks of */
    uint32_t needed;        /* of these, cases that needed it */
    bool complete;          /* all its fields are there */
    bool reasoned, whole;   /* an explanation: it has its reason; all six things */
    const Record *too_weak; /* a must that asks the same, and which it does not answer; or NULL */
    bool in_force;          /* approved by then, and not run out */
    struct Statement *next; /* that is found by the same record, see index_statements */
    uint32_t asked;         /* the last case that it was looked at for */
} Statement;

typedef struct Judging {
    Reader *reader;
    Model *model;
    Judgement *judgement;
    Arena *arena;
    Day as_at;
    Statement *statements;
    uint32_t statement_count, statement_room;
    Map *statements_by; /* Record -> Statement */
    uint32_t asked;     /* how many cases statements were looked for */
    Map *shared;        /* named expectation -> SharedExpectation */
    Map *stage_dues;
    const Record **charters; /* that the plan is held against as its own, before any is judged */
    uint32_t charter_count;
    Map *same;     /* path of a clause -> SameClauses, see judge_same.c */
    Map *settings; /* setting -> SettingUse, see judge_profile.c */
    Map *cited;    /* law of which it was said that it had ended */
    Map *refused;  /* charters of which it was said why they are not judged */
} Judging;

/* One thing that a clause asks, compiled. */
typedef struct Asked {
    const Record *expectation;
    const Line *line;
    Rule *rule;
    RuleUse use;
    bool considers; /* `consider:`: a recorded answer with a reason discharges it */
    Force force;
    Verdict silent; /* what silence comes to once it is due */
    bool shared;
    uint32_t number;
    const char *due_words; /* of its own `due`, or NULL */
    Rule *own_due;         /* the day that a clause gives a shared expectation, or NULL */
} Asked;

void judge_adoptions(Judging *judging, const Name *const *against);
/* An adoption holds for the plan that it stands in, or for all plans of its file. */
bool adoption_holds(const Judging *judging, const Record *adoption);

/* judge_profile.c: what the charters that will be judged make of each other's settings; before any
 * clause is judged. */
void judge_profiles(Judging *judging, const Name *const *against);
/* What SETTING comes to for this plan; never NULL. */
const SettingUse *setting_use(Judging *judging, const Record *setting);
/* How to say that nobody has set one of the settings that RULE turns on; NULL if all are set. */
const char *unset_words(Judging *judging, const Rule *rule);

/* judge_same.c: which clauses ask the same; before any is judged. */
void gather_same(Judging *judging);
/* CLAUSE and those that ask the same; NULL if none does. */
const SameClauses *same_clauses(const Judging *judging, const Record *clause);
/* Does WHOLE ask what CLAUSE asks, and more? */
bool is_part_of(const Judging *judging, const Record *clause, const Record *whole);

/* judge_grants.c: words that verdicts grant, and plans that use them before; after all clauses. */
void judge_grants(Judging *judging);

/* judge_tensions.c: clauses that pull apart, where the plan is held against all of them; after all
 * clauses. */
void judge_tensions(Judging *judging);

void judge_clause(Judging *judging, const Record *charter, const Record *clause);
/* Judges CHARTER and what it includes, unless that was done or it does not apply. */
void judge_charter(Judging *judging, const Record *charter);
/* Law that holds without being adopted: what applications (`applies`) name. */
void judge_law(Judging *judging);
/* Law that the plan cites and that had ended by its time. */
void find_stale_citations(Judging *judging);

/* Why what RECORD (a clause, a charter) asks is not for this plan: its `nation` or its `bearer`, as
 * a sentence with a small first letter. NULL if it is, or if the plan does not say. */
const char *not_for_plan(Judging *judging, const Record *record);
void add_not_judged(Judging *judging, const char *sentence, bool for_want_of_a_fact);
/* When the clause, or else its charter, is in force; NULL: at all times. */
const When *force_span(const Judging *judging, const Record *charter, const Record *clause);
/* The days of the plan; one that gives none is taken to be of the day at which it is judged. */
When time_of_plan(Judging *judging);
/* Whether what is in force in FORCE is so when WHEN happens; sets *REASON if not. */
Truth in_force_at(Judging *judging, const When *force, const When *when, const char **reason);

void collect_statements(Judging *judging);
/* The statement of ROLE that speaks of this case, complete and in force at the as-at day; marks
 * it, needed or not. NULL if there is none. */
const Record *statement_for(Judging *judging, Role role, const Record *clause, const Case *judged,
                            bool needed);
void report_statements(Judging *judging);
/* Does an explanation count: is it complete, approved by the as-at day and not past its end? Points
 * out what it lacks. FORCE is that of what it explains. */
bool explanation_counts(Judging *judging, const Record *explanation, Force force);

/* What every plan is asked, whatever it adopts (rules of role `watch`): what should be on record by
 * now and is not, and what contradicts itself over time. Findings, never verdicts. */
void judge_watches(Judging *judging);
/* Where what an instance rests on is said; else where its subject is, or FALLBACK. */
Span instance_place(Instance *instance, const Record *fallback);

Finding *add_finding(Judging *judging, Span span, const Record *record, bool put_right,
                     const char *format, ...) __attribute__((format(printf, 5, 6)));

/* What a clause or a charter says in one of the fields that its role reads. */
const Value *role_value(const Judging *judging, const Record *record, const char *field);
const Slot *role_slot(const Judging *judging, const Record *record, const char *field);

#endif

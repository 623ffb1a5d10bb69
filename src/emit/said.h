/* How records, clauses, places and days are named to people, the same in every output. */
#ifndef CONVENE_EMIT_SAID_H
#define CONVENE_EMIT_SAID_H

#include "../rules/judgement.h"

/* The charter's `short` name, else its title. */
const char *said_charter(Arena *arena, const Model *model, const Record *charter);

/* The charters from FROM to before TO of those that were judged, with BETWEEN between them. */
const char *said_charters(Arena *arena, const Model *model, const Judgement *judgement,
                          uint32_t from, uint32_t to, const char *between);

/* How strongly CLAUSE asks by its own words: "law", "must", "should", "may"; "must" if it is
 * silent. */
const char *said_force(const Model *model, const Record *clause);

/* "BNSSG charter, Step Two, 5": the charter and the place in its text. */
const char *said_citation(Arena *arena, const Model *model, const ClauseResult *result);

/* The shortest ending of the clause's path that names no other clause that was judged. */
const char *said_path(Arena *arena, const Judgement *judgement, const ClauseResult *result);

/* The paths of the other clauses that ask the same: "town.good.answer, ..."; NULL if none does. */
const char *said_same(Arena *arena, const ClauseResult *result);

/* Does PATH end in ENDING, at a dot or as a whole? */
bool path_ends(const char *path, Text ending);

/* "line 30", or "bodies.convene, line 3" where it is not in the plan's file; NULL for no place. */
const char *said_place(Arena *arena, const Model *model, Span span);

/* "Survey, online and on paper (line 30)"; the title alone for what is not in the plan's file; for
 * NULL and for the plan itself "the plan as a whole". */
const char *said_subject(Arena *arena, const Model *model, const Record *plan,
                         const Record *subject);

/* "overdue since 4 July 2024", "due by 3 July 2026", "due on a day that the plan does not give";
 * NULL if it has no day. */
const char *said_due(Arena *arena, const Case *kase);

/* "4 July 2024", "by July 2025", for a column of dates. */
const char *said_day(Arena *arena, DateRange range);

/* "as at 1 March 2025 (set in the plan)". */
const char *said_as_at(Arena *arena, const Judgement *judgement);

/* A name of several words as people write it: "closed by", "co-production". */
char *said_name(Arena *arena, Text name);

/* The title of a field; its name in words if it has none. */
const char *said_field(Arena *arena, const Field *field);

/* "Activities": what records of KIND are called as a heading. */
const char *said_plural(Arena *arena, const Kind *kind);

/* TEXT with a small first letter, unless its first word is an acronym or has a digit. */
const char *said_within(Arena *arena, Text text);

/* "an activity", "a body". */
const char *said_a(Arena *arena, const char *noun);

/* Who answers for RECORD, by the fields that its kind names for this (`draw checklist { who: }`):
 * the record itself, else what it stands in, in the end the plan. NULL if nobody is named. */
const char *said_owner(Arena *arena, const Record *plan, const Record *record);
/* The same as the plan has it. */
const Value *said_owner_value(const Record *plan, const Record *record);

/* The words of TEXT on one line. */
const char *said_on_one_line(Arena *arena, Text text);
/* The same for a string, which is returned itself if its words stand on one line already. */
const char *said_string_on_one_line(Arena *arena, const char *string);

/* What the line of a charter asks, without its label and its message: "for every activity: its
 * publicised is given". "" for NULL. */
const char *said_rule(Arena *arena, const Model *model, const Line *line);

/* "1 requirement", "3 requirements". */
const char *said_count(Arena *arena, uint32_t count, const char *one, const char *many);

/* The words of a rule without the short names that charters give to records and the dots behind
 * them: `a.publicised is given` as `the activity's "publicised" is given`. WHOLE is the rule that
 * gives the names; WORDS may be a part of it, with values put in. (plain_rule.c) */
const char *said_plainly(Arena *arena, const Model *model, const char *whole, const char *words);

#endif

/* Rules, compiled against the vocabulary and judged in five values.
 *
 * What the tables of the design leave open is decided so:
 * - A list that is not given makes every search in it M; a kind of which there are no records makes
 *   `some` A and a comparison M. `none` is given and empty, and a comparison with it is F.
 * - `does not apply` counts as given; a comparison with it is U, for only a person can weigh it.
 * - "About 3,000" is taken to be within a tenth of it.
 * - Where some records of a set do not say, `earliest` is known only from the side that they could
 *   not change, and what they could change is M.
 * - "At most 5 days before X" is not after X either; "at most 5 days away" is on either side.
 * - Steps of a charter's own scale are ranges of the common one; where they overlap the rest is U.
 * - That no line leads from one record to another is silence (A): one could be added. */
#ifndef CONVENE_RULES_RULE_H
#define CONVENE_RULES_RULE_H

#include "judgement.h"
#include "read.h"

typedef struct Rule Rule;
struct Node;

/* Compiles what LINE says behind a rule label of RECORD (a clause, a named expectation, a term):
 * its rule, its `otherwise` with the holes, its `due`. LABEL is what it stands behind: an
 * expectation or a condition (`expect`, `that`, `when`), a question (`ask`, `consider`), a date
 * (`due`). Names resolve in RECORD's module, never in the plan. A rule of the wrong type, or one
 * whose cost cannot be bounded, is reported at its own place, and NULL returned. */
typedef enum RuleUse { RULE_EXPECTATION, RULE_CONDITION, RULE_QUESTION, RULE_DATE } RuleUse;
Rule *rule_compile(Reader *reader, const Record *record, const Line *line, RuleUse use);

/* The expectation that a rule consists of when it is a name alone (`expect: practice.answered`). */
const Record *rule_shared(const Rule *rule);

/* The settings that a rule, its day or its message speaks of, each once. */
const Record *const *rule_settings(const Rule *rule, uint32_t *count);

/* Shows every part of a rule to SEE: what its `for every`s go through, and what it claims. */
void rule_parts(const Rule *rule, void (*see)(void *with, const struct Node *node), void *with);

/* Does a rule of the vocabulary look at records of a kind of which the plan has none? Then it need
 * not even be compiled. */
bool rule_is_idle(Reader *reader, const Line *line);

/* One way to fill the prefix (the leading `for every`s; a leading `no K where C` counts as
 * `for every K: not C`). A rule without a prefix has one instance, with nothing bound. */
typedef struct Instance {
    const Record **bound; /* subject first */
    uint32_t bound_count;
    const struct Datum *filled; /* what the prefix fills, for `rule_due` and `rule_message` */
    bool is_supposed;   /* whether there is such a case at all turns on something that is missing */
    Truth truth;        /* of a question: A, for nobody has answered it yet */
    Witness *witnesses; /* read by instance_witnesses */
    const struct Ground *ground; /* of what they are found by; NULL once they are */
} Instance;

/* What is not true in an instance, or for a true one what makes it so (of many true ones only the
 * first are explained). Found when first asked for: of most cases nobody asks. */
const Witness *instance_witnesses(Instance *instance);

typedef struct Instances {
    Instance *items;
    uint32_t count;
} Instances;

/* Judges every instance. Where a list that the prefix goes through is not given, one instance
 * stands for what it would hold: it is M (or U), and binds only what comes before. None: the prefix
 * found nothing to judge; then *EMPTY says of what there is none ("activities"). Filters
 * that turn on something missing keep the instance. */
Instances rule_judge(Reader *reader, const Rule *rule, const char **empty);

/* Only the instances that are contradicted. */
Instances rule_breaches(Reader *reader, const Rule *rule);

/* The day an instance is due, by the rule's own `due`: false if it has none. *UNKNOWN is set if it
 * turns on a date that is not given. */
bool rule_due(Reader *reader, const Rule *rule, const Instance *instance, DateRange *due,
              bool *unknown);

/* The value of a RULE_DATE rule for the plan. */
bool rule_date(Reader *reader, const Rule *rule, DateRange *date);

/* The message of a rule (`otherwise`, or the question) with its holes filled; NULL if it has none.
 */
const char *rule_message(Reader *reader, const Rule *rule, const Instance *instance);

/* The words of the rule as written, on one line, for `why`. */
Text rule_words(const Reader *reader, const Rule *rule);

/* The adoption day of the charter that is being judged (`adopted` in rules), or NULL, and the
 * record that gives it. */
void reader_adopted(Reader *reader, const Record *adoption, const When *adopted);
/* A profile's own value for a setting. */
void reader_setting(Reader *reader, const Record *setting, const Value *value);
/* Settings are again what their own charters say. */
void reader_forget_settings(Reader *reader);

#endif

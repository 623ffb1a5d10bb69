/* The five values of the design: T holds, F contradicted, A absent, M missing, U uncertain. Each
 * table says which value weighs most; the weights are the table. */
#include "datum.h"

/* The heavier of two values, by a table of weights. */
static Truth heavier(const int weights[5], Truth a, Truth b) {
    return weights[a] >= weights[b] ? a : b;
}

/* F if any F, else A, else M, else U, else T. */
Truth truth_and(Truth a, Truth b) {
    static const int WEIGHTS[5] = {[TRUTH_HOLDS] = 0,
                                   [TRUTH_UNCERTAIN] = 1,
                                   [TRUTH_MISSING] = 2,
                                   [TRUTH_ABSENT] = 3,
                                   [TRUTH_CONTRADICTED] = 4};
    return heavier(WEIGHTS, a, b);
}

/* T if any T, else M, else U, else A, else F. */
Truth truth_or(Truth a, Truth b) {
    static const int WEIGHTS[5] = {[TRUTH_CONTRADICTED] = 0,
                                   [TRUTH_ABSENT] = 1,
                                   [TRUTH_UNCERTAIN] = 2,
                                   [TRUTH_MISSING] = 3,
                                   [TRUTH_HOLDS] = 4};
    return heavier(WEIGHTS, a, b);
}

Truth truth_not(Truth truth) {
    switch (truth) {
    case TRUTH_HOLDS: return TRUTH_CONTRADICTED;
    case TRUTH_CONTRADICTED:
    case TRUTH_ABSENT: return TRUTH_HOLDS;
    case TRUTH_MISSING:
    case TRUTH_UNCERTAIN: break;
    }
    return truth;
}

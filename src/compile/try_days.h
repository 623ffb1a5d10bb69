/* A clause that cannot be told because a date is known only as a range: tries each of its days. */
#ifndef CONVENE_COMPILE_TRY_DAYS_H
#define CONVENE_COMPILE_TRY_DAYS_H

#include "../emit/would_hold.h"
#include "compile.h"

/* For every date that a case of RESULT turns on, and that the plan itself gives as a month, a
 * season, a year or a stretch: compiles the plan with each of its days in turn, in memory, and says
 * on which the case would be met. REQUEST is what COMPILATION was compiled with. */
const Trial *try_days(Compilation *compilation, const Request *request, const ClauseResult *result);

#endif

/* The clock: the only place that reads it. */
#ifndef CONVENE_CLI_CLOCK_H
#define CONVENE_CLI_CLOCK_H

#include "../base/civil.h"

/* Today where the machine stands. */
Day clock_today(void);

#endif

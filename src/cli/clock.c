/* The clock, read once in a run at most, and only when neither the options nor the plan give the
 * day to judge at. */
#include "clock.h"

#include <time.h>

Day clock_today(void) {
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local) == NULL)
        return (Day)(now / 86400);
    return civil_day(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

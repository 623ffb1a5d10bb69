/* Settings in words: what one comes to for a plan, and who made it so. */
#ifndef CONVENE_EMIT_SAID_SETTING_H
#define CONVENE_EMIT_SAID_SETTING_H

#include "../rules/judgement.h"

/* "56 days, tightened from 42 days by How Anytown works, because The Compact says so. (line 12)" */
const char *said_setting(Arena *arena, const Model *model, const SettingUse *use);

/* "Longest wait is 100 days here, loosened from 84 days by How Anytown works (line 12)", for each
 * setting of RESULT that is loosened; NULL if none is. */
const char *said_loosened(Arena *arena, const Model *model, const ClauseResult *result);

#endif

/* Phrases to values: reads what stands behind a label by the type of its field. */
#ifndef CONVENE_MODEL_VALUES_H
#define CONVENE_MODEL_VALUES_H

#include "../syntax/tree.h"
#include "scope.h"

/* Reads PHRASES, the values of FIELD on LINE of RECORD, and appends them to LINE. Everything that
 * cannot be read is reported, with what could be written instead. Names are looked up, so all
 * records must be known. */
void values_read(Model *model, Record *record, Field *field, Line *line, const Phrase *phrases);

/* A date literal of a rule (DATE, MONTH, DAYMONTH without a year is refused): its possible days.
 * False if it does not exist, which has then been reported. */
bool value_date_literal(Model *model, Span span, DateRange *range);

/* "12 weeks", "5 clear working days", "18:30", "8,200", "£12.5k", "25%": literals of rules. False
 * if it cannot be read. */
bool value_duration_literal(Text text, Duration *duration);
bool value_time_literal(Text text, int16_t *minutes);
bool value_number_literal(Text text, Number *number);

#endif

/* Days written in full, where there is no plan to say them in: on a command line, in a test. */
#include <stdlib.h>

#include "civil.h"

/* The next piece of TEXT up to a blank or hyphen, which is taken off it. */
static Text take_piece(Text *text) {
    size_t length = 0;
    while (length < text->length && text->at[length] != ' ' && text->at[length] != '-')
        length++;
    Text piece = text_part(*text, 0, length);
    *text = text_part(*text, length + 1, text->length);
    return piece;
}

/* One to four digits; -1 for anything else. */
static int number_in(Text text) {
    int number = 0;
    if (text.length == 0 || text.length > 4)
        return -1;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return -1;
        number = number * 10 + (text.at[i] - '0');
    }
    return number;
}

bool day_read(Text text, Day *day) {
    Text pieces[4];
    size_t count = 0;
    for (text = text_trim(text); text.length > 0 && count < 4; count++)
        pieces[count] = take_piece(&text);
    bool has_weekday = count == 4 && weekday_named(pieces[0]) >= 0;
    const Text *first = has_weekday ? pieces + 1 : pieces;
    if (text.length > 0 || count != (has_weekday ? 4 : 3))
        return false;
    bool iso = first[0].length == 4;
    int year = number_in(first[iso ? 0 : 2]), date = number_in(first[iso ? 2 : 0]);
    int month = iso ? number_in(first[1]) : month_named(first[1]);
    if (month < 1 || month > 12 || year < YEAR_FIRST || year > YEAR_LAST ||
        !civil_exists(year, month, date))
        return false;
    *day = civil_day(year, month, date);
    return !has_weekday || (int)civil_weekday(*day) == weekday_named(pieces[0]);
}

/* The calendar as a value: what a person would find entered on which day. Made from a model by
 * calendar_of, written by calendar_ics, which knows no model. */
#ifndef CONVENE_EMIT_CALENDAR_H
#define CONVENE_EMIT_CALENDAR_H

#include "outputs.h"

typedef enum CalendarStatus {
    CALENDAR_CONFIRMED,
    CALENDAR_TENTATIVE, /* its day is not certain, and the summary says so */
    CALENDAR_CANCELLED  /* the plan says that it did not take place */
} CalendarStatus;

/* One entry. It takes whole days, unless `starts_at` says an hour: then it is of one day, and ends
 * on `last`. Texts are plain: what a form has to escape, its writer escapes. */
typedef struct CalendarEvent {
    const Record *record; /* that it stands for; NULL: no single one */
    const char *uid;      /* made of the names of the plan and of the record, so that it stays */
    const char *summary;  /* one line */
    const char *description;
    const char *category;       /* "Decision" */
    const char *place;          /* or NULL */
    const char *host;           /* the body or post that answers for it; NULL: none is named */
    Day first, last;            /* both counted */
    int16_t starts_at, ends_at; /* minutes after midnight; -1: not said */
    CalendarStatus status;
    uint32_t sequence; /* how often the plan says that its day was moved */
    uint32_t order;    /* the last word when days are the same */
    bool left_out;     /* it concerns somebody else, and only counts for the plan's length */
} CalendarEvent;

typedef struct Calendar {
    Arena *arena;
    const char *title, *about;
    const char *host; /* who answers for the plan; its title if nobody does */
    Day as_at;
    CalendarEvent **events; /* by day, by hour, by the order of the plan */
    uint32_t count, room;
} Calendar;

/* The calendar of the plan, from the `draw calendar` hints of its kinds and from what is due; that
 * of one party if the emission asks for one. NULL: there is no such party, which is reported. */
Calendar *calendar_of(const Emission *emission);

/* Whose calendar is asked for: a body, a post or an audience, and what it belongs to. */
typedef struct Parties {
    const Record **records; /* the party itself and whatever it has a seat on; none: everybody */
    uint32_t count, room;
    const char *title;
} Parties;

/* False: nobody of that name, which is reported. */
bool parties_find(const Emission *emission, Parties *parties);
/* Does RECORD concern one of PARTIES: does any of its fields name it? */
bool parties_concern(const Emission *emission, const Parties *parties, const Record *record);
bool parties_hold(const Parties *parties, const Record *record);

/* Adds an event for each day on which something of the plan is due that is still to come. */
void calendar_add_dues(Calendar *calendar, const Emission *emission, const Parties *parties);

/* Adds the meetings of bodies that the plan names, between the first day and the last of what is in
 * the calendar already. */
void calendar_add_meetings(Calendar *calendar, const Emission *emission, const Parties *parties);

/* The next event of CALENDAR, empty but for its order. */
CalendarEvent *calendar_event(Calendar *calendar);
/* "riverside.survey@convene". Events of one record may have the same: calendar_settle tells them
 * apart, in the order in which they were added. */
const char *calendar_uid(Arena *arena, const char *plan, const char *name);
/* Puts the events in order, without those left out, and gives each a UID of its own. */
void calendar_settle(Calendar *calendar);

/* Writes CALENDAR as RFC 5545 has it. NULL, or why it could not be done. */
const char *calendar_ics(const Calendar *calendar, Out *out);

Emit emit_calendar_ics;

#endif

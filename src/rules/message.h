/* Messages with holes: `Answer {a.title} by {answer after a.ends}`. */
#ifndef CONVENE_RULES_MESSAGE_H
#define CONVENE_RULES_MESSAGE_H

#include "compile.h"

typedef struct Message Message;

/* TEXT is the message as read, SPAN where it stands in the source, for its holes. NULL if there is
 * none. What is wrong in a hole is reported, and the hole left as it was written. */
Message *message_compile(Compiler *compiler, Text text, Span span);

/* The variables that its holes read. */
uint32_t message_uses(const Message *message);

const char *message_fill(Run *run, Message *message);

#endif

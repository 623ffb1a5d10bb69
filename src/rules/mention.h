/* Whether a text mentions some words: whole words, capitals or not. */
#ifndef CONVENE_RULES_MENTION_H
#define CONVENE_RULES_MENTION_H

#include "../base/text.h"

bool text_mentions(Text text, Text words);

#endif

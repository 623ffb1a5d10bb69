/* A first plan on its way to a file: shared by `new` and its interview. */
#ifndef CONVENE_CLI_NEW_H
#define CONVENE_CLI_NEW_H

#include "../emit/first_plan.h"
#include "face.h"

/* Writes PLAN to the file that OPTIONS name, or to the standard output. */
ExitCode save_first_plan(const Options *options, const FirstPlan *plan);

/* Asks for each line of PLAN on the terminal and writes the file anew after each answer, so that
 * what was answered is there whenever somebody stops. */
ExitCode interview(const Options *options, FirstPlan *plan);

#endif

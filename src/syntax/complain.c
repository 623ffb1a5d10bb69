#include "complain.h"

#include "parser.h"

void complain(Build *build, Gap gap) {
    (void)gap;
    report(build->context->diagnostics, DIAGNOSTIC_syntax, build_span(build, build->mark),
           "This cannot be read.");
}

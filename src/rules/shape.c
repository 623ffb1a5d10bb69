/* Shapes: what an operand may come to, whether two can be compared, and what people call them. */
#include "compile.h"

#include "../base/out.h"

Shape shape_of(uint32_t bases) { return (Shape){.type = {.bases = bases}}; }

Shape shape_of_length(UnitFamily family) {
    return (Shape){.type = {.bases = BASE_DURATION}, .families = (uint8_t)(1u << family)};
}

bool lengths_differ(const Shape *a, const Shape *b) {
    return a->type.bases == BASE_DURATION && b->type.bases == BASE_DURATION && a->families != 0 &&
           b->families != 0 && (a->families & b->families) == 0;
}

Shape shape_of_kind(const Compiler *compiler, const Kind *kind, bool many) {
    Kind **kinds = arena_array(compiler->arena, Kind *, 1);
    kinds[0] = (Kind *)kind;
    return (Shape){.type = {.bases = BASE_RECORD, .kinds = kinds, .kind_count = 1}, .many = many};
}

Shape shape_element(Shape shape) {
    shape.many = false;
    return shape;
}

bool shape_is_open(const Shape *shape) { return shape->type.bases == 0; }

bool shape_has(const Shape *shape, uint32_t bases) {
    return shape_is_open(shape) || (shape->type.bases & bases) != 0;
}

static const uint32_t DAYS = BASE_DATE | BASE_EVENT | BASE_SPAN;

/* Words and records compare when one could be the other; names may name anything. */
static bool kinds_meet(const Type *a, const Type *b) {
    if (a->kind_count == 0 || b->kind_count == 0)
        return true;
    for (uint32_t i = 0; i < a->kind_count; i++)
        for (uint32_t k = 0; k < b->kind_count; k++) {
            const Kind *one = a->kinds[i], *two = b->kinds[k];
            if (kind_is(one, two) || kind_is(two, one) || one->placed_on == two ||
                two->placed_on == one ||
                (one->placed_on != NULL && one->placed_on == two->placed_on))
                return true;
        }
    return false;
}

bool shapes_compare(const Shape *a, const Shape *b) {
    if (shape_is_open(a) || shape_is_open(b))
        return true;
    if (lengths_differ(a, b))
        return false;
    uint32_t both = a->type.bases & b->type.bases;
    if ((both & ~(uint32_t)BASE_RECORD) != 0)
        return true;
    if ((a->type.bases & DAYS) != 0 && (b->type.bases & DAYS) != 0)
        return true;
    uint32_t texts = BASE_TEXT | BASE_MESSAGE;
    if ((a->type.bases & texts) != 0 && (b->type.bases & texts) != 0)
        return true;
    bool names = ((a->type.bases | b->type.bases) & BASE_NAME) != 0;
    return ((both & BASE_RECORD) != 0 && kinds_meet(&a->type, &b->type)) || names;
}

Shape shape_join(Compiler *compiler, Shape a, Shape b) {
    if (shape_is_open(&a) || shape_is_open(&b))
        return shape_is_open(&a) ? b : a;
    Shape joined = a;
    joined.type.bases |= b.type.bases;
    joined.many = a.many || b.many;
    joined.families = a.families == 0 || b.families == 0 ? 0 : a.families | b.families;
    if (b.type.kind_count > 0) {
        Kind **kinds = arena_array(compiler->arena, Kind *, a.type.kind_count + b.type.kind_count);
        joined.type.kind_count = 0;
        for (uint32_t i = 0; i < a.type.kind_count; i++)
            kinds[joined.type.kind_count++] = a.type.kinds[i];
        for (uint32_t i = 0; i < b.type.kind_count; i++)
            kinds[joined.type.kind_count++] = b.type.kinds[i];
        joined.type.kinds = kinds;
    }
    return joined;
}

/* ---- in words ---- */

static const struct {
    uint32_t base;
    const char *one, *many;
} BASE_NAMES[] = {
    {BASE_TEXT, "a text", "texts"},
    {BASE_MESSAGE, "a message", "messages"},
    {BASE_NUMBER, "a number", "numbers"},
    {BASE_MONEY, "a sum of money", "sums of money"},
    {BASE_PERCENT, "a percentage", "percentages"},
    {BASE_YES_NO, "a yes or no", "answers of yes or no"},
    {BASE_DATE, "a date", "dates"},
    {BASE_EVENT, "a day of an event", "days of events"},
    {BASE_SPAN, "a span from one day to another", "spans from one day to another"},
    {BASE_DURATION, "a length of time", "lengths of time"},
    {BASE_REPEAT, "a rhythm", "rhythms"},
    {BASE_TIME, "a time of day", "times of day"},
    {BASE_WEEKDAY, "a weekday", "weekdays"},
    {BASE_NAME, "a name", "names"},
    {BASE_RULE, "a rule", "rules"},
    {BASE_YEARLY, "a day of every year", "days of every year"},
};

static void say_kind(Out *out, const Kind *kind, bool many) {
    if (kind_is_list(kind))
        out_format(out, many ? "words of %s" : "a word of %s", kind->name->text);
    else if (many && kind->plural != NULL)
        out_string(out, kind->plural->text);
    else
        out_format(out, "a record of kind %s", kind->name->text);
}

const char *shape_words(Compiler *compiler, const Shape *shape) {
    Out out = {0};
    const char *joint = "";
    if (shape->many)
        out_string(&out, "a list of ");
    for (size_t i = 0; i < sizeof BASE_NAMES / sizeof *BASE_NAMES; i++)
        if ((shape->type.bases & BASE_NAMES[i].base) != 0) {
            out_format(&out, "%s%s", joint, shape->many ? BASE_NAMES[i].many : BASE_NAMES[i].one);
            joint = " or ";
        }
    for (uint32_t i = 0; i < shape->type.kind_count; i++) {
        out_string(&out, joint);
        say_kind(&out, shape->type.kinds[i], shape->many);
        joint = " or ";
    }
    if (out.length == 0 || joint[0] == '\0')
        out_string(&out, "something not settled");
    const char *words = text_string(compiler->arena, out_written(&out));
    out_free(&out);
    return words;
}

#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void out_free(Out *out) {
    free(out->bytes);
    *out = (Out){0};
}

static bool make_room(Out *out, size_t more) {
    if (out->failed)
        return false;
    if (out->length + more + 1 <= out->room)
        return true;
    size_t room = out->room == 0 ? 256 : out->room * 2;
    while (room < out->length + more + 1)
        room *= 2;
    char *bytes = realloc(out->bytes, room);
    if (bytes == NULL) {
        out->failed = true;
        return false;
    }
    out->bytes = bytes;
    out->room = room;
    return true;
}

void out_text(Out *out, Text text) {
    if (text.length == 0 || !make_room(out, text.length))
        return;
    memcpy(out->bytes + out->length, text.at, text.length);
    out->length += text.length;
    out->bytes[out->length] = '\0';
}

void out_byte(Out *out, char byte) {
    if (out->length + 2 > out->room && !make_room(out, 1))
        return;
    out->bytes[out->length++] = byte;
    out->bytes[out->length] = '\0';
}

void out_string(Out *out, const char *string) { out_text(out, text_of(string)); }

void out_format(Out *out, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        out->failed = true;
    else if (make_room(out, (size_t)length)) {
        vsnprintf(out->bytes + out->length, (size_t)length + 1, format, again);
        out->length += (size_t)length;
    }
    va_end(again);
}

void out_repeat(Out *out, const char *string, size_t times) {
    while (times-- > 0)
        out_string(out, string);
}

Text out_written(const Out *out) {
    return (Text){out->bytes == NULL ? "" : out->bytes, out->length};
}

/* Writes each byte of TEXT, or what ESCAPE gives for it (NULL: the byte itself). */
static void out_escaped(Out *out, Text text, const char *(*escape)(unsigned char)) {
    size_t plain = 0;
    for (size_t i = 0; i < text.length; i++) {
        const char *instead = escape((unsigned char)text.at[i]);
        if (instead == NULL)
            continue;
        out_text(out, text_part(text, plain, i - plain));
        out_string(out, instead);
        plain = i + 1;
    }
    out_text(out, text_part(text, plain, text.length - plain));
}

static bool is_unprintable(unsigned char c) {
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
}

static const char *xml_escape(unsigned char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return is_unprintable(c) ? "" : NULL;
    }
}

/* Graphviz reads entities and backslash escapes inside labels, so `&` and `\` must not reach it
 * raw. */
static const char *dot_escape(unsigned char c) {
    switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '&': return "&amp;";
    case '\n': return "\\n";
    default: return is_unprintable(c) ? "" : NULL;
    }
}

static const char *markdown_escape(unsigned char c) {
    switch (c) {
    case '\\': return "\\\\";
    case '*': return "\\*";
    case '_': return "\\_";
    case '`': return "\\`";
    case '[': return "\\[";
    case ']': return "\\]";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '|': return "\\|";
    case '\n': return " ";
    default: return is_unprintable(c) ? "" : NULL;
    }
}

static const char *csv_escape(unsigned char c) {
    return c == '"' ? "\"\"" : is_unprintable(c) ? "" : NULL;
}

void out_xml(Out *out, Text text) { out_escaped(out, text, xml_escape); }
void out_markdown(Out *out, Text text) { out_escaped(out, text, markdown_escape); }

void out_dot(Out *out, Text text) {
    out_byte(out, '"');
    out_escaped(out, text, dot_escape);
    out_byte(out, '"');
}

void out_csv(Out *out, Text text) {
    bool formula = text.length > 0 && strchr("=+-@\t\r", text.at[0]) != NULL;
    out_byte(out, '"');
    if (formula)
        out_byte(out, '\'');
    out_escaped(out, text, csv_escape);
    out_byte(out, '"');
}

static int write_all(int file, Text text) {
    while (text.length > 0) {
        ssize_t written = write(file, text.at, text.length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        text = text_part(text, (size_t)written, text.length);
    }
    return 0;
}

static int fill(int file, const Out *out) {
    mode_t mask = umask(0);
    umask(mask);
    int error = write_all(file, out_written(out));
    if (error == 0 && fchmod(file, 0666 & ~mask) != 0)
        error = errno;
    if (close(file) != 0 && error == 0)
        error = errno;
    return error;
}

void out_discard(char *temporary) {
    if (temporary != NULL)
        unlink(temporary);
    free(temporary);
}

int out_stage(const Out *out, const char *path, char **temporary) {
    *temporary = NULL;
    if (out->failed)
        return ENOMEM;
    size_t length = strlen(path);
    char *name = malloc(length + sizeof ".XXXXXX");
    if (name == NULL)
        return ENOMEM;
    memcpy(name, path, length);
    memcpy(name + length, ".XXXXXX", sizeof ".XXXXXX");
    int file = mkstemp(name), error = file < 0 ? errno : fill(file, out);
    if (error == 0)
        *temporary = name;
    else if (file < 0)
        free(name);
    else
        out_discard(name);
    return error;
}

int out_commit(char *temporary, const char *path) {
    if (rename(temporary, path) != 0) {
        int error = errno;
        out_discard(temporary);
        return error;
    }
    free(temporary);
    return 0;
}

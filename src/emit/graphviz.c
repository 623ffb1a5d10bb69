/* The only file that touches Graphviz. A child process opens the library (dot layout and core
 * plugins only, so that no font and no configuration of the machine matters), lays the graph out
 * and writes the places it found down a pipe, a line each:
 *     g x,y,x,y        n NAME x,y        e ID x,y-of-label-or-- spline */
#define _GNU_SOURCE /* dladdr: the plugins stand beside the library */
#include "graphviz.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MOST = 10 };

/* How the child ends, so that the parent can say why. */
enum { CHILD_DONE, CHILD_NO_LIBRARY = 3, CHILD_NO_PLUGIN, CHILD_NO_LAYOUT, CHILD_NO_PIPE };

/* ---- in the child ---- */

/* What is called of the library. Its own types stay unknown here. */
typedef struct Library {
    void *handle;
    void *(*gvContextPlugins)(const void *builtins, int demand_loading);
    void (*gvAddLibrary)(void *context, void *plugin);
    int (*gvLayout)(void *context, void *graph, const char *engine);
    int (*gvRender)(void *context, void *graph, const char *format, FILE *out);
    void *(*agmemread)(const char *text);
    char *(*agget)(void *object, char *attribute);
    char *(*agnameof)(void *object);
    void *(*agfstnode)(void *graph);
    void *(*agnxtnode)(void *graph, void *node);
    void *(*agfstout)(void *graph, void *node);
    void *(*agnxtout)(void *graph, void *edge);
    int (*agseterr)(int level);
} Library;

static bool find(void *handle, const char *name, void *pointer) {
    void *found = dlsym(handle, name);
    memcpy(pointer, &found, sizeof found); /* a pointer to a function is not one to an object */
    return found != NULL;
}

static bool find_all(Library *library) {
    void *from = library->handle;
    return find(from, "gvContextPlugins", &library->gvContextPlugins) &&
           find(from, "gvAddLibrary", &library->gvAddLibrary) &&
           find(from, "gvLayout", &library->gvLayout) &&
           find(from, "gvRender", &library->gvRender) &&
           find(from, "agmemread", &library->agmemread) && find(from, "agget", &library->agget) &&
           find(from, "agnameof", &library->agnameof) &&
           find(from, "agfstnode", &library->agfstnode) &&
           find(from, "agnxtnode", &library->agnxtnode) &&
           find(from, "agfstout", &library->agfstout) &&
           find(from, "agnxtout", &library->agnxtout) && find(from, "agseterr", &library->agseterr);
}

static const char *const VERSIONS[] = {".so.6", ".so.7", ".so.8", ".so", ".dylib"};
enum { VERSION_COUNT = sizeof VERSIONS / sizeof *VERSIONS };

static bool open_library(Library *library) {
    char name[64];
    for (int i = 0; i < VERSION_COUNT; i++) {
        snprintf(name, sizeof name, "libgvc%s", VERSIONS[i]);
        library->handle = dlopen(name, RTLD_NOW | RTLD_GLOBAL);
        if (library->handle != NULL)
            return find_all(library);
    }
    return false;
}

/* Adds a plugin from the folder `graphviz` beside the library, or from the usual search path. */
static bool add_plugin(const Library *library, void *context, const char *plugin) {
    Dl_info info;
    void *anchor = dlsym(library->handle, "gvContextPlugins");
    const char *path = dladdr(anchor, &info) != 0 ? info.dli_fname : "";
    const char *slash = strrchr(path, '/');
    int folder = slash == NULL ? 0 : (int)(slash - path + 1);
    for (int beside = 1; beside >= 0; beside--)
        for (int i = 0; i < VERSION_COUNT; i++) {
            char file[4096], symbol[128];
            snprintf(file, sizeof file, "%.*s%slib%s%s", beside ? folder : 0, path,
                     beside ? "graphviz/" : "", plugin, VERSIONS[i]);
            snprintf(symbol, sizeof symbol, "%s_LTX_library", plugin);
            void *handle = dlopen(file, RTLD_NOW);
            void *table = handle == NULL ? NULL : dlsym(handle, symbol);
            if (table == NULL)
                continue;
            library->gvAddLibrary(context, table);
            return true;
        }
    return false;
}

static void write_places(const Library *library, void *graph, FILE *pipe) {
    char bb[] = "bb", pos[] = "pos", lp[] = "lp", id[] = "id";
    const char *box = library->agget(graph, bb);
    fprintf(pipe, "g %s\n", box == NULL ? "" : box);
    for (void *node = library->agfstnode(graph); node; node = library->agnxtnode(graph, node)) {
        const char *place = library->agget(node, pos);
        fprintf(pipe, "n %s %s\n", library->agnameof(node), place == NULL ? "" : place);
        for (void *edge = library->agfstout(graph, node); edge != NULL;
             edge = library->agnxtout(graph, edge)) {
            const char *label = library->agget(edge, lp), *curve = library->agget(edge, pos);
            const char *name = library->agget(edge, id);
            fprintf(pipe, "e %s %s %s\n", name == NULL ? "" : name,
                    label == NULL || label[0] == '\0' ? "-" : label, curve == NULL ? "" : curve);
        }
    }
}

static int lay_out(const char *dot, int pipe_end) {
    Library library = {0};
    if (!open_library(&library))
        return CHILD_NO_LIBRARY;
    enum { SILENT = 3 }; /* AGMAX: messages are of no use to anybody here */
    library.agseterr(SILENT);
    void *context = library.gvContextPlugins(NULL, 0);
    if (context == NULL || !add_plugin(&library, context, "gvplugin_dot_layout") ||
        !add_plugin(&library, context, "gvplugin_core"))
        return CHILD_NO_PLUGIN;
    void *graph = library.agmemread(dot);
    if (graph == NULL || library.gvLayout(context, graph, "dot") != 0 ||
        library.gvRender(context, graph, "dot", NULL) != 0)
        return CHILD_NO_LAYOUT;
    FILE *pipe = fdopen(pipe_end, "w");
    if (pipe == NULL)
        return CHILD_NO_PIPE;
    write_places(&library, graph, pipe);
    return fclose(pipe) == 0 ? CHILD_DONE : CHILD_NO_PIPE;
}

/* Never returns. Nothing is freed or flushed: the process was a copy. */
static void be_the_child(const char *dot, int pipe_end) {
    struct rlimit no_core = {0, 0}, time = {SECONDS_MOST, SECONDS_MOST};
    setrlimit(RLIMIT_CORE, &no_core);
    setrlimit(RLIMIT_CPU, &time);
    alarm(SECONDS_MOST);
    int nowhere = open("/dev/null", O_RDWR);
    if (nowhere >= 0) {
        dup2(nowhere, STDIN_FILENO);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
    }
    _exit(lay_out(dot, pipe_end));
}

/* ---- in the parent ---- */

static void read_all(int pipe_end, Out *out) {
    char bytes[8192];
    for (;;) {
        ssize_t count = read(pipe_end, bytes, sizeof bytes);
        if (count > 0)
            out_text(out, (Text){bytes, (size_t)count});
        else if (count == 0 || errno != EINTR)
            return;
    }
}

static const char *child_failure(int status) {
    if (WIFSIGNALED(status)) {
        int signal = WTERMSIG(status);
        return signal == SIGALRM || signal == SIGXCPU || signal == SIGKILL
                   ? "laying the diagram out took too long"
                   : "Graphviz stopped while it laid the diagram out";
    }
    switch (WEXITSTATUS(status)) {
    case CHILD_DONE: return NULL;
    case CHILD_NO_LIBRARY: return "Graphviz (libgvc) is not installed on this computer";
    case CHILD_NO_PLUGIN: return "Graphviz is installed without its plugins for layout";
    default: return "Graphviz could not lay the diagram out";
    }
}

/* What the child wrote; or NULL for success and a reason for failure. */
static const char *run_child(const char *dot, Out *answer) {
    int ends[2];
    if (pipe(ends) != 0)
        return "this computer would not give a pipe";
    fflush(NULL);
    pid_t child = fork();
    if (child < 0) {
        close(ends[0]);
        close(ends[1]);
        return "this computer would not start another process";
    }
    if (child == 0) {
        close(ends[0]);
        be_the_child(dot, ends[1]);
    }
    close(ends[1]);
    read_all(ends[0], answer);
    close(ends[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return child_failure(status);
}

/* ---- reading the answer ---- */

/* A decimal number as tenths; *AT moves past it. Locales do not touch it. */
static bool read_tenths(const char **at, int *tenths) {
    const char *digit = *at;
    bool minus = *digit == '-';
    long whole = 0, place = 100, rest = 0;
    digit += minus;
    if (*digit < '0' || *digit > '9')
        return false;
    for (; *digit >= '0' && *digit <= '9'; digit++)
        whole = whole < 10000000 ? whole * 10 + (*digit - '0') : whole;
    if (*digit == '.')
        for (digit++; *digit >= '0' && *digit <= '9'; digit++, place /= 10)
            rest += (*digit - '0') * place;
    if (*digit == 'e') /* a number so small that it is nothing */
        for (whole = rest = 0, digit++; *digit != '\0' && *digit != ',' && *digit != ' '; digit++) {
        }
    long value = whole * 10 + (rest + 50) / 100;
    *tenths = (int)(minus ? -value : value);
    *at = digit;
    return true;
}

static bool read_spot(const char **at, int height, Spot *spot) {
    int x, y;
    if (!read_tenths(at, &x) || *(*at)++ != ',' || !read_tenths(at, &y))
        return false;
    *spot = (Spot){x, height - y}; /* Graphviz counts upwards */
    return true;
}

static bool read_number(const char **at, char letter, uint32_t most, uint32_t *number) {
    if (**at != letter)
        return false;
    char *end;
    unsigned long value = strtoul(*at + 1, &end, 10);
    if (end == *at + 1 || value >= most || *end != ' ')
        return false;
    *number = (uint32_t)value;
    *at = end + 1;
    return true;
}

static void turn_round(Curve *curve) {
    for (uint32_t i = 0, last = curve->count - 1; i < last; i++, last--) {
        Spot spot = curve->spots[i];
        curve->spots[i] = curve->spots[last];
        curve->spots[last] = spot;
    }
}

/* "e,x,y x,y x,y ...": the tip is said first and drawn last; "s,x,y x,y ..." is the curve of an
 * edge laid out backwards, and with both tips the arrow points both ways. Further pieces of a
 * broken curve are not met with the attributes that we use. */
static bool read_curve(Arena *arena, const char *at, int height, Curve *curve) {
    Spot tip = {0}, tail = {0}, spot;
    bool has_tip = false, has_tail = false;
    while (*at != '\0' && *at != ';') {
        char end = at[1] == ',' ? at[0] : '\0';
        at += end == 'e' || end == 's' ? 2 : 0;
        if (!read_spot(&at, height, &spot))
            return false;
        if (end == 'e')
            tip = spot, has_tip = true;
        else if (end == 's')
            tail = spot, has_tail = true;
        else
            arena_push(arena, curve->spots, curve->count, curve->room, spot);
        while (*at == ' ')
            at++;
    }
    if (curve->count == 0 || (!has_tip && !has_tail))
        return false;
    if (!has_tip) {
        turn_round(curve);
        tip = tail;
    }
    curve->has_tail = has_tip && has_tail;
    curve->tail = tail;
    arena_push(arena, curve->spots, curve->count, curve->room, tip);
    return curve->count >= 5 && (curve->count - 2) % 3 == 0;
}

static bool read_box(const char *at, Layout *layout) {
    int left, bottom;
    return read_tenths(&at, &left) && *at++ == ',' && read_tenths(&at, &bottom) && *at++ == ',' &&
           read_tenths(&at, &layout->width) && *at++ == ',' && read_tenths(&at, &layout->height);
}

static bool read_line(Arena *arena, const char *line, Layout *layout, uint32_t nodes,
                      uint32_t edges) {
    const char *at = line + 2;
    uint32_t number;
    if (line[0] == 'g')
        return read_box(at, layout);
    if (line[0] == 'n')
        return read_number(&at, 'n', nodes, &number) &&
               read_spot(&at, layout->height, &layout->nodes[number]);
    if (line[0] != 'e' || !read_number(&at, 'e', edges, &number))
        return false;
    Curve *curve = &layout->curves[number];
    if (*at == '-' && at[1] == ' ')
        at += 1;
    else if (!read_spot(&at, layout->height, &curve->label))
        return false;
    return *at == ' ' && read_curve(arena, at + 1, layout->height, curve);
}

/* Every node and every edge must have been placed. */
static bool read_answer(Arena *arena, char *answer, Layout *layout, uint32_t nodes,
                        uint32_t edges) {
    uint32_t placed = 0;
    for (char *line = answer; *line != '\0';) {
        char *end = strchr(line, '\n');
        if (end == NULL || end - line < 2)
            return false;
        *end = '\0';
        if (!read_line(arena, line, layout, nodes, edges))
            return false;
        placed++;
        line = end + 1;
    }
    return placed == 1 + nodes + edges;
}

Layout *graphviz_layout(Arena *arena, Text dot, uint32_t nodes, uint32_t edges, const char **why) {
    Out answer = {0};
    *why = run_child(text_string(arena, dot), &answer);
    Layout *layout = arena_make(arena, Layout);
    layout->nodes = arena_array(arena, Spot, nodes + 1);
    layout->curves = arena_array(arena, Curve, edges + 1);
    if (*why == NULL &&
        !read_answer(arena, text_string(arena, out_written(&answer)), layout, nodes, edges))
        *why = "Graphviz left parts of the diagram out";
    out_free(&answer);
    return *why == NULL ? layout : NULL;
}

# Convene: build, check, try. `make help` lists the targets; every product goes to build/.

CC      ?= gcc
BUILD   ?= build
OPTIMISE ?= -O2 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Werror
CPPFLAGS := -D_POSIX_C_SOURCE=200809L -I$(BUILD)/generated -Isrc
CFLAGS  := -std=c11 $(OPTIMISE) $(WARNINGS) -ffile-prefix-map=$(CURDIR)=. $(SANITIZE)
LDFLAGS := $(SANITIZE)
LDLIBS  := -ljansson -lutf8proc -ldl
# libgvc is opened only when a diagram is asked for (src/emit/graphviz.c), so it is not linked here.

SOURCES   := $(sort $(wildcard src/*/*.c))
GENERATED := $(BUILD)/generated
STDLIB    := $(sort $(shell find stdlib -name '*.convene'))
OBJECTS   := $(SOURCES:src/%.c=$(BUILD)/objects/%.o)
MAIN      := $(BUILD)/objects/cli/main.o
LIBRARY   := $(BUILD)/libconvene.a
MADE      := $(BUILD)/objects/generated/scanner.o $(BUILD)/objects/generated/parser.o $(BUILD)/objects/generated/stdlib.o

.PHONY: all
all: $(BUILD)/convene

$(BUILD)/convene: $(MAIN) $(LIBRARY)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(LIBRARY): $(filter-out $(MAIN),$(OBJECTS)) $(MADE)
	@rm -f $@
	ar rcsD $@ $^

$(BUILD)/objects/%.o: src/%.c | $(GENERATED)/parser.h $(GENERATED)/scanner.h
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/objects/generated/%.o: $(GENERATED)/%.c $(GENERATED)/parser.h $(GENERATED)/scanner.h
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(GENERATED)/parser.c $(GENERATED)/parser.h &: grammar/convene.y
	@mkdir -p $(@D)
	bison -Wall -Wcounterexamples -Werror -o $(GENERATED)/parser.c --header=$(GENERATED)/parser.h $<

$(GENERATED)/scanner.c $(GENERATED)/scanner.h &: grammar/convene.l
	@mkdir -p $(@D)
	flex -Cf -o $(GENERATED)/scanner.c --header-file=$(GENERATED)/scanner.h $<

$(GENERATED)/stdlib.c: stdlib/embed.sh $(STDLIB)
	@mkdir -p $(@D)
	sh stdlib/embed.sh $(STDLIB) > $@.new && mv $@.new $@

-include $(OBJECTS:.o=.d) $(MADE:.o=.d)

.PHONY: clean
clean:
	rm -rf $(BUILD)

# Convene: build, try, check. `make help` lists the targets; every product goes to build/.

ifeq ($(origin CC),default)
CC := gcc
endif
BUILD    ?= build
OPTIMISE ?= -O2 -g
PREFIX   ?= /usr/local
FUZZ_SECONDS ?= 60

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Werror
CPPFLAGS := -D_XOPEN_SOURCE=700 -I$(BUILD)/generated -Isrc
CFLAGS   := -std=c11 $(OPTIMISE) $(WARNINGS) -ffile-prefix-map=$(CURDIR)=. $(SANITIZE)
LDLIBS   := -ljansson -lutf8proc -ldl
# libgvc is opened only when a diagram is asked for (src/emit/graphviz.c), so it is not linked here.

# Each command is shown in short; `make V=1` shows it whole.
Q := $(if $(V),,@)

SOURCES   := $(sort $(wildcard src/*/*.c))
GENERATED := $(BUILD)/generated
STDLIB    := $(sort $(shell find stdlib -name '*.convene'))
OBJECTS   := $(SOURCES:src/%.c=$(BUILD)/objects/%.o)
FACES     := $(filter $(BUILD)/objects/cli/%,$(OBJECTS))
LIBRARY   := $(BUILD)/libconvene.a
MADE      := $(BUILD)/objects/generated/scanner.o $(BUILD)/objects/generated/parser.o $(BUILD)/objects/generated/stdlib.o
TESTS     := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/unit/test_*.c)))
FUZZERS   := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))

.PHONY: all help
all: $(BUILD)/convene ## build build/convene

help: ## list the targets
	@sed -n 's/^\([a-z][a-z -]*\):.*## /\1: /p' Makefile | sort | awk -F': ' '{printf "make %-10s %s\n", $$1, $$2}'

$(BUILD)/convene: $(FACES) $(LIBRARY)
	@echo "  CC $@"
	$(Q)$(CC) $(SANITIZE) -o $@ $^ $(LDLIBS)

$(LIBRARY): $(filter-out $(FACES),$(OBJECTS)) $(MADE)
	@rm -f $@
	@echo "  AR $@"
	$(Q)ar rcsD $@ $^

$(BUILD)/objects/%.o: src/%.c | $(GENERATED)/parser.h $(GENERATED)/scanner.h
	@mkdir -p $(@D)
	@echo "  CC $@"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/objects/generated/%.o: $(GENERATED)/%.c $(GENERATED)/parser.h $(GENERATED)/scanner.h
	@mkdir -p $(@D)
	@echo "  CC $@"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(GENERATED)/parser.c $(GENERATED)/parser.h &: grammar/convene.y
	@mkdir -p $(@D)
	@echo "  BISON $@"
	$(Q)bison -Wall -Wcounterexamples -Werror -o $(GENERATED)/parser.c --header=$(GENERATED)/parser.h $<

$(GENERATED)/scanner.c $(GENERATED)/scanner.h &: grammar/convene.l
	@mkdir -p $(@D)
	@echo "  FLEX $@"
	$(Q)flex -Cf -o $(GENERATED)/scanner.c --header-file=$(GENERATED)/scanner.h $<

$(GENERATED)/stdlib.c: stdlib/embed.sh $(STDLIB)
	@mkdir -p $(@D)
	@sh stdlib/embed.sh $(STDLIB) > $@.new && mv $@.new $@

-include $(OBJECTS:.o=.d) $(MADE:.o=.d)

# Tests. The whole suite runs on a build with AddressSanitizer and UndefinedBehaviorSanitizer.

$(BUILD)/tests/%: tests/unit/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  CC $@"
	$(Q)$(CC) $(CPPFLAGS) -Itests/unit $(CFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS) $$(pkg-config --cflags --libs check)

$(BUILD)/fuzz/%: tests/fuzz/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  CC $@"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -fsanitize=fuzzer -o $@ $< $(LIBRARY) $(LDLIBS)

$(BUILD)/bench/%: tests/bench/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  CC $@"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -o $@ $< $(LIBRARY) $(LDLIBS)

$(BUILD)/mutation/%: tests/mutation/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  CC $@"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) $(SANITIZE) -o $@ $< $(LIBRARY) $(LDLIBS)

.PHONY: unit fuzzers
unit: $(TESTS)
fuzzers: $(FUZZERS)

.PHONY: deps demo check layers format fuzz mutation bench editors install clean
deps: ## install what is missing, from Debian (as root)
	@sh tests/deps.sh build check

demo: all ## compile examples/riverside.convene into build/demo/
	@sh tests/demo.sh
	@sh tests/owner.sh $(BUILD)

check: ## run every test; the last line says how many passed
	@sh tests/check.sh; code=$$?; sh tests/owner.sh $(BUILD); exit $$code

layers: ## prove that no layer includes a higher one
	@sh tests/layers.sh

format: ## lay out the C files as .clang-format says
	clang-format -i src/*/*.[ch] tests/*/*.c

fuzz: ## feed odd input to scanner, parser and compiler, FUZZ_SECONDS each
	@FUZZ_SECONDS=$(FUZZ_SECONDS) sh tests/fuzz/run.sh

mutation: $(BUILD)/mutation/mutate ## take the facts of each example away, one at a time, and report who noticed
	@$(BUILD)/mutation/mutate examples/*.convene

bench: all $(BUILD)/bench/front ## measure speed and memory, beside other tools
	@sh tests/deps.sh build bench
	@BUILD=$(BUILD) python3 tests/bench/run.py

editors: ## make the word lists of the editors' highlighting anew
	@sh editors/generate.sh

install: all ## put convene into PREFIX (/usr/local)
	install -D -m 755 $(BUILD)/convene $(DESTDIR)$(PREFIX)/bin/convene

clean: ## remove build/
	rm -rf $(BUILD)

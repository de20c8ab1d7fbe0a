# One door to everything: bare `make` lists what there is.

PORT ?= 8000
HOST ?= 127.0.0.1
PYTHON ?=
export PYTHON

BIN := .venv/bin
APPS := accounts game lobby matchmaking mafia_site
# What pytest gets besides: make test ARGS="tests/engine -x"
ARGS ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run dev test test-js check check-js fix bundle protocol words lock cover bench lighthouse image clean

help: ## list these lines
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/installed-run ## play: the site on http://127.0.0.1:8000, with its own PostgreSQL and Valkey (PORT=, HOST=)
	@$(BIN)/python -m mafia_site.embedded --host $(HOST) --port $(PORT)

dev: .venv/installed-run ## the same, and start anew when a file changes
	@$(BIN)/python -m mafia_site.embedded --host $(HOST) --port $(PORT) --reload

test: .venv/installed-dev test-js ## every test; pytest's summary comes last (ARGS="tests/engine -x")
	@CHROMIUM="$$(.ci/chromium)" $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

test-js: ## the tests of the scripts, where there is Node
	@if ! ls tests/js/*.test.js >/dev/null 2>&1; then :; \
	elif command -v node >/dev/null; then node --test --test-reporter=dot tests/js/*.test.js; \
	else echo "mafia: no node here, so the tests of the scripts (tests/js) were left out" >&2; fi

check: .venv/installed-dev check-js ## everything that can be judged without running the game
	@$(BIN)/ruff format --check --quiet . || { echo "mafia: make fix formats" >&2; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/djade --check $$(find templates -name '*.html')
	@$(BIN)/djlint --quiet --lint templates
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/mypy $(APPS) tests tools manage.py
	@$(BIN)/python -m pytest --quiet -p no:randomly tests/test_house_rules.py

check-js: ## the types of the scripts and whether their bundle is fresh, where there is Node
	@if ! command -v node >/dev/null; then echo "mafia: no node here, so the scripts were not checked" >&2; \
	elif $(MAKE) --no-print-directory node_modules; then \
		npx --no-install tsc --project tsconfig.json && node tools/bundle.mjs --check; \
	else echo "mafia: npm could not install what checks and joins the scripts, so they were not checked" >&2; fi

fix: .venv/installed-dev ## format, and mend what can be mended
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .
	@$(BIN)/djade $$(find templates -name '*.html')

bundle: node_modules ## join the scripts of the pages for browsers, after a change of static/js; needs Node
	@node tools/bundle.mjs

protocol: .venv/installed-dev ## write docs/protocol anew from the code
	@DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py protocol

words: .venv/installed-dev ## collect what the site says, for the translations in locale/, and write what is made of them
	@DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tools.words

lock: .venv/installed-dev ## write the lock files anew from the .in files (UPGRADE=1: to the newest that fit)
	@for name in requirements requirements-run requirements-dev; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
			--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade) -o $$name.txt $$name.in || exit 1; done

cover: .venv/installed-dev ## whether every branch of the engine is tested
	@$(BIN)/python -m pytest --quiet tests/engine --cov=game/engine --cov-branch --cov-fail-under=100

bench: .venv/installed-dev ## what a change of a room costs, as ratios, and a queue of strangers
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench.grouping

lighthouse: .venv/installed-dev ## how fast the pages are to a phone, by a site that runs (URL=http://127.0.0.1:8000); needs npx
	@CHROMIUM="$$(.ci/chromium)" $(BIN)/python -m tools.lighthouse "$(or $(URL),http://127.0.0.1:$(PORT))"

image: ## the container for production
	docker build --tag mafia .

clean: ## forget the virtual environment; the data in .data/ stays
	rm -rf .venv staticfiles .mypy_cache .ruff_cache .pytest_cache .hypothesis

node_modules: package-lock.json
	@npm ci --silent && touch $@

.venv/installed-%: requirements-%.txt
	@.ci/install $<
	@touch $@

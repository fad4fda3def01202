# The workshop. `make` needs Python 3.11 or newer with venv, and nothing else; `make help` says what there is.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 4010
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# What pip installs in place it does not compile, and where PYTHONDONTWRITEBYTECODE is set nothing else does.
COMPILE := $(BIN)/python -m compileall -qq
SOURCES := generator/src generated tests bench examples
UV := uv==0.13.9
# As many processes as there are processors; one that is done takes tests over from the end of another's list.
TOGETHER := --numprocesses auto --maxprocesses 4 --dist worksteal
# CI runs test-deep as well, and leaves to it all of what it tries more of.
BUT := $(if $(JEKYLL_OPENAPI_CI), and not deep)
# Half a minute of tests for while one writes: none that makes up its input, and none with a program of others.
QUICK := tests/api tests/spec tests/openapi \
	$(addprefix --ignore=tests/,spec/test_valid.py $(addprefix openapi/test_,judges.py made.py wider.py reading.py))

.DEFAULT_GOAL := build
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: build test quick test-tools test-deep test-lowest test-newest mutants lint bench site mock release lock clean help

build: .venv/ready ## Set up what is missing, then write spec/ and generated/ from spec/pages (the default)
	@$(BIN)/jekyll-openapi build

test: lint ## Set up what is missing, then run every check, and every test that starts no programs of others
	$(BIN)/pytest $(TOGETHER) -m 'not tools$(BUT)'

quick: .venv/client ## Run the tests of reading pages and descriptions alone, in half a minute: no tools of others
	$(BIN)/pytest -x $(TOGETHER) -m 'not tools' $(QUICK)

lint: .venv/client ## The checks that need no test run: style, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --num-workers 2 $(SOURCES)
	$(BIN)/lint-imports --no-logo
	$(BIN)/python .ci/audit

test-tools: .venv/client tests/tools/node_modules/ready ## Run the tests with programs of others: a browser, judges, type checkers, pip
	$(BIN)/pytest $(TOGETHER) -m 'tools$(BUT)'

test-deep: .venv/client tests/tools/node_modules/ready ## Try all of what is made up or repeated in large numbers; test tries a part of each kind
	JEKYLL_OPENAPI_DEEP=1 $(BIN)/pytest $(TOGETHER) -m deep

test-lowest: .venv/client ## Run the tests of reading and sending with the oldest dependencies that the distributions admit
	.ci/with-versions lowest-direct $(UV)

test-newest: .venv/client ## Run the tests of reading and sending with the newest dependencies that the distributions admit
	.ci/with-versions highest $(UV)

mutants: .venv/client ## Break the code in one place at a time, for an hour at most; the tests have to notice
	$(BIN)/python .ci/mutants.py

bench: .venv/client ## Measure speed and memory against other tools; RESULTS=1 writes the table to bench/RESULTS.md
	$(BIN)/python -m bench $(if $(RESULTS),--write) $(ROWS)

site: .venv/ready ## Write the reference page, one HTML file, to public/reference.html
	@$(BIN)/jekyll-openapi site -o public/reference.html

mock: tests/tools/node_modules/ready ## Serve the description on http://127.0.0.1:4010, or on PORT=...; Ctrl-C stops it
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT))).close()' 2>/dev/null || \
		{ echo 'Port $(PORT) cannot be used: another program listens there, or it is none. Try make mock PORT=4011' >&2; exit 1; }
	@echo 'Point a client at it: Tradovate(token="any", base_url="http://127.0.0.1:$(PORT)")'
	@PATH="$(CURDIR)/$(BIN):$$PATH" tests/tools/node_modules/.bin/prism mock --port $(PORT) spec/openapi.yaml

release: .venv/client ## Propose the next version, and write it, the changelogs and dist/
	@$(BIN)/jekyll-openapi release

lock: .venv/ready ## Write requirements.txt and tests/tools/package-lock.json anew, with today's versions
	$(PIP) install --quiet $(UV)
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-annotate --custom-compile-command "make lock" \
		requirements.in generator/pyproject.toml generated/pyproject.toml --output-file requirements.txt
	cd tests/tools && rm -f package-lock.json && PATH="$(CURDIR)/$(BIN):$$PATH" npm install --package-lock-only

clean: ## Remove what was set up, and every cache
	rm -rf .venv tests/tools/node_modules .jekyll-openapi-cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find generator generated tests bench -name __pycache__ -prune -exec rm -rf {} +

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

.venv/ready: requirements.txt generator/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed: make PYTHON=python3.12' >&2; exit 1; }
	@echo 'Setting up Python packages in .venv (once, about a minute) ...'
	@rm -rf .venv
	@$(PYTHON) -m venv .venv
	@$(PIP) install --quiet --no-deps --require-hashes --requirement requirements.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable generator
	@$(COMPILE) generator/src
	@touch $@

.venv/client: .venv/ready generated/pyproject.toml
	@echo 'Installing generated/ ...'
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable generated
	@$(COMPILE) generated
	@touch $@

tests/tools/node_modules/ready: tests/tools/package-lock.json .venv/ready
	@echo 'Setting up the npm tools of the tests (once, about half a minute) ...'
	@cd tests/tools && PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --loglevel=error
	@touch $@

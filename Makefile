# Everything that is done to Broadsheet. `make` alone lists the targets.

VENV := .venv
PACKAGES := $(VENV)/packages.built
PROJECT := $(VENV)/project.installed

# The first of these that is Python 3.11 or newer and can make environments; `make PYTHON=...` chooses another.
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11
SUITABLE := import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in $(PYTHONS); do $$python -c '$(SUITABLE)' 2>/dev/null && echo $$python && break; done)
UV ?= uv
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check -qq

ARGS ?= demo
QUALITY ?= cleaning cleaning_folds page_facts entities times mentions factuality events pane ordinary timelines planted_score near_duplicates
BENCH ?= screen_bench library_bench entity_corrections_bench cleaning_bench annotation_bench linking_bench

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run venv test lint types imports tests lock picture quality bench train clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: venv ## open the reading room on the samples, or on what ARGS="PATH ..." names
	@$(VENV)/bin/broadsheet $(ARGS)

venv: $(PROJECT) ## build .venv from requirements.lock, once

# A stamp is the last thing written, so that a build that was interrupted is done again.
$(PACKAGES): requirements.lock
	@[ -n "$(PYTHON)" ] && $(PYTHON) -c '$(SUITABLE)' 2>/dev/null || { \
		echo "Broadsheet needs Python 3.11 or newer with its venv module (Debian, Ubuntu: apt install python3-venv)." \
		"Name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Building $(VENV) from requirements.lock (about a minute, once)" >&2
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --no-deps -r requirements.lock
	@touch $@

$(PROJECT): $(PACKAGES) pyproject.toml
	@echo "Installing Broadsheet itself into $(VENV)" >&2
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

test: lint types imports tests ## check everything: format, style, spelling, types, imports, tests

lint: venv
	@echo "Format, style and spelling" >&2
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/codespell

types: venv
	@echo "Types" >&2
	@$(VENV)/bin/mypy --no-error-summary

imports: venv
	@echo "Import contracts" >&2
	@$(VENV)/bin/lint-imports --no-cache > $(VENV)/imports.txt || { cat $(VENV)/imports.txt; exit 1; }

tests: venv
	@echo "Tests" >&2
	@$(VENV)/bin/python -m pytest

lock: ## resolve pyproject.toml anew into requirements.lock (needs uv)
	@command -v $(UV) >/dev/null || { \
		echo "Making the lock needs uv (pip install uv). Name it with: make lock UV=/path/to/uv" >&2; exit 1; }
	$(UV) pip compile pyproject.toml --group dev --extra encoder --extra serve --quiet \
		--universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --output-file requirements.lock

picture: venv ## draw the picture of the screen that the README shows
	@$(VENV)/bin/python -m tests.picture

quality: venv ## measure how well articles are cleaned, read and linked
	@for subject in $(QUALITY); do $(VENV)/bin/python -m tests.quality.$$subject || exit 1; done

bench: venv ## measure annotating, start, keys, adding and the library at 100 and at 100,000 articles
	@for subject in $(BENCH); do $(VENV)/bin/python -m tests.bench.$$subject || exit 1; done

train: venv ## learn anew which lines of a page are the article's, which words tell of an event, and which mentions are of one
	@$(VENV)/bin/python -m tests.training.cleaning
	@$(VENV)/bin/python -m tests.training.mentions
	@$(VENV)/bin/python -m tests.training.meaning_axes
	@$(VENV)/bin/python -m tests.training.linking

clean: ## remove the environment and all caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist

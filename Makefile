# make check    everything that must hold: format, lint, types, import contracts, tests, generated files, quality floors
# make format   put the code into shape
# make generate write the files that are made from code
# make clean    remove what these commands made
#
# All of it runs in .venv, which is made with the project and its development tools where it is missing.

VENV ?= .venv
EXTRAS ?= dev
PYTHON ?= python3
RUN = $(VENV)/bin/python -m
READY = $(VENV)/.ready
CODE = src tests tools bench training

.PHONY: check format lint types contracts test generated floors generate clean

check: format-check lint types contracts generated test floors

$(READY): pyproject.toml
	test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	$(RUN) pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
	touch $@

.PHONY: format-check
format-check: $(READY)
	$(RUN) ruff format --check $(CODE)

lint: $(READY)
	$(RUN) ruff check $(CODE)

types: $(READY)
	$(RUN) mypy

contracts: $(READY)
	$(VENV)/bin/lint-imports

test: $(READY)
	$(RUN) pytest

generated: $(READY)
	$(RUN) tools.make_docs --check

floors: $(READY)
	$(RUN) bench.floors

format: $(READY)
	$(RUN) ruff check --fix $(CODE)
	$(RUN) ruff format $(CODE)

generate: $(READY)
	$(RUN) tools.make_docs

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

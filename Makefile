# Two commands from a fresh clone: `make run` opens the register, `make test` checks everything.
# Each creates .venv and installs the locked dependencies it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: run test check unit browser slow conformance bench screenshots clean

run: $(VENV)/.run
	$(BIN)/registre servir --port $(PORT)

test: $(VENV)/.test check unit browser
	@echo "make test: tout est vert"

# Style, types, and the directions between rooms.
check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/registre valider

# One process per core; the tests of a file stay together and share what they built.
unit: $(VENV)/.test
	$(BIN)/pytest -q -m "not navigateur and not lent" --numprocesses auto --dist loadfile

# A real browser; skipped aloud where the machine has none, refused to skip when CI is set.
browser: $(VENV)/.test
	$(BIN)/pytest -q -m navigateur -rs

# Exhaustive conformance: minutes, not seconds.
slow: $(VENV)/.test
	$(BIN)/pytest -q -m lent

# OpenFisca's own YAML tests of a folder, run through our engine: make conformance VECTEURS=DIR
conformance: $(VENV)/.test
	$(BIN)/python -m tests.conformance $(VECTEURS)

# Speed, as ratios against a peer measured in the same run.
bench: $(VENV)/.test
	$(BIN)/python -m tests.bench

# Every page as a picture: tests/captures/, and the four of README in guides/images/.
screenshots: $(VENV)/.test
	$(BIN)/python -m tests.screenshots

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14) and "Python 3.11, 3.12 ou 3.13 est nécessaire : make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python pyproject.toml requirements.lock
	$(PIP) --constraint requirements.lock --editable ".[openfisca]"
	touch $@

$(VENV)/.test: $(VENV)/bin/python pyproject.toml requirements.lock
	$(PIP) --constraint requirements.lock --editable ".[tests,openfisca]"
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis .pytest_cache

# kzhealthkg: `make demo` does the whole job on seeds/, `make test` proves it; both set themselves up.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check
OUT    ?= build
QUESTIONS := funding-by-region-and-source promises-by-due-date officials-and-posts
export MPLBACKEND := Agg

.DEFAULT_GOAL := help
.PHONY: help demo test format lint types boundaries self docs docs-check wheel bench tagger ci lock clean

help:  ## show these targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

demo: $(VENV)/.run  ## build, validate, question and draw the five seed articles
	@$(BIN)/kzhealthkg build seeds -o $(OUT)
	@echo
	@$(BIN)/kzhealthkg validate $(OUT)
	@for question in $(QUESTIONS); do \
	  printf '\n$$ kzhealthkg query %s\n' $$question; \
	  $(BIN)/kzhealthkg query $$question --data $(OUT) || exit; \
	done
	@echo
	@$(BIN)/kzhealthkg graph --data $(OUT) -o $(OUT)

test: $(VENV)/.dev  ## run every test
	$(BIN)/python -m pytest

format: $(VENV)/.dev  ## put the code in its one form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lint: $(VENV)/.dev  ## rules and form
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev  ## mypy --strict
	$(BIN)/mypy

boundaries: $(VENV)/.dev  ## no doors between rooms
	$(BIN)/lint-imports

self: $(VENV)/.run  ## judge ontology, shapes, queries, lexicon and code
	$(BIN)/kzhealthkg validate --self

docs: $(VENV)/.dev  ## write docs/reference and the blocks of README that are output
	$(BIN)/python docs/generate.py

docs-check: $(VENV)/.dev  ## fail where the docs lag behind the code
	$(BIN)/python docs/generate.py --check

wheel: $(VENV)/.dev  ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

bench: $(VENV)/.dev  ## measure, as ratios
	$(BIN)/python benchmarks/run.py

tagger: $(VENV)/.run  ## train the tagger that was weighed and left out; KAZNERD=DIR holds IOB2_*.txt
	@test -n "$(KAZNERD)" || { echo "make tagger KAZNERD=DIR: DIR holds the files IOB2_*.txt of IS2AI/KazNERD"; exit 2; }
	$(PIP) install --require-hashes --upgrade --target $(OUT)/tagger/lib -r benchmarks/tagger/requirements.txt
	PYTHONPATH=$(OUT)/tagger/lib $(BIN)/python benchmarks/tagger/train.py "$(KAZNERD)" -o $(OUT)/tagger

ci:  ## everything the gate asks
	.ci/run

lock: $(VENV)/.dev  ## pin the requirements again, with hashes and without an index
	$(PIP) install pip-tools
	$(BIN)/python requirements/lock.py

clean:  ## remove what was made
	rm -rf $(OUT) dist $(VENV)

$(VENV)/.made:
	@test -n "$(PYTHON)" && "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: install it, or name it: make PYTHON=/path/to/python3.11"; exit 2; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/run.txt requirements/build.txt pyproject.toml
	@echo "setting up $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

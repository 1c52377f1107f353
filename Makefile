# `make demo` shows the program at work, `make test` runs what CI runs. Each sets up .venv as far as it needs.
#
#   PYTHON=python3.12 make demo    use this interpreter (3.11 or later) to make .venv
#   VENV=/some/where make test     put the environment elsewhere
#   PYTEST_ARGS='-k units' make pytest

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

VENV ?= .venv
# One process a core: the cases run again in eleven wrappings.
PYTEST_ARGS ?= --numprocesses auto
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CASE := seeds/cases/2024-01-14
SOURCES := checker rules tests benchmarks tools

# Asked only when .venv is made: the first of these that runs and is new enough.
find_python = for python in $(PYTHON) $(if $(PYTHON),,python3 python3.14 python3.13 python3.12 python3.11); do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi; \
	  python=; \
	done; \
	if [ -z "$$python" ]; then \
	  echo 'factcheck needs Python 3.11 or later; name one with PYTHON=/path/to/python' >&2; exit 1; \
	fi

##@ Use
.PHONY: demo
demo: $(VENV)/.factcheck ## Check the example article against the two statements it cites
	@set -- check $(CASE)/article.txt --source $(CASE)/seoul.md --source $(CASE)/japan.md; \
	echo "$$ factcheck $$*"; \
	log=$$(mktemp) && trap 'rm -f "$$log"' EXIT; \
	status=0; $(BIN)/factcheck "$$@" 2>"$$log" || status=$$?; \
	cat "$$log" >&2; \
	if [ $$status -gt 1 ] || grep -q '^Traceback' "$$log"; then \
	  echo "factcheck failed (status $$status)" >&2; exit 2; \
	fi

##@ Develop
.PHONY: setup
setup: $(VENV)/.tools ## Make .venv with the package, editable, and the tools

.PHONY: test
test: lint types layers wheel hooks readers shores pytest ## Run all that CI runs

.PHONY: lint
lint: $(VENV)/.tools ## Look for faults of style, and unformatted files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

.PHONY: format
format: $(VENV)/.tools ## Mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: types
types: $(VENV)/.tools ## Check the types
	$(BIN)/mypy

# No cache: it does not notice that a module has appeared which an unchanged file imports.
.PHONY: layers
layers: $(VENV)/.tools ## Check that imports run one way
	$(BIN)/lint-imports --no-cache

.PHONY: wheel
wheel: $(VENV)/.tools ## Build the wheel, look into it, and run it from a clean environment
	$(BIN)/python tools/check_wheel.py

.PHONY: hooks
hooks: $(VENV)/.tools ## Let pre-commit install this checkout and run its hooks
	$(BIN)/python tools/check_hooks.py

build/readers/.made: pyproject.toml | $(VENV)/.made
	$(BIN)/python -m venv build/readers
	build/readers/bin/pip --disable-pip-version-check --quiet install --editable '.[readers]'
	@touch $@

.PHONY: readers
readers: build/readers/.made ## Let other programs read our SARIF and JUnit
	build/readers/bin/python tools/check_readers.py

.PHONY: pytest
pytest: $(VENV)/.tools ## Run the tests alone
	$(BIN)/python -m pytest $(PYTEST_ARGS)

.PHONY: coverage
coverage: $(VENV)/.tools ## Run the tests and show which lines and branches they miss
	$(BIN)/python -m pytest --cov --cov-report=term-missing $(PYTEST_ARGS)

.PHONY: bench
bench: $(VENV)/.tools ## Measure start-up, speed of reading and long texts against their limits
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.linear
	$(BIN)/python benchmarks/flight.py

.PHONY: bench-peers
bench-peers: ## Compare our extraction with quantulum3 and Recognizers, in an environment under build/
	PYTHON='$(PYTHON)' benchmarks/peers/run.sh

# In an environment of its own: pint loads numpy where it finds it, and every start of the command would wait for that.
# Away from .venv: where numpy is installed, pint loads it at every start.
build/geo/.made: pyproject.toml | $(VENV)/.made
	$(BIN)/python -m venv build/geo
	build/geo/bin/pip --disable-pip-version-check --quiet install --editable '.[geo]'
	@touch $@

.PHONY: shores
shores: build/geo/.made ## Rebuild the shores and the zones from the land in seeds/zones/, and compare
	build/geo/bin/python tools/build_zones.py --check

.PHONY: zones
zones: build/geo/.made ## Rebuild seeds/zones/ from the npm package world-atlas, and compare; needs npm
	mkdir -p build/atlas && cd build/atlas && npm pack --silent world-atlas@2.0.2 && tar -xzf world-atlas-2.0.2.tgz
	build/geo/bin/python tools/build_land.py --check build/atlas/package/countries-10m.json
	build/geo/bin/python tools/build_zones.py --check

.PHONY: clean
clean: ## Remove .venv and all that was built
	rm -rf $(VENV) build dist .coverage .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find $(SOURCES) -type d -name __pycache__ -prune -exec rm -rf {} +

.PHONY: help
help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} \
	  /^##@ / {printf "\n%s\n", substr($$0, 5)} \
	  /^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Each stamp says that a step was finished: one that was broken off is done again. One step at a time, also under -j.
$(VENV)/.made:
	@$(find_python); echo "$$python -m venv $(VENV)"; "$$python" -m venv $(VENV)
	@touch $@

$(VENV)/.factcheck: pyproject.toml | $(VENV)/.made
	$(PIP) install --editable .
	@touch $@

$(VENV)/.tools: $(VENV)/.factcheck
	$(PIP) install --editable '.[dev]'
	@touch $@

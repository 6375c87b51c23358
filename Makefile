# Two commands on a fresh clone: `make ask Q="..."` (core alone) and `make test` (everything).
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
Q ?= What is the role of Mexilitine in treating muscle spasms in patients with Amyotrophic Lateral Sclerosis (ALS)?
READER ?= doctor

.PHONY: ask serve load test coverage setup check format lint types rooms reference docs lock clean

$(VENV)/.core: requirements/core.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "Probatum needs Python 3.11, 3.12 or 3.13; this is " + sys.version.split()[0] + ". Use: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up the core (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/core.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

# Not compiled: of its fourteen thousand files few are ever loaded, and those are compiled then.
$(VENV)/.dev: $(VENV)/.core requirements/dev.txt
	@echo "Setting up development and benchmarks (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

ask: $(VENV)/.core  ## answer the question in Q for the reader in READER
	@Q="$$Q" $(BIN)/probatum ask --reader "$(READER)" -- "$$Q"

serve: $(VENV)/.site  ## open the web site on this machine
	@$(BIN)/probatum serve

load: $(VENV)/.load  ## 50 readers and 5 askers on a site of this machine, for five minutes, with a report
	$(BIN)/python -m scripts.load

$(VENV)/.load: $(VENV)/.core requirements/load.txt
	@echo "Setting up the load test (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/load.txt
	@touch $@

$(VENV)/.site: $(VENV)/.core requirements/site.txt
	@echo "Setting up the site (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/site.txt
	@touch $@

setup: $(VENV)/.dev  ## make .venv with everything for development and benchmarks

# In the order of their names, so that the long stories of the site in a browser do not all come last on one core.
TESTS := $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

test: $(VENV)/.dev  ## run the tests
	$(TESTS)

coverage: $(VENV)/.dev  ## run the tests and tell what they do not reach; takes about twice as long
	$(TESTS) --cov --cov-report=term:skip-covered

check: format lint types rooms reference  ## format, lint, types, room rules, reference pages

format: $(VENV)/.dev
	$(BIN)/ruff format --check src tests benchmarks scripts

lint: $(VENV)/.dev
	$(BIN)/ruff check src tests benchmarks scripts

types: $(VENV)/.dev
	$(BIN)/mypy

rooms: $(VENV)/.dev
	$(BIN)/lint-imports

reference: $(VENV)/.dev  ## do the reference pages say what the code says?
	$(BIN)/python scripts/make_reference.py --check

docs: $(VENV)/.dev  ## regenerate docs/reference from the spec tests and registries
	$(BIN)/python scripts/make_reference.py

lock:  ## renew the lock files (needs uv)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -o requirements/core.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra dev --extra bench --extra vectors --extra ray --extra train --extra plots --extra site -o requirements/dev.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra site -c requirements/dev.txt -o requirements/site.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra site --extra load -c requirements/dev.txt -o requirements/load.txt pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

export Q
# Programs that the tests start load what they need compiled, whatever else this machine is told.
unexport PYTHONDONTWRITEBYTECODE

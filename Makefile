# Everything that people do here, each a first command after `git clone`; `make` alone lists them.
#
# Python is looked for under the names below; PYTHON=/path/to/python names another. ARGS are passed
# on: make crawl ARGS="-a max_articles=20".

.DEFAULT_GOAL := help
.SUFFIXES:

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
PIP_ALONE := python -m pip --disable-pip-version-check --quiet install --no-deps
PYTHONS := $(or $(PYTHON),python3 python3.13 python3.12 python3.11)

# A stamp is written when its installation is complete: an interrupted one leaves none.
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev

# Two more than there are processors: some tests wait most of their time, one of them for cron.
WORKERS := $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 2)))

# The tools that newscrawl is compared with have environments of their own.
EVALUATE := .venv-evaluate
PEERS := $(EVALUATE)/.peers

define HELP
make demo     crawl a miniature of the site, served on this machine, and show the records
make test     run the tests
make crawl    crawl the live site: one incremental run
make deploy   write crontab and systemd units with this checkout's paths: docs/operations.md
make lint     check format and style
make types    check the types
make check    lint and types
make docs     write docs/fields.md and docs/article.schema.json anew from newscrawl/items.py
make evaluate compare extraction with other tools on the same pages: docs/evaluation.md
make torture  kill a crawl a hundred times, and see that nothing is lost or written twice
make fuzz     damage a hundred thousand pages, and see that no text is lost without a word
make simulate play a quarter of cron runs on a clock that is set, and count what was missed
make backfill crawl years of the miniature, killed fifty times, and count what is kept
make bench    measure what everything costs, beside other tools: docs/benchmarks.md
make reading  measure in pairs what reading an archive costs
make cost     count the instructions that reading a page takes, and fail where they are many more
make kept     see that report, exports and verify do not need more memory for more stories
make clean    remove $(VENV), $(EVALUATE), caches and what the demo wrote; never data/

ARGS="..." is passed on: make crawl ARGS="-a max_articles=20", make test ARGS="-k clock".
PYTHON=... names the Python to use, 3.11 or newer.
endef

.PHONY: help demo test crawl deploy lint types check docs evaluate torture clean fuzz simulate \
    backfill reading kept bench cost

help:
	$(info $(HELP))
	@:

demo: $(RUNTIME)
	@$(BIN)/python -m newscrawl.replica.demo

test: $(DEV)
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

crawl: $(RUNTIME)
	@$(BIN)/scrapy crawl antara $(ARGS)

deploy: $(RUNTIME)
	@deploy/render build/deploy

lint: $(DEV)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(DEV)
	@$(BIN)/mypy

check: lint types

docs: $(RUNTIME)
	@$(BIN)/python -m newscrawl.schema

evaluate: $(DEV) $(PEERS)
	@$(BIN)/python -m benchmarks.evaluation $(ARGS)

torture: $(DEV)
	@$(BIN)/python -m tests.e2e.torture $(ARGS)

simulate: $(RUNTIME)
	@$(BIN)/python -m benchmarks.simulation $(ARGS)

backfill: $(DEV)
	@$(BIN)/python -m benchmarks.backfill $(ARGS)

bench: $(DEV) $(PEERS)
	@$(BIN)/python -m benchmarks.bench $(ARGS)

reading: $(DEV)
	@$(BIN)/python -m benchmarks.archive $(ARGS)

kept: $(DEV)
	@$(BIN)/python -m benchmarks.kept $(ARGS)

cost: $(RUNTIME)
	@$(BIN)/python -m benchmarks.cost $(ARGS)

fuzz: $(DEV)
	@$(BIN)/python -m benchmarks.fuzz $(or $(ARGS),--pages 100000 --jobs 2)

clean:
	@rm -rf $(VENV) $(EVALUATE) demo .pytest_cache .mypy_cache .ruff_cache .hypothesis .scrapy
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Missing, or what it linked to is gone: its recipe does nothing, but $(RUNTIME) is then made anew.
$(BIN)/python:
	@:

$(RUNTIME): requirements.txt $(BIN)/python
	@for python in $(PYTHONS); do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	    python=; \
	done; \
	if [ -z "$$python" ]; then \
	    echo "No Python 3.11 or newer here (looked for: $(PYTHONS)); PYTHON=... names one." >&2; \
	    exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	    echo "$$python has no venv module: install it (Debian, Ubuntu: python3-venv)." >&2; \
	    exit 1; \
	fi; \
	echo "Installing what a crawl needs into $(VENV) ..."; \
	"$$python" -m venv --clear $(VENV) && $(PIP) -r requirements.txt && : > $@

$(DEV): requirements-dev.txt requirements-dask.txt $(RUNTIME)
	@echo "Installing what tests and checks need into $(VENV) ..."
	@$(PIP) -r requirements-dev.txt && : > $@

# One tool needs an older Python than the newest: without it the others are compared all the same.
$(PEERS): requirements-evaluate.txt benchmarks/evaluation/requirements-newswatch.txt | $(DEV)
	@echo "Installing the tools to compare with into $(EVALUATE) ..."
	@rm -rf $(EVALUATE)
	@$(BIN)/python -m venv $(EVALUATE)/peers
	@$(EVALUATE)/peers/bin/$(PIP_ALONE) -r requirements-evaluate.txt
	@$(BIN)/python -m venv $(EVALUATE)/news-watch
	@$(EVALUATE)/news-watch/bin/$(PIP_ALONE) -r benchmarks/evaluation/requirements-newswatch.txt \
	    || { echo "news-watch does not install on this Python." >&2; rm -rf $(EVALUATE)/news-watch; }
	@: > $@

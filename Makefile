# The two commands that everybody needs are `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS := --numprocesses auto --maxprocesses 4 --dist loadfile

.PHONY: run test check format lint types layers pytest bench browser nginx screenshots clean

run: $(VENV)/run
	$(BIN)/streamlit run app.py

test: $(VENV)/dev browser nginx pytest

# Everything that must hold before a commit lands.
check: $(VENV)/dev lint types layers browser nginx pytest

format: $(VENV)/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(VENV)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/dev
	$(BIN)/mypy

layers: $(VENV)/dev
	$(BIN)/lint-imports

# The browser's tests come apart: their driver leaves an event loop running in its process.
pytest: $(VENV)/dev
	$(BIN)/python -m pytest $(WORKERS) tests/unit tests/integration
	$(BIN)/python -m pytest $(WORKERS) tests/e2e

# How fast it is, beside its goals and other chats; BENCH=--quick for a first look.
bench: $(VENV)/dev $(VENV)/peers/installed browser
	$(BIN)/python -m tests.bench.speed $(BENCH)

# Debian's Chromium where it is there or can be installed, else the one that playwright brings.
browser: $(VENV)/dev
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	       && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } \
	  || $(BIN)/playwright install --with-deps chromium

# Debian's nginx, which the tests put before the app; elsewhere install it yourself.
nginx:
	@PATH="$$PATH:/usr/sbin:/usr/local/sbin"; command -v nginx >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	       && apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light; } \
	  || { echo "The tests need nginx: install it, or run make nginx as root on Debian." >&2; exit 1; }

screenshots: $(VENV)/dev browser
	$(BIN)/python -m tests.e2e.screenshots docs

clean:
	rm -rf $(VENV)

$(VENV)/run: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --requirement requirements.txt
	touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/run
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	touch $@

# Other chats, whose requirements aren't the app's.
$(VENV)/peers/installed: tests/bench/speed/peers/requirements.txt
	$(PYTHON) -m venv $(VENV)/peers
	$(VENV)/peers/bin/pip install --quiet --requirement $<
	touch $@

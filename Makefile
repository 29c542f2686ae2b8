# Everything that a developer or a visitor runs. Each target makes the environment that it needs in .venv.

PYTHON ?= python3
BIN := .venv/bin
SUPPLY := .venv/supply/bin
LOCK = $(SUPPLY)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)
READ_BY_HAND := axe-playwright-python quickjs-ng
# They state their licence in no field; the texts that they carry are those of the MIT License.
BUILD ?= build
REFERENCE := models/reference
KILLS ?= 240
MINUTES ?= 7
TEST_PROCESSES ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
# One more than there are cores, since tests wait for commands and browsers.

.PHONY: help demo test browser lint lock audit licences docs bench fuzz faults clean

help: ## Show the targets
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-for-tests: pyproject.toml supply/tests.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes --requirement supply/tests.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@ .venv/installed

.venv/installed-for-supply: supply/tools.txt
	$(PYTHON) -m venv .venv/supply
	$(SUPPLY)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement supply/tools.txt
	@touch $@

.venv/installed-for-site: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[site]'
	@touch $@ .venv/installed

.venv/installed-for-fuzz: .venv/installed-for-tests
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@touch $@

demo: .venv/installed ## Validate the reference architecture, draw it and write its handbook into build/
	$(BIN)/ltcarch validate $(REFERENCE)
	@mkdir -p $(BUILD)/diagrams
	@for language in en zh; do \
	  $(BIN)/ltcarch render house --project $(REFERENCE) --lang $$language -o $(BUILD)/diagrams/house.$$language.svg && \
	  $(BIN)/ltcarch render interfaces --project $(REFERENCE) --lang $$language -o $(BUILD)/diagrams/interfaces.$$language.svg && \
	  $(BIN)/ltcarch render tree LTC --depth 2 --project $(REFERENCE) --lang $$language -o $(BUILD)/diagrams/tree-LTC.$$language.svg || exit 1; \
	done
	$(BIN)/ltcarch handbook $(REFERENCE) -o $(BUILD)/handbook
	@echo
	@echo "Look at  $(BUILD)/diagrams/house.en.svg          the process house, in a browser"
	@echo "Read     $(BUILD)/handbook/en/README.md          the handbook; zh/ is the Chinese one"
	@echo "Begin    $(BIN)/ltcarch init my-architecture     a project of your own"

browser: # What the tests look at pages with: Chromium, a Chinese font, and Java for the checker of HTML; from Debian where missing
	@if ! { command -v chromium && command -v java && fc-list :lang=zh | grep .; } >/dev/null 2>&1; then \
	  as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$as_root apt-get update -qq && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends \
	    chromium default-jre-headless fontconfig fonts-noto-cjk >/dev/null || \
	  { echo "The tests need the commands chromium, java and fc-list, and a Chinese font: install them, then run make test again." >&2; exit 1; }; \
	fi

# The tests start Python hundreds of times: it keeps what it compiled, whatever the environment says.
test: export PYTHONDONTWRITEBYTECODE :=
test: .venv/installed-for-tests browser ## Run every check: lint, types, the generated pages, the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy ltcarch
	$(BIN)/python -m ltcarch.generate --check
	$(BIN)/python -m pytest --numprocesses $(TEST_PROCESSES) --dist loadfile

lint: .venv/installed-for-tests ## Format the code and mend what ruff can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/installed-for-supply ## Lock what the tests and the targets below install; UPGRADE=1 takes the newest releases
	$(LOCK) --extra test --output-file supply/tests.txt pyproject.toml
	$(LOCK) --group pyproject.toml:supply --output-file supply/tools.txt

audit: .venv/installed-for-supply ## Look up known weaknesses of all locked packages
	$(SUPPLY)/pip-audit --strict --disable-pip --require-hashes --requirement supply/tests.txt --requirement supply/tools.txt

licences: .venv/installed-for-supply .venv/installed-for-tests ## List the licences of all installed packages; fails on one that supply/licences.txt does not allow
	$(SUPPLY)/pip-licenses --python $(BIN)/python --from mixed --ignore-packages $(READ_BY_HAND) \
	  --allow-only "$$(grep -v '^\(#\|$$\)' supply/licences.txt | paste -sd';')"

docs: .venv/installed ## Write the generated pages of docs/ anew
	$(BIN)/python -m ltcarch.generate

bench: .venv/installed-for-site ## Time `validate` beside other tools, each format of its findings, the diagrams, and the site
	$(BIN)/python -m benchmarks.report_speed
	$(BIN)/python -m benchmarks.diagram_speed
	$(BIN)/python -m benchmarks.site_speed
	$(BIN)/python -m benchmarks.validate_speed

fuzz: .venv/installed-for-fuzz ## Feed the readers and `validate` with ever new inputs, for MINUTES=7
	$(BIN)/python -m fuzz --minutes $(MINUTES)

faults: .venv/installed-for-tests ## Kill commands at random moments, KILLS=240 times, fill disks, and run two commands at once
	$(BIN)/python -m tests.whole.killing --kills $(KILLS)
	$(BIN)/python -m tests.whole.full_disks
	$(BIN)/python -m tests.whole.two_at_once

clean: ## Remove what was made
	rm -rf .venv $(BUILD) dist

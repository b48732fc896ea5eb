# `make site` builds the sample journal, `make test` runs everything, `make serve` is for writing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
VNU := 26.9.27
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test vnu manual stress bench fonts screenshots clean

site: $(READY)
	$(BIN)/mkdocs build --strict
	@echo
	@echo "The journal is in site/. To look at it:"
	@echo "    $(BIN)/python -m http.server -d site"
	@echo "and open http://localhost:8000/ in a browser."

serve: $(READY)
	$(BIN)/mkdocs serve

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mkdocs build --strict --site-dir $(VENV)/sample
	$(BIN)/mkdocs build --strict -f manual.yml --site-dir $(VENV)/manual
	$(BIN)/python -m pytest -n auto --cov --cov-report=term-missing:skip-covered

# The checker of HTML, which one test uses where it is: npm fetches it, java runs it.
vnu: $(VENV)/vnu.jar

$(VENV)/vnu.jar: | $(READY)
	npm pack --silent --pack-destination $(VENV) vnu-jar@$(VNU)
	tar -xzOf $(VENV)/vnu-jar-$(VNU).tgz package/build/dist/vnu.jar > $@.part
	@rm $(VENV)/vnu-jar-$(VNU).tgz
	@mv $@.part $@

manual: $(READY)
	$(BIN)/mkdocs build --strict -f manual.yml

stress: $(READY)
	$(BIN)/python -m pytest -n auto -m stress

bench: $(READY)
	$(BIN)/python benchmarks/build.py

fonts: $(READY)
	$(BIN)/python tools/fonts.py

screenshots: $(READY)
	$(BIN)/python -m tools.screenshots

clean:
	rm -rf $(VENV) site site-manual .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(READY): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name yours: make PYTHON=/path/to/python $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is too old: this needs Python 3.11 or newer. Name another: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) lacks its venv module. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

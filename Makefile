# `make help` lists what can be made. Everything works from a fresh clone: the set-up comes first where it is needed.
BIN := .venv/bin

.PHONY: help run test build wheel clean set-up

help: ## This list
	@awk -F ' ## ' '/^[a-z-]+:.* ## / { sub(/:.*/, "", $$1); printf "make %-6s  %s\n", $$1, $$2 }' Makefile

run: set-up ## The window, with options such as ARGS="--lang en"; without a display a picture of it, and the list
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    exec $(BIN)/qtviewer view $(ARGS); \
	fi; \
	echo "No display here: the window goes as a picture to build/window.png, the events to build/events.csv"; \
	mkdir -p build && \
	QT_QPA_PLATFORM=offscreen $(BIN)/qtviewer snapshot build/window.png $(ARGS) && \
	$(BIN)/qtviewer export build/events.csv

test: set-up ## Every check and test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto

build: set-up ## The shipped store from data/content, and the translations
	$(BIN)/qtviewer build data/content data/events.sqlite
	$(BIN)/pyside6-lrelease -silent resources/translations/*.ts

wheel: set-up ## The wheel, in dist/
	$(BIN)/uv build --wheel --python $(BIN)/python

clean: ## Removes what these commands leave, the environment too
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

set-up:
	@sh scripts/set_up.sh

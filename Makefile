# Every task of this house. Say `make` for the list.

PYTHON ?=
READY := .venv/.ready
RUN := .venv/bin/python
KILLS ?= 1000

.DEFAULT_GOAL := help
.PHONY: help setup demo test fast torture bench messages needs danger screenshot lock moved

help: ## Show this list.
	@echo "What you can ask for:"
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' $(firstword $(MAKEFILE_LIST)) | \
		while IFS='|' read -r name what; do printf '%-18s %s\n' "$$name" "$$what"; done

setup: $(READY) ## Set up .venv with everything the project needs; silent when nothing changed.
	@:

demo: setup ## Start the pretend Telegram and the bot, and open the page with three phones.
	@.venv/bin/duobot demo

test: setup ## Run every gate, fastest first, and stop at the first one that is red.
	@$(RUN) -m tools.gates

fast: setup ## Run the quick gates only: form, lint, floors, types and catalogs.
	@$(RUN) -m tools.gates --fast

torture: setup ## Kill the bot KILLS=1000 times while people talk; SEED and DATABASE are yours to choose.
	@$(RUN) -m tools.torture --kills "$(KILLS)" $(if $(SEED),--seed "$(SEED)") $(if $(DATABASE),--database "$(DATABASE)")

messages: setup ## Collect what the bot says and update the catalogs; says what is missing.
	@$(RUN) -m tools.messages

needs: setup ## Learn to recognise needs anew, after a change of the examples; takes three minutes.
	@$(RUN) -m tools.learn_needs

danger: setup ## Learn anew what danger is like, after a change of its sentences; takes a minute.
	@$(RUN) -m tools.learn_danger

screenshot: setup ## Make the picture of the three phones for the README from the real page.
	@$(RUN) -m tools.screenshot

bench: setup ## Time the house beside its peers; tables and a plot go to benchmarks/results.
	@$(RUN) -m benchmarks

lock: ## Choose the newest allowed versions again and write requirements.lock (needs uv).
	@command -v uv >/dev/null || { echo "make lock needs uv: https://docs.astral.sh/uv/"; exit 1; }
	@uv pip compile --quiet --universal --generate-hashes --all-extras --upgrade --no-header \
		--no-emit-index-url --no-emit-find-links --python-version 3.11 \
		pyproject.toml --output-file requirements.lock
	@echo "requirements.lock is new. Run make test, then commit it."

$(READY): requirements.lock pyproject.toml tools/setup.sh $(if $(filter $(CURDIR),$(shell cat $(READY) 2>/dev/null)),,moved)
	@PYTHON="$(PYTHON)" sh tools/setup.sh

# Every target is one script in bin/, so that it can be read, tested and run
# without make. `exec` keeps the script the direct child of make: a signal
# reaches it and nothing is left behind.
python = python=$$(sh bin/find-python) && exec "$$python"

.DEFAULT_GOAL := help
.PHONY: help run test test-long lint format requirements messages bench clean

help: ## Say what each command does
	@echo "Kollegium. Commands:"
	@sed -n 's/^\([a-z-]*\): ## \(.*\)/  make \1  \2/p' Makefile | awk '{printf "  %s %-13s", $$1, $$2; $$1=""; $$2=""; sub(/^ */, ""); print}'
	@echo "Variables: PORT (default 8000), DATABASE_URL, STRIPE_SECRET_KEY, ARGS (for make test), and those in README.md."

run: ## Start everything with the demo on http://localhost:8000 (PORT=8100 for another port); Ctrl-C stops it
	@$(python) bin/run.py

test: ## Install, lint, and run every test on SQLite, on PostgreSQL and in a browser (ARGS="tests/courses -k price" for some)
	@$(python) bin/test.py $(ARGS)

test-long: ## The same, with many more random examples; takes long (ARGS="tests/courses" for some)
	@$(python) bin/test.py --long $(ARGS)

lint: ## Check style, types, templates and migrations
	@$(python) bin/lint.py

format: ## Put Python and templates into the project's format
	@$(python) bin/lint.py --fix

requirements: ## Compile pyproject.toml into requirements.txt and requirements-dev.txt with the newest versions that fit
	@$(python) bin/requirements.py

messages: ## Collect the sentences to translate into locale/ (needs gettext; compiling them does not)
	@$(python) bin/messages.py

bench: ## Measure pages against a bare view, in one run
	@$(python) bin/bench.py

clean: ## Remove var/: the demo's database, its mail and uploads
	rm -rf var

# SegLab. `make help` lists what there is.

SEGLAB := $(CURDIR)/.build/release/seglab
DEMO := .build/demo
SOLUTION := $(CURDIR)/solutions/01-fully-connected.md

.DEFAULT_GOAL := help
.PHONY: help prepare build demo test test-outside lint format bench clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

prepare:
	@.ci/prepare

build: prepare ## build seglab in release
	swift build -c release

demo: build ## make generated hearts, run lab 1 with its solution, write its page
	@$(SEGLAB) init --quiet $(DEMO)
	@cd $(DEMO) && $(SEGLAB) data make cardiac
	@cd $(DEMO) && $(SEGLAB) run 1 --with $(SOLUTION) --page 01-fully-connected.html

test: prepare ## build and run every test
	swift test

test-outside: build ## try the pages in a real browser (installs chromium and a Python environment under .build)
	@.ci/prepare chromium fonts-nanum python3-venv
	@test -x .build/outside/bin/pytest || python3 -m venv .build/outside
	@.build/outside/bin/pip install -q -r Tests/Outside/requirements.txt
	.build/outside/bin/pytest -p no:cacheprovider Tests/Outside

bench: build ## time SegLab and, where Python has torch, PyTorch in turn
	@.build/release/seglab-bench compare

lint: prepare ## check the style of all Swift files, and the picture of the rooms in CONTRIBUTING
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@.ci/rooms --check

format: ## rewrite all Swift files in the house style
	swift format --in-place --recursive --parallel Package.swift Sources Tests

clean: ## remove everything that was built
	rm -rf .build

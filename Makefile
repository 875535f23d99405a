# SegLab. `make help` lists what there is.

SEGLAB := $(CURDIR)/.build/release/seglab
DEMO := .build/demo
SOLUTION := $(CURDIR)/solutions/01-fully-connected.md
# What a debugger would read took a seventh of the largest module's compilation, and nobody debugs what is built for use.
RELEASE := swift build -c release -debug-info-format none

.DEFAULT_GOAL := help
.PHONY: help prepare build demo-course demo demo-notebook demo-class test test-long test-avx2 test-outside lint format bench bench-guard package package-test clean

help: ## show this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

prepare:
	@.ci/prepare

build: prepare ## build all of SegLab's programs in release
	$(RELEASE)

# One of SegLab's programs, or the learner's module, in release.
product-%: prepare
	$(RELEASE) --product $*

demo-course: product-seglab product-SegLab
	@$(SEGLAB) init --quiet $(DEMO)
	@cd $(DEMO) && $(SEGLAB) data make cardiac

demo: demo-course ## make generated hearts, run lab 1 with its solution, write its page
	@cd $(DEMO) && $(SEGLAB) run 1 --with $(SOLUTION) --page 01-fully-connected.html

demo-notebook: demo-course product-seglab-notebook ## open the notebook on lab 2 in your browser, with generated hearts
	@cd $(DEMO) && $(SEGLAB) notebook 2

demo-class: demo-course product-seglab-class ## make a class of 30 that does not exist, grade it, show the grades and where the overview is
	@cd $(DEMO) && rm -rf class && $(SEGLAB)-class practice 2 --out class --count 30 --distinct 12
	@cd $(DEMO) && $(SEGLAB) grade class --lab 2 --out book --profile quick
	@cd $(DEMO) && $(SEGLAB) grades --book book

test: prepare ## build and run every test
	swift test

test-long: prepare ## what takes minutes: every catalogued mistake, the shipped labs verified and their solutions trained
	SEGLAB_LONG=1 swift test --filter 'MistakeTests|CourseCommandTests'

test-avx2: prepare ## run the tests of kernels and networks as built for AVX2, whatever this processor has
	SEGLAB_PROCESSOR=x86-64-v3 swift test --scratch-path .build/x86-64-v3 --filter 'KernelsTests|NetworksTests'

test-outside: build ## try pages, notebook, class and exports with the programs of others (installs browsers, and Python packages under .build)
	@.ci/prepare chromium firefox-esr fonts-nanum python3-venv slurm-wlm munge parallel bindfs
	@test -x .build/outside/bin/pytest || python3 -m venv .build/outside
	@.build/outside/bin/pip install -q -r Tests/Outside/requirements.txt
	@[ -z "$(TORCH)" ] || .build/outside/bin/pip install -q "$(TORCH)" || echo "PyTorch could not be installed: what needs it is skipped"
	.build/outside/bin/pytest -p no:cacheprovider Tests/Outside

bench: build ## time SegLab and, where Python has torch, PyTorch in turn
	@.build/release/seglab-bench compare

bench-guard: prepare ## count each kernel's instructions beside those stored (needs valgrind; skipped without)
	@.ci/bench-guard

package: prepare ## make an archive and a Debian package that need no build, in .build/package
	@.ci/package

package-test: ## install the Debian package in a fresh Debian 12 (needs root) and run lab 1 there
	@.ci/package-test

lint: prepare ## check the style of all Swift files, and the picture of the rooms in CONTRIBUTING
	swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@.ci/rooms --check

format: ## rewrite all Swift files in the house style
	swift format --in-place --recursive --parallel Package.swift Sources Tests

clean: ## remove everything that was built
	rm -rf .build

# Builds Sheliak, tests it, and opens it in JupyterLab. `make help` lists the targets.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
# Maven itself runs on the JDK 25, which the formatter needs; the default java may be older.
export JAVA_HOME := $(shell tools/find-jdk)
export MAVEN_OPTS += --sun-misc-unsafe-memory-access=allow
MAVEN := ./mvnw -B -q -ntp
FRONTEND := widget-frontend
VENV := .venv
BIN := $(CURDIR)/$(VENV)/bin

# JupyterLab asks for it when root starts it, as in a container.
AS_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

# What a later step needs of an earlier one; a step runs again when something that it reads has changed.
JAR := kernel-bridge/target/sheliak.jar
PLANNER := planner-teavm/target/js/planner.js
VEGA_LITE := kernel-bridge/target/vega-lite/vega-lite.js
MODULES := $(FRONTEND)/node_modules/.package-lock.json
EXTENSION := $(FRONTEND)/dist/labextension/package.json
WHEEL := $(FRONTEND)/dist/wheel/.built
LAB := $(VENV)/.lab-installed
TEST_TOOLS := $(VENV)/.test-tools-installed
INSTALLED := $(VENV)/.wheel-installed
BENCHMARKS := runtime/benchmarks/target/benchmarks.jar
BENCH_TOOLS := bench/.venv/.installed
DATA := .data/flights-3m.parquet .data/flights-200k.arrow .data/flights-200k.json

JAVA_SOURCES := $(shell find planner-teavm runtime aparapi-kernels kernel-bridge -path '*/src/main/*' -type f 2>/dev/null) \
                pom.xml $(wildcard */pom.xml)
FRONTEND_SOURCES := $(shell find $(FRONTEND)/src $(FRONTEND)/style -type f -not -path '*/generated/*' 2>/dev/null) \
                    $(FRONTEND)/package.json $(FRONTEND)/tsconfig.json
BENCH_SOURCES := $(shell find runtime/benchmarks/src -type f) runtime/benchmarks/pom.xml
PYTHON_SOURCES := $(shell find $(FRONTEND)/python -type f -not -path '*/__pycache__/*' -not -path '*/tests/*' \
                    -not -path '*/.*' 2>/dev/null)
PROTO_SOURCES := $(wildcard runtime/src/main/proto/*.proto) $(FRONTEND)/buf.gen.yaml

# The project's own specs, and those beside the checkout where there are some; SHELIAK_CONFORMANCE names another folder.
OWN_SPECS := tools/conformance/specs planner-teavm/src/test/resources/specs
CONFORMANCE_SPECS := $(OWN_SPECS) $(firstword $(SHELIAK_CONFORMANCE) $(wildcard ../shared/conformance))
# Of both languages.
TRANSFORM_SPECS ?= $(OWN_SPECS) tools/conformance/vega-lite
CHART_PIPE = $(JAVA_HOME)/bin/java $(JVM_ARGUMENTS) -Duser.timezone=Asia/Kathmandu \
  -cp runtime/target/test-classes:$(JAR) org.sheliak.runtime.conformance.ChartPipe
JVM_ARGUMENTS := $(shell sed -n 's:.*<jvm.arguments>\(.*\)</jvm.arguments>.*:\1:p' pom.xml)

.PHONY: help lab test bench bench-loop bench-jmh build wheel data clean tools fuzz test-java test-goldens test-frontend test-python test-kernel test-bench conformance test-transform test-browser

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

lab: build data $(INSTALLED) ## build all, and open JupyterLab on notebooks/
	@echo "==> JupyterLab on notebooks/: open flights.ipynb and run all cells (Ctrl+C here ends it)"
	@$(BIN)/jupyter lab --notebook-dir=notebooks $(AS_ROOT) $(LAB_OPTIONS)

build: $(WHEEL) ## build the jar, the JupyterLab extension and the wheel

wheel: $(WHEEL) ## build the wheel, and say where it is
	@ls $(FRONTEND)/dist/wheel/*.whl

data: $(DATA) ## put the flights data into .data/

test: test-java test-goldens test-frontend test-python test-kernel test-bench conformance fuzz test-transform test-browser ## run every test, the browser ones too
	@echo "==> All tests passed"

test-java: $(VEGA_LITE) data ## build and test the Java modules
	@echo "==> Java: build, checks and tests"
	@$(MAVEN) verify

test-goldens: tools ## compare the runtime's golden files with what Vega gives now
	@echo "==> Vega: the golden files of the runtime's tests"
	@cd runtime/src/test/node && npm ci --silent --no-audit --no-fund && npm run --silent check

test-frontend: $(EXTENSION) ## check and test the TypeScript
	@echo "==> TypeScript: checks and tests"
	@cd $(FRONTEND) && npm run --silent check && npm test --silent

test-python: $(INSTALLED) $(TEST_TOOLS) ## check and test the wheel, installed in .venv
	@echo "==> Python: checks and tests"
	@cd $(FRONTEND)/python && $(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet . && $(BIN)/pytest

test-kernel: $(INSTALLED) $(TEST_TOOLS) data ## talk to the kernel with a plain jupyter_client
	@echo "==> Kernel: cells and charts by jupyter_client"
	@cd kernel-bridge/src/test/python && $(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@$(BIN)/pytest -q kernel-bridge/src/test/python

test-bench: $(BENCHMARKS) $(MODULES) $(TEST_TOOLS) ## compare what the benchmarks of bench/ answer on a small table
	@echo "==> Benchmarks: the driver on a small table"
	@cd bench && $(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet . && $(BIN)/pytest -q .

# The kernel's own time zone is a third one, which may not show: charts are in the browser's.
conformance: $(JAR) $(EXTENSION) ## compare charts that the kernel took part in with Vega's own
	@echo "==> Conformance: $(CONFORMANCE_SPECS)"
	@node --test --test-reporter=dot tools/conformance/*.test.mjs
	@TZ=UTC node tools/conformance/coverage-page.mjs --check
	@node tools/conformance/run.mjs $(CONFORMANCE_SPECS:%=--specs %) --out target/conformance.json $(CONFORMANCE_OPTIONS) -- $(CHART_PIPE)

fuzz: $(JAR) $(EXTENSION) ## plan, evaluate and draw thousands of specs that have been made wrong
	@echo "==> Fuzz: mutations of $(OWN_SPECS)"
	@TZ=UTC node tools/conformance/fuzz.mjs $(OWN_SPECS:%=--specs %) $(FUZZ_OPTIONS) -- $(CHART_PIPE)

test-transform: $(JAR) $(EXTENSION) ## compare what `sheliak transform` makes of our own specs with the originals
	@echo "==> Command line: drawings of transformed specs"
	@node tools/conformance/transform.mjs $(TRANSFORM_SPECS:%=--specs %) -- bin/sheliak transform

test-browser: $(INSTALLED) $(TEST_TOOLS) data ## run the notebook in JupyterLab and Voila, in Chromium
	@echo "==> Browser: the notebook in JupyterLab and Voila"
	@cd $(FRONTEND) && npm run --silent test:browser

bench: $(BENCHMARKS) $(JAR) $(BENCH_TOOLS) $(MODULES) $(DATA) ## measure beside VegaFusion, DuckDB, Polars and Vega; BENCH_OPTIONS="--rows 10000000"
	@echo "==> Benchmarks: $(BENCH_OPTIONS)"
	@bench/.venv/bin/python bench/bench.py $(BENCH_OPTIONS)

bench-loop: ROWS ?= 1000000
bench-loop: $(INSTALLED) $(TEST_TOOLS) $(BENCH_TOOLS) ## say where a brush step spends its time, from the pointer to the picture; ROWS=10000000
	@echo "==> A brush step in JupyterLab: a table of $(ROWS) rows"
	@cd bench && .venv/bin/python -c 'from compare.tables import taxi_table; taxi_table($(ROWS))'
	@cd $(FRONTEND) && SHELIAK_TABLE=bench/taxi-$(ROWS).parquet npm run --silent profile:browser

bench-jmh: $(BENCHMARKS) ## run the JMH benchmarks of the kernels; JMH_OPTIONS="KernelBenchmark -p rows=10000000"
	@$(JAVA_HOME)/bin/java $(JVM_ARGUMENTS) -jar $(BENCHMARKS) $(JMH_OPTIONS)

clean: ## remove all that was built; .venv and .data stay
	rm -rf */target target $(FRONTEND)/{lib,dist,src/generated,test-results} $(INSTALLED)

tools:
	@tools/check-tools

# The Java build makes both; the browser part needs only the planner.
$(JAR) $(PLANNER) &: $(JAVA_SOURCES) $(PROTO_SOURCES) $(VEGA_LITE) | tools
	@echo "==> Java: building the kernel and the planner"
	@$(MAVEN) -Dquick -Pjavascript -DskipTests package
	@touch $(JAR) $(PLANNER)

$(BENCHMARKS): $(JAVA_SOURCES) $(PROTO_SOURCES) $(BENCH_SOURCES) | tools
	@echo "==> Java: building the benchmarks"
	@$(MAVEN) -Dquick -Pbench -DskipTests -pl runtime/benchmarks -am package
	@touch $@

$(BENCH_TOOLS): bench/requirements.txt | tools
	@echo "==> Python: installing those who are measured into bench/.venv"
	@test -x $(@D)/bin/python || $(PYTHON) -m venv $(@D)
	@$(@D)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# Goes into the jar.
$(VEGA_LITE): $(wildcard $(FRONTEND)/vega-lite/*) $(FRONTEND)/src/diagnose.ts $(MODULES)
	@echo "==> TypeScript: bundling Vega-Lite for the command line"
	@node $(FRONTEND)/vega-lite/bundle.mjs $(@D)

# Not `npm ci`: it refuses a lock file that lacks the optional packages of other platforms.
$(MODULES): $(FRONTEND)/package-lock.json | tools
	@echo "==> TypeScript: installing the build's packages"
	@cd $(FRONTEND) && npm install --no-save --no-audit --no-fund --loglevel=error
	@touch $@

$(EXTENSION): $(FRONTEND_SOURCES) $(PROTO_SOURCES) $(PLANNER) $(MODULES)
	@echo "==> TypeScript: building the JupyterLab extension"
	@cd $(FRONTEND) && npm run --silent proto && npm run --silent build > dist.log 2>&1 || { cat dist.log; exit 1; }
	@rm $(FRONTEND)/dist.log && touch $@

$(LAB): $(FRONTEND)/python/requirements-lab.txt | tools
	@echo "==> Python: installing JupyterLab into $(VENV)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

$(TEST_TOOLS): $(FRONTEND)/python/requirements-test.txt $(LAB)
	@echo "==> Python: installing the test tools into $(VENV)"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

$(WHEEL): $(JAR) $(EXTENSION) $(PYTHON_SOURCES) $(LAB)
	@echo "==> Python: building the wheel"
	@rm -rf $(@D)
	@$(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir $(@D) $(FRONTEND)/python
	@touch $@

$(INSTALLED): $(WHEEL) $(LAB)
	@echo "==> Python: installing the wheel into $(VENV)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --force-reinstall --no-deps $(FRONTEND)/dist/wheel/*.whl
	@touch $@

.data/%: $(MODULES)
	@mkdir -p .data
	@cp $(FRONTEND)/node_modules/vega-datasets/data/$* $@

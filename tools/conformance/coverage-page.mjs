// Writes docs/vega-coverage.md: where each transform with each of its parameters, and each function, is evaluated.
//
//   node coverage-page.mjs [--check]
//
// What is written is what the planner does with the project's own specs, which `make conformance` draws and compares with
// Vega, and with the runtime's golden cases, which Vega wrote. With `--check` nothing is written, and the process ends
// with 1 when the page is not what it would be now. It also ends so when a parameter of a transform of the kernel lacks one
// of the four: a golden case and a spec with a constant, and with a signal.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegenParams, functionContext } from '../../widget-frontend/node_modules/vega-functions/build/vega-functions.js';
import { transforms as vegaTransforms } from '../../widget-frontend/node_modules/vega/build/vega.module.js';
import { findSpecs, objects, readSpec } from './specs.mjs';
import { planSpec } from './split.mjs';

const PAGE = fileURLToPath(new URL('../../docs/vega-coverage.md', import.meta.url));
const SPECS = ['specs', '../../planner-teavm/src/test/resources/specs'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
const GOLDEN = fileURLToPath(new URL('../../runtime/src/test/resources', import.meta.url));

/** Arguments for the functions that name something of the spec; the others get a field. */
const ARGUMENTS = {
  data: "'d'", indata: "'d', 'x', 1", inScope: 'datum', treePath: "'d', 1, 2", treeAncestors: "'d', 1",
  scale: "'s', datum.x", invert: "'s', datum.x", bandwidth: "'s'", domain: "'s'", range: "'s'", copy: "'s'", gradient: "'s', [0, 0], [1, 1]",
  vlSelectionTest: "'store', datum", vlSelectionIdTest: "'store', datum", vlSelectionResolve: "'store'", vlSelectionTuples: "[datum], {unit: 'u'}",
  geoArea: "'p', datum.x", geoBounds: "'p', datum.x", geoCentroid: "'p', datum.x", geoScale: "'p'", geoShape: "'p', datum.x", geoTranslate: "'p'",
  modify: "'d', true", setdata: "'d', []", intersect: '[[0, 0], [1, 1]]', regexp: "'a'", test: "'a', datum.x", if: 'true, 1, 2',
};

/** Kinds of tests. */
const KINDS = ['golden', 'spec'];

/** What stands for a parameter, or for a part of it. */
const FORMS = ['constant', 'signal'];

/** Stands for the parameters of a transform that has none. */
const NONE = 'none';

/** Types of parameters in which Vega takes no signal: an expression reads signals itself, and the others are names. */
const NEVER_SIGNALS = new Set(['expr', 'data', 'projection']);

/** A crossfilter's value, for which no constant can stand. */
const ONLY_SIGNALS = new Set(['resolvefilter/filter']);

/** Where things run, and what kinds of tests see them run on the kernel. */
class Places {
  #found = new Map();
  #tests = new Map();

  add(key, place, kind) {
    this.#found.set(key, (this.#found.get(key) ?? new Set()).add(place));
    if (place === 'kernel') this.#tests.set(key, (this.#tests.get(key) ?? new Set()).add(kind));
  }

  /** In words: the kernel where it ever runs there, and what sees it; a dash for what no test has. */
  of(key) {
    const places = this.#found.get(key) ?? new Set();
    if (!places.has('kernel')) return places.size === 0 ? '–' : 'browser';
    const tests = KINDS.filter((kind) => this.#tests.get(key).has(kind)).join(', ');
    return places.size === 1 ? `kernel (${tests})` : `kernel (${tests}), else browser`;
  }

  /** The kinds of tests that do not see it run on the kernel. */
  missing(key) {
    return KINDS.filter((kind) => !this.#tests.get(key)?.has(kind));
  }
}

/** Where the tests' transforms run, by type, parameter and whether a signal stands in it. */
function transformPlaces() {
  const places = new Places();
  const tests = { golden: goldenSpecs(), spec: ownSpecs() };
  for (const [kind, spec] of KINDS.flatMap((kind) => tests[kind].map((spec) => [kind, spec]))) {
    const items = new Map(planSpec(spec).report.items.map((item) => [item.pointer, item]));
    for (const { transform, pointer } of transformsOf(spec, '')) {
      // Some specs are wrong on purpose.
      const { place, cause } = items.get(pointer) ?? {};
      for (const [parameter, value] of [[NONE, null], ...Object.entries(transform)]) {
        const key = `${transform.type}/${parameter}/${hasSignal(value) ? 'signal' : 'constant'}`;
        // What stays because of something else says nothing about this parameter.
        const isCause = cause === pointer || cause?.startsWith(`${pointer}/${parameter}`);
        if (place === 'server') places.add(key, 'kernel', kind);
        else if (isCause) places.add(key, 'browser', kind);
      }
    }
  }
  return places;
}

const ownSpecs = () => SPECS.flatMap(findSpecs).map(({ path }) => readSpec(path));

const golden = (folder) =>
  readdirSync(join(GOLDEN, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(GOLDEN, folder, file), 'utf8')));

/** A spec for each golden case of a transform that gives rows. */
function goldenSpecs() {
  return golden('transform')
    .flat()
    .filter(({ expected }) => !expected?.error)
    .map(({ data, tables, signals, transform }) => ({
      signals: Object.entries(signals ?? {}).map(([name, value]) => ({ name, value })),
      projections: transform.flatMap(({ projection }) => (projection?.type ? [{ ...projection, name: 'projection' }] : [])),
      data: [
        ...Object.keys(tables ?? {}).map((name) => ({ name, url: `${name}.json` })),
        ...pipeline({ name: 'used', ...(data && { url: 'used.json' }) }, transform.map(asInSpec)),
      ],
      marks: [{ type: 'symbol', from: { data: 'used' } }],
    }));
}

/** Data sets of transforms, with the crossfilter of a `resolvefilter` in one of its own, as it is in a spec. */
function pipeline(data, transform) {
  const at = transform.findIndex(({ type }) => type === 'resolvefilter');
  if (at < 0) return [{ ...data, transform }];
  const crossfilter = { type: 'crossfilter', ...transform[at].filter, signal: 'ranges' };
  const resolved = [{ ...transform[at], filter: { signal: 'ranges' } }, ...transform.slice(at + 1)];
  return [
    { ...data, name: 'crossed', transform: [...transform.slice(0, at), crossfilter] },
    { name: data.name, source: 'crossed', transform: resolved },
  ];
}

/** A transform as it stands in a spec; the golden cases have it as it stands in a task graph. */
const asInSpec = (transform) => withoutFunction(withProjectionByName(transform));

const withProjectionByName = (transform) =>
  transform.projection?.type ? { ...transform, projection: 'projection' } : transform;

/** Without the signal of a time unit: its value is a function, so that it keeps the transform in the browser. */
const withoutFunction = ({ signal, ...transform }) =>
  transform.type === 'timeunit' || signal === undefined ? transform : { ...transform, signal };

function transformsOf(scope, pointer) {
  const own = objects(scope.data).flatMap((data, i) =>
    objects(data.transform).map((transform, j) => ({ transform, pointer: `${pointer}/data/${i}/transform/${j}` })),
  );
  return [...own, ...objects(scope.marks).flatMap((mark, i) => transformsOf(mark, `${pointer}/marks/${i}`))];
}

const hasSignal = (value) =>
  typeof value === 'object' && value !== null && ('signal' in value || Object.values(value).some(hasSignal));

/** The functions that golden cases and specs call. */
function calledFunctions() {
  const cases = golden('expression').flatMap(({ cases = [] }) => cases.map(({ source }) => String(source)));
  const sources = [...cases, ...ownSpecs().map((spec) => JSON.stringify(spec))];
  return new Set(sources.flatMap((source) => [...source.matchAll(/\b([A-Za-z]\w*)\s*\(/g)].map(([, name]) => name)));
}

/** Where an expression that calls a function is evaluated. */
function functionPlace(name) {
  const call = `isValid(${name}(${Object.hasOwn(ARGUMENTS, name) ? ARGUMENTS[name] : 'datum.x, 1, 2'}))`;
  const spec = {
    signals: [{ name: 'store_signal', value: 1 }],
    data: [
      { name: 'd', values: [{ x: 1 }] },
      { name: 'store' },
      { name: 'used', source: 'd', transform: [{ type: 'formula', expr: call, as: 'y' }] },
    ],
    scales: [{ name: 's', type: 'linear', domain: [0, 1], range: [0, 10] }],
    projections: [{ name: 'p', type: 'mercator' }],
    marks: [{ type: 'symbol', from: { data: 'used' }, encode: { update: { x: { field: 'y' } } } }],
  };
  const { place, reason } = planSpec(spec).report.items.find(({ pointer }) => pointer === '/data/2/transform/0');
  return place === 'server' ? 'kernel' : `browser: ${reason}`;
}

function functionNames() {
  const built = codegenParams.functions({ });
  return [...new Set([...Object.keys(built), ...Object.keys(functionContext)])].filter((name) => !name.startsWith('_')).sort();
}

function page() {
  const { lines, ofBrowser } = transformTable();
  return [
    '# What of Vega is evaluated where',
    '',
    "Written by `node tools/conformance/coverage-page.mjs` from what the planner does with the project's own specs (`spec`),",
    "which `make conformance` draws in two halves and compares with Vega's own drawing, and with the golden cases that Vega writes for the",
    "runtime's tests (`golden`). `make test` fails where one of both is lacking, or when this page is not true any more.",
    'What the kernel cannot evaluate the browser does, with all that depends on it; `bin/sheliak plan SPEC` says so for any spec.',
    '',
    '## Transforms',
    '',
    ...lines,
    '',
    `In the browser, whatever their parameters: ${ofBrowser.join(', ')}. They measure text, walk the scenegraph or draw; what`,
    'they read comes from the kernel, as the grids do that `heatmap` paints.',
    '',
    '## Functions',
    '',
    ...functionTable(),
    '',
  ].join('\n');
}

/** The transforms with their parameters, and those that the kernel never runs. */
function transformTable() {
  const lines = ['| transform | parameter | as a constant | as a signal |', '|---|---|---|---|'];
  const ofBrowser = [];
  for (const { name, parameters } of transformsOfVega()) {
    const rows = parameters.map(({ parameter, forms }) => {
      const found = FORMS.map((form) => (forms.includes(form) ? places.of(`${name}/${parameter}/${form}`) : 'never in Vega'));
      return `| ${name} | ${parameter} | ${found.join(' | ')} |`;
    });
    if (rows.some((row) => row.includes('kernel'))) lines.push(...rows);
    else ofBrowser.push(name);
  }
  return { lines, ofBrowser };
}

function functionTable() {
  const called = calledFunctions();
  const rows = functionNames().map((name) => {
    const place = functionPlace(name);
    return `| \`${name}\` | ${place}${place === 'kernel' && !called.has(name) ? ', untested' : ''} |`;
  });
  return ['| function | place |', '|---|---|', ...rows];
}

/** What a transform of the kernel lacks of tests. */
function gaps() {
  return transformsOfVega().flatMap(({ name, parameters }) => {
    const isOfKernel = parameters.some(({ parameter }) => places.of(`${name}/${parameter}/constant`).startsWith('kernel'));
    return isOfKernel ? parameters.flatMap((parameter) => gapsOf(name, parameter)) : [];
  });
}

function gapsOf(name, { parameter, forms }) {
  return forms.flatMap((form) =>
    places.missing(`${name}/${parameter}/${form}`).map((kind) => `no ${kind} on the kernel has ${parameter} of ${name} as a ${form}`),
  );
}

function transformsOfVega() {
  const definitions = Object.values(vegaTransforms).flatMap(({ Definition }) => Definition ?? []);
  return definitions
    .map(({ type, params }) => ({ name: type.toLowerCase(), parameters: parametersOf(type.toLowerCase(), params) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A lookup's index is what Vega's parser makes of two parameters. */
function parametersOf(type, params) {
  const plain = params
    .filter((param) => param.type !== 'index')
    .map((param) => ({ parameter: param.name, forms: formsOf(`${type}/${param.name}`, param.type) }));
  const index = [
    { parameter: 'from', forms: ['constant'] },
    { parameter: 'key', forms: FORMS },
  ];
  if (type === 'lookup') return [...index, ...plain];
  return plain.length > 0 ? plain : [{ parameter: NONE, forms: ['constant'] }];
}

function formsOf(key, type) {
  if (NEVER_SIGNALS.has(type)) return ['constant'];
  return ONLY_SIGNALS.has(key) ? ['signal'] : FORMS;
}

const places = transformPlaces();
const written = page();
const found = gaps();
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, written);
} else if (readFileSync(PAGE, 'utf8') !== written) {
  found.push('docs/vega-coverage.md is not true any more: run node tools/conformance/coverage-page.mjs');
}
for (const gap of found) console.error(gap);
process.exitCode = found.length > 0 ? 1 : 0;

// Writes docs/vega-coverage.md: where each transform with each of its parameters, and each function, is evaluated.
//
//   node coverage-page.mjs [--check]
//
// What is written is what the planner does with the project's own specs, which `make conformance` draws and compares with
// Vega, and with the runtime's golden cases, which Vega wrote. With `--check` nothing is written, and the process ends
// with 1 when the page is not what it would be now.
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

/** Where things run. */
class Places {
  #found = new Map();

  add(key, place) {
    this.#found.set(key, (this.#found.get(key) ?? new Set()).add(place));
  }

  /** In words: the kernel where it ever runs there; a dash for what no test has. */
  of(key) {
    const places = this.#found.get(key) ?? new Set();
    if (!places.has('kernel')) return places.size === 0 ? '–' : 'browser';
    return places.size === 1 ? 'kernel' : 'kernel, else browser';
  }
}

/** Where the tests' transforms run, by type, parameter and whether a signal stands in it. */
function transformPlaces() {
  const places = new Places();
  for (const spec of [...ownSpecs(), ...goldenSpecs()]) {
    const items = new Map(planSpec(spec).report.items.map((item) => [item.pointer, item]));
    for (const { transform, pointer } of transformsOf(spec, '')) {
      // Some specs are wrong on purpose.
      const { place, cause } = items.get(pointer) ?? {};
      for (const [parameter, value] of Object.entries(transform)) {
        const key = `${transform.type}/${parameter}/${hasSignal(value)}`;
        // What stays because of something else says nothing about this parameter.
        const isCause = cause === pointer || cause?.startsWith(`${pointer}/${parameter}`);
        if (place === 'server') places.add(key, 'kernel');
        else if (isCause) places.add(key, 'browser');
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
        { name: 'used', ...(data && { url: 'used.json' }), transform: transform.map(withProjectionByName).map(withoutFunction) },
      ],
      marks: [{ type: 'symbol', from: { data: 'used' } }],
    }));
}

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

/** A lookup's index is what Vega's parser makes of two parameters. */
function parametersOf(type, params) {
  const names = params.map(({ name }) => name);
  return type === 'lookup' ? ['from', 'key', ...names.filter((name) => name !== 'index')] : names;
}

function page() {
  const places = transformPlaces();
  const definitions = Object.values(vegaTransforms).flatMap(({ Definition }) => Definition ?? []);
  const lines = [
    '# What of Vega is evaluated where',
    '',
    "Written by `node tools/conformance/coverage-page.mjs` from what the planner does with the project's own specs,",
    "which `make conformance` draws in two halves and compares with Vega's own drawing, and with the golden cases that Vega writes for the",
    "runtime's tests. A dash stands where none of them has the parameter.",
    'What the kernel cannot evaluate the browser does, with all that depends on it; `bin/sheliak plan SPEC` says so for any spec.',
    '',
    '## Transforms',
    '',
    '| transform | parameter | as a constant | as a signal |',
    '|---|---|---|---|',
  ];
  const called = calledFunctions();
  const ofBrowser = [];
  for (const { type, params } of definitions.sort((a, b) => (a.type.toLowerCase() < b.type.toLowerCase() ? -1 : 1))) {
    const name = type.toLowerCase();
    const rows = parametersOf(name, params).map((parameter) => ({
      parameter,
      found: ['false', 'true'].map((isSignal) => places.of(`${name}/${parameter}/${isSignal}`)),
    }));
    if (rows.every(({ found }) => !found.join().includes('kernel'))) ofBrowser.push(name);
    else for (const { parameter, found } of rows) lines.push(`| ${name} | ${parameter} | ${found.join(' | ')} |`);
  }
  lines.push('', `In the browser, whatever their parameters: ${ofBrowser.join(', ')}.`);
  lines.push('', '## Functions', '', '| function | place |', '|---|---|');
  for (const name of functionNames()) {
    const place = functionPlace(name);
    lines.push(`| \`${name}\` | ${place}${place === 'kernel' && !called.has(name) ? ', untested' : ''} |`);
  }
  return `${lines.join('\n')}\n`;
}

const written = page();
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, written);
} else if (readFileSync(PAGE, 'utf8') !== written) {
  console.error('docs/vega-coverage.md is not true any more: run node tools/conformance/coverage-page.mjs');
  process.exitCode = 1;
}

// Writes docs/vega-coverage.md: where each transform with each of its parameters, and each function, is evaluated.
//
//   node coverage-page.mjs [--check]
//
// What is written is what the planner does with the specs of specs/, which `make conformance` draws and compares with
// Vega. With `--check` nothing is written, and the process ends with 1 when the page is not what it would be now.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codegenParams, functionContext } from '../../widget-frontend/node_modules/vega-functions/build/vega-functions.js';
import { transforms as vegaTransforms } from '../../widget-frontend/node_modules/vega/build/vega.module.js';
import { findSpecs, objects, readSpec } from './specs.mjs';
import { planSpec } from './split.mjs';

const PAGE = fileURLToPath(new URL('../../docs/vega-coverage.md', import.meta.url));
const SPECS = fileURLToPath(new URL('specs', import.meta.url));

/** Arguments for the functions that name something of the spec; the others get a field. */
const ARGUMENTS = {
  data: "'d'", indata: "'d', 'x', 1", inScope: 'datum', treePath: "'d', 1, 2", treeAncestors: "'d', 1",
  scale: "'s', datum.x", invert: "'s', datum.x", bandwidth: "'s'", domain: "'s'", range: "'s'", copy: "'s'", gradient: "'s', [0, 0], [1, 1]",
  vlSelectionTest: "'store', datum", vlSelectionIdTest: "'store', datum", vlSelectionResolve: "'store'", vlSelectionTuples: "[datum], {unit: 'u'}",
  geoArea: "'p', datum.x", geoBounds: "'p', datum.x", geoCentroid: "'p', datum.x", geoScale: "'p'", geoShape: "'p', datum.x", geoTranslate: "'p'",
  modify: "'d', true", setdata: "'d', []", intersect: '[[0, 0], [1, 1]]', regexp: "'a'", test: "'a', datum.x", if: 'true, 1, 2',
};

class Places {
  #found = new Map();

  add(key, place) {
    if (!this.#found.has(key)) this.#found.set(key, new Set());
    this.#found.get(key).add(place);
  }

  /** In words; a dash for what no spec has. */
  of(key) {
    const places = this.#found.get(key);
    return places === undefined ? '–' : [...places].sort().reverse().join(', ');
  }
}

/** Where the specs' transforms run, by type, parameter and whether a signal stands in it. */
function transformPlaces() {
  const places = new Places();
  for (const { path } of findSpecs(SPECS)) {
    const spec = readSpec(path);
    const items = new Map(planSpec(spec).report.items.map((item) => [item.pointer, item]));
    for (const { transform, pointer } of transformsOf(spec, '')) {
      const { place, cause } = items.get(pointer);
      // What an earlier transform holds back says nothing about this one.
      if (place !== 'server' && !cause?.startsWith(pointer)) continue;
      for (const [parameter, value] of Object.entries(transform)) {
        const isCause = cause === pointer || cause?.startsWith(`${pointer}/${parameter}`);
        if (place === 'server' || isCause) places.add(`${transform.type}/${parameter}/${hasSignal(value)}`, place === 'server' ? 'kernel' : 'browser');
      }
    }
  }
  return places;
}

function transformsOf(scope, pointer) {
  const own = objects(scope.data).flatMap((data, i) =>
    objects(data.transform).map((transform, j) => ({ transform, pointer: `${pointer}/data/${i}/transform/${j}` })),
  );
  return [...own, ...objects(scope.marks).flatMap((mark, i) => transformsOf(mark, `${pointer}/marks/${i}`))];
}

const hasSignal = (value) =>
  typeof value === 'object' && value !== null && ('signal' in value || Object.values(value).some(hasSignal));

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
  const places = transformPlaces();
  const definitions = Object.values(vegaTransforms).flatMap(({ Definition }) => Definition ?? []);
  const lines = [
    '# What of Vega is evaluated where',
    '',
    'Written by `node tools/conformance/coverage-page.mjs` from what the planner does with the specs of `tools/conformance/specs`,',
    "which `make conformance` draws in two halves and compares with Vega's own drawing. A dash stands where no spec has the parameter.",
    'What the kernel cannot evaluate the browser does, with all that depends on it; `bin/sheliak plan SPEC` says so for any spec.',
    '',
    '## Transforms',
    '',
    '| transform | parameter | constant | signal |',
    '|---|---|---|---|',
  ];
  for (const { type, params } of definitions.sort((a, b) => (a.type < b.type ? -1 : 1))) {
    const name = type.toLowerCase();
    for (const { name: parameter } of params) {
      lines.push(`| ${name} | ${parameter} | ${places.of(`${name}/${parameter}/false`)} | ${places.of(`${name}/${parameter}/true`)} |`);
    }
  }
  lines.push('', '## Functions', '', '| function | place |', '|---|---|');
  for (const name of functionNames()) lines.push(`| \`${name}\` | ${functionPlace(name)} |`);
  return `${lines.join('\n')}\n`;
}

const written = page();
if (!process.argv.includes('--check')) {
  writeFileSync(PAGE, written);
} else if (readFileSync(PAGE, 'utf8') !== written) {
  console.error('docs/vega-coverage.md is not true any more: run node tools/conformance/coverage-page.mjs');
  process.exitCode = 1;
}

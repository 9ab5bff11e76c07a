// Finds the specs of a folder and reads them as Vega specs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../widget-frontend/node_modules/vega-lite/build/index.js';

const SPEC = /\.v[gl]\.json$/;
const ELSEWHERE = /https:\/\/cdn\.jsdelivr\.net\/npm\/vega-datasets@[^/]+\/(?=data\/)/g;
const silent = Object.fromEntries(['level', 'warn', 'info', 'debug', 'error'].map((name) => [name, () => silent]));

/** The specs of a folder and of those below: `{name, path}`, the name without the ending, in order. */
export function findSpecs(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => SPEC.test(file))
    .sort()
    .map((file) => ({ name: file.replace(SPEC, ''), path: join(folder, file) }));
}

/** The text of a file. All data are taken from the folder here. */
export const readText = (path) => readFileSync(path, 'utf8').replace(ELSEWHERE, '');

/** The Vega spec of a file: as it is, or compiled from Vega-Lite. */
export function readSpec(path) {
  const spec = JSON.parse(readText(path));
  return path.endsWith('.vl.json') ? compile(spec, { logger: silent }).spec : spec;
}

/** The objects of a list that a spec may have, and may have wrong. */
export const objects = (list) =>
  Array.isArray(list) ? list.filter((item) => typeof item === 'object' && item !== null) : [];

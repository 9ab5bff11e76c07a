// Compares what `sheliak transform` makes of specs with the originals, drawn by Vega both.
//
//   node transform.mjs --specs FOLDER… [--tz ZONE] [--verbose] -- SHELIAK COMMAND…
//
// All specs of the folders are transformed by one process. Ends with 1 when a drawing differs, or when a spec that Vega
// can draw was not transformed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { difference } from './drawing.mjs';
import { findSpecs, readSpec, readText } from './specs.mjs';
import { DATA_ROOT, drawing, openView, SEED } from './vega.mjs';

const { values: options, positionals: command } = parseArgs({
  allowPositionals: true,
  options: {
    specs: { type: 'string', multiple: true, default: [] },
    tz: { type: 'string', default: 'UTC' },
    verbose: { type: 'boolean' },
  },
});
if (options.specs.length === 0 || !options.specs.every(existsSync) || command.length === 0) {
  console.error('usage: node transform.mjs --specs FOLDER… [--tz ZONE] [--verbose] -- SHELIAK COMMAND…');
  process.exit(2);
}
process.env.TZ = options.tz;

const work = mkdtempSync(join(tmpdir(), 'sheliak-transform-'));
const counts = { equal: 0, different: 0, notDrawn: 0 };
try {
  // Two folders may have specs of the same name.
  const specs = options.specs.flatMap((folder, index) =>
    findSpecs(folder).map((spec) => ({ ...spec, copy: join(`${index}`, spec.name) })),
  );
  const { millis, said } = transformAll(specs);
  for (const spec of specs) {
    const failure = await compare(spec);
    if (failure) {
      const reason = said.find((line) => line.startsWith(join(work, 'in', `${spec.copy}.`)));
      console.log(`${spec.name}: ${failure}${reason ? `; ${reason}` : ''}`);
    }
  }
  console.log(`transformed: ${counts.equal} of ${specs.length} specs are drawn equal, ${counts.notDrawn} cannot be drawn`);
  if (options.verbose) console.log(`${specs.length} specs in one process: ${(millis / 1000).toFixed(1)} s`);
} finally {
  rmSync(work, { recursive: true });
}
process.exitCode = counts.different > 0 || counts.equal === 0 ? 1 : 0;

/** Runs the command over copies that take their data from here; tells how long it took and what it said. */
function transformAll(specs) {
  for (const { path, copy } of specs) {
    const file = join(work, 'in', copy + path.slice(path.lastIndexOf('.v')));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, readText(path));
  }
  const [program, ...parameters] = command;
  const started = performance.now();
  const { stderr, error } = spawnSync(
    program,
    [
      ...[...parameters, join(work, 'in'), '-o', join(work, 'out')],
      ...['--data-root', DATA_ROOT, '--tz', options.tz, '--seed', SEED],
    ],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  if (error) throw error;
  if (options.verbose) process.stderr.write(stderr);
  return { millis: performance.now() - started, said: stderr.split('\n') };
}

/** How the drawing of a transformed spec differs from the original's, as text for a person, or undefined. */
async function compare({ path, copy }) {
  let expected;
  try {
    expected = await draw(readSpec(path));
  } catch {
    counts.notDrawn += 1;
    return undefined;
  }
  const failure = await differenceFrom(expected, join(work, 'out', `${copy}.vg.json`));
  counts[failure ? 'different' : 'equal'] += 1;
  return failure;
}

async function differenceFrom(expected, file) {
  if (!existsSync(file)) return 'it was not transformed';
  try {
    return difference(expected, await draw(JSON.parse(readText(file))));
  } catch (error) {
    return `Vega cannot draw what was made of it: ${error.message}`;
  }
}

/** @throws what Vega throws, or logs as an error */
async function draw(spec) {
  let problem;
  const view = openView(spec, (error) => {
    problem ??= error;
  });
  try {
    await view.runAsync();
    if (problem) throw problem;
    return await drawing(view);
  } finally {
    view.finalize();
  }
}

// Compares charts that the kernel took part in with Vega's own, spec by spec, in two time zones.
//
//   node run.mjs {--specs FOLDER}… [--only NAME]… [--zone ZONE]… [--out FILE] [--verbose] -- JAVA COMMAND…
//
// The folders have specs as `*.vg.json` (Vega) and `*.vl.json` (Vega-Lite), in themselves or in folders below. Ends with 1 when
// one of them differs, when Vega cannot draw one that `undrawable.json` does not list, or when the kernel took part in
// none. `--out` writes what was found as JSON.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotBeDrawn, check, plansOf } from './check.mjs';
import { Kernel } from './kernel.mjs';
import { FolderReport } from './report.mjs';
import { findSpecs, readSpec } from './specs.mjs';
import { planSpec } from './split.mjs';
import { DATA_ROOT } from './vega.mjs';

const { values: options, positionals: command } = parseArgs({
  allowPositionals: true,
  options: {
    specs: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', multiple: true },
    // In the first of them each spec is also compared with all its data sets and signals kept; in the last a user works
    // with those that `interactions.json` has steps for.
    zone: { type: 'string', multiple: true, default: ['UTC', 'America/New_York'] },
    out: { type: 'string' },
    verbose: { type: 'boolean' },
  },
});
if (options.specs.length === 0 || !options.specs.every(existsSync) || command.length === 0) {
  console.error('usage: node run.mjs {--specs FOLDER}… [--only NAME]… [--zone ZONE]… [--out FILE] [--verbose] -- JAVA COMMAND…');
  process.exit(2);
}

const readList = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url)));
const undrawable = readList('undrawable.json');
const interactions = readList('interactions.json');
const isAsked = ({ name }) => !options.only || options.only.some((end) => name.endsWith(end));
const folders = options.specs.map((folder) => {
  const specs = findSpecs(folder).filter(isAsked);
  return { specs, report: new FolderReport(folder, specs.length) };
});
const kernel = new Kernel([...command, DATA_ROOT]);

// Node takes over another time zone while it runs.
for (const zone of options.zone) {
  process.env.TZ = zone;
  for (const { specs, report } of folders) {
    for (const spec of specs) await compare(spec, zone, report);
  }
}
finish(folders.map(({ report }) => report));
await kernel.close();

async function compare({ name, path }, zone, report) {
  const started = performance.now();
  const failure = await failureOf(name, path, zone, report);
  if (failure) {
    console.log(`${name} (${zone}): ${failure}`);
    report.addFailure(name, zone, failure);
  } else if (options.verbose) {
    console.log(`${name} (${zone}): ${(performance.now() - started).toFixed(0)} ms`);
  }
}

/** Why a spec does not count as equal, as text for a person, or undefined. */
async function failureOf(name, path, zone, report) {
  const isFirst = zone === options.zone[0];
  const steps = zone === options.zone.at(-1) ? (interactions[name] ?? []) : [];
  try {
    const spec = readSpec(path);
    const plans = plansOf(spec, isFirst || steps.length > 0);
    if (isFirst) report.addPlan(name, plans[0].planned, planSpec(spec, { seed: undefined }));
    report.addSteps(steps.length);
    return await check(spec, plans, kernel, steps);
  } catch (error) {
    if (!(error instanceof CannotBeDrawn)) return error.message;
    if (!(name in undrawable)) return `Vega cannot draw it, and undrawable.json does not list it: ${error.message}`;
    report.addNotDrawn(name, undrawable[name]);
    return undefined;
  }
}

function finish(reports) {
  if (options.out) {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(options.out, `${JSON.stringify({ zones: options.zone, folders: reports }, null, 1)}\n`);
  }
  console.log(reports.join('\n'));
  const isIdle = reports.every(({ takenPart }) => takenPart === 0);
  process.exitCode = isIdle || reports.some(({ hasFailed }) => hasFailed) ? 1 : 0;
}

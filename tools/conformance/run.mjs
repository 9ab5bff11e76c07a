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
import { Coverage } from './coverage.mjs';
import { Kernel } from './kernel.mjs';
import { findSpecs, readSpec } from './specs.mjs';
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
const specs = options.specs.flatMap(findSpecs).filter(({ name }) => !options.only || options.only.some((end) => name.endsWith(end)));
const kernel = new Kernel([...command, DATA_ROOT]);
const coverage = new Coverage();
const failures = new Map();
const notDrawn = {};
const used = { specs: 0, steps: 0 };
let takenPart = 0;

/** Node takes over another time zone while it runs. */
for (const zone of options.zone) {
  process.env.TZ = zone;
  for (const { name, path } of specs) {
    const started = performance.now();
    const failure = await checkSpec(name, path, zone);
    if (failure) {
      console.log(`${name} (${zone}): ${failure}`);
      failures.set(name, [...(failures.get(name) ?? []), { zone, failure }]);
    } else if (options.verbose) {
      console.log(`${name} (${zone}): ${(performance.now() - started).toFixed(0)} ms`);
    }
  }
}
kernel.close();
report();

async function checkSpec(name, path, zone) {
  const isFirst = zone === options.zone[0];
  const steps = zone === options.zone.at(-1) ? (interactions[name] ?? []) : [];
  try {
    const spec = readSpec(path);
    const plans = plansOf(spec, isFirst || steps.length > 0);
    if (isFirst) {
      coverage.add(name, plans[0].planned);
      takenPart += plans[0].planned.communication.serverToClient.length > 0 ? 1 : 0;
    }
    used.specs += steps.length > 0 ? 1 : 0;
    used.steps += steps.length;
    return await check(spec, plans, kernel, steps);
  } catch (error) {
    if (!(error instanceof CannotBeDrawn)) return error.message;
    if (!(name in undrawable)) return `Vega cannot draw it, and undrawable.json does not list it: ${error.message}`;
    notDrawn[name] = undrawable[name];
    return undefined;
  }
}

function report() {
  const { transforms, rawRows } = coverage.toJSON();
  const equal = specs.length - failures.size - Object.keys(notDrawn).length;
  const result = {
    specs: { equal, total: specs.length, kernelTookPart: takenPart, notDrawn, zones: options.zone },
    interactions: used,
    failures: Object.fromEntries(failures),
    transforms,
    rawRows,
  };
  if (options.out) {
    mkdirSync(dirname(options.out), { recursive: true });
    writeFileSync(options.out, `${JSON.stringify(result, null, 1)}\n`);
  }
  console.log(`specs: ${equal} of ${specs.length} equal, ${Object.keys(notDrawn).length} cannot be drawn without a browser`);
  console.log(`interactions: ${used.steps} steps of ${used.specs} specs`);
  console.log(`data transforms: ${transforms.onKernel} of ${transforms.total} on the kernel (${(100 * transforms.share).toFixed(1)} %)`);
  console.log(`specs with data sets that ship raw rows: ${Object.keys(rawRows).length}`);
  process.exitCode = failures.size > 0 || takenPart === 0 ? 1 : 0;
}

// Plans, evaluates and draws specs that have been made wrong: nothing may crash, and what Vega draws must be drawn.
//
//   node fuzz.mjs {--specs FOLDER}… [--count N] [--only SPEC#N]… [--verbose] -- JAVA COMMAND…
//
// Mutation n of a spec, `spec#n`, is the same in every run and with other specs beside it, so `--only spec#n --verbose` shows
// one again. A mutation passes when it ends with
// a plan or with what the planner says is wrong with the spec; when the kernel reports no defect of its own; and when the
// two halves are drawn as the whole is, if Vega draws that without complaint.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { decodeResponse } from '../../widget-frontend/lib/messages.js';
import * as vega from '../../widget-frontend/node_modules/vega/build/vega.module.js';
import { difference } from './drawing.mjs';
import { Kernel } from './kernel.mjs';
import { mutate } from './mutate.mjs';
import { findSpecs, readSpec } from './specs.mjs';
import { planSpec, SplitChart } from './split.mjs';
import { DATA_ROOT, drawing, openView } from './vega.mjs';

const INTERNAL = 0;

const { values: options, positionals: command } = parseArgs({
  allowPositionals: true,
  options: {
    specs: { type: 'string', multiple: true, default: [] },
    count: { type: 'string', default: '10000' },
    only: { type: 'string', multiple: true },
    verbose: { type: 'boolean' },
  },
});
if (options.specs.length === 0 || !options.specs.every(existsSync) || command.length === 0) {
  console.error('usage: node fuzz.mjs {--specs FOLDER}… [--count N] [--only SPEC#N]… [--verbose] -- JAVA COMMAND…');
  process.exit(2);
}

/** A kernel that remembers whether it reported a defect. */
class WatchedKernel extends Kernel {
  defect;

  async ask(request) {
    const bytes = await super.ask(request);
    const { error, values } = decodeResponse(bytes);
    const errors = [error, ...values.map(({ result }) => (result.case === 'error' ? result.value : undefined))];
    this.defect ??= errors.find((found) => found?.code === INTERNAL)?.message;
    return bytes;
  }
}

const specs = options.specs.flatMap(findSpecs).map(({ name, path }) => ({ name, spec: readSpec(path) }));
const kernel = new WatchedKernel([...command, DATA_ROOT]);
const all = Array.from({ length: Number(options.count) }, (_, i) => `${specs[i % specs.length].name}#${Math.floor(i / specs.length)}`);
const mutations = options.only ?? all;
const counts = { drawn: 0, refused: 0 };
let failed = 0;
for (const label of mutations) {
  const mutation = mutationOf(label);
  const problem = await check(mutation);
  if (problem) {
    failed += 1;
    console.log(`${label}: ${problem}`);
    if (options.verbose) console.log(JSON.stringify(mutation, null, 1));
  }
}
console.log(
  `mutations: ${mutations.length}, of which Vega draws ${counts.drawn} and the planner refuses ${counts.refused}; ${failed} failed`,
);
process.exitCode = failed > 0 ? 1 : 0;
await kernel.close();

function mutationOf(label) {
  const [name, number] = label.split('#');
  const { spec } = specs.find((item) => item.name === name);
  // Small differences between seeds are small ones between random numbers.
  const seed = [...label].reduce((hash, letter) => (Math.imul(hash, 31) + letter.codePointAt(0)) >>> 0, Number(number));
  return mutate(spec, vega.randomLCG(seed));
}

/** What is wrong with how a spec was treated, or undefined. */
async function check(spec) {
  let planned;
  try {
    planned = planSpec(structuredClone(spec));
  } catch (error) {
    counts.refused += 1;
    return error.code === 'SPEC_INVALID' ? undefined : `the planner fails: ${error.stack ?? error}`;
  }
  const whole = await drawWhole(spec);
  kernel.defect = undefined;
  const halves = await drawHalves(spec, planned);
  if (kernel.defect) return `the kernel reports a defect: ${kernel.defect}`;
  if (whole.problem) return undefined;
  counts.drawn += 1;
  if (halves.problem) return `Vega draws it, but in two halves: ${halves.problem.message}`;
  return difference(whole.svg, halves.svg);
}

async function drawWhole(spec) {
  let problem;
  let view;
  try {
    view = openView(spec, (error) => {
      problem ??= error;
    });
    await view.runAsync();
    return { svg: await drawing(view), problem };
  } catch (error) {
    return { problem: error };
  } finally {
    view?.finalize();
  }
}

async function drawHalves(spec, planned) {
  let chart;
  try {
    chart = await SplitChart.open(spec, planned, kernel);
    return { svg: await drawing(chart.view) };
  } catch (problem) {
    return { problem };
  } finally {
    chart?.close();
  }
}

// Compares drawings that the kernel took part in with Vega's own, spec by spec.
//
//   node run.mjs --specs FOLDER [--only NAME]… [--verbose] -- JAVA COMMAND…
//
// The folder has specs as `*.vg.json` (Vega) and `*.vl.json` (Vega-Lite), in itself or in folders below. Ends with 1 when
// one of them differs, or when the kernel took part in none. What Vega cannot draw without a browser is not compared.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { difference } from './compare.mjs';
import { Kernel } from './kernel.mjs';
import { drawSplit } from './split.mjs';
import { DATA_ROOT, draw, toVega } from './vega.mjs';

const { values: options, positionals: command } = parseArgs({
  allowPositionals: true,
  options: {
    specs: { type: 'string' },
    only: { type: 'string', multiple: true },
    verbose: { type: 'boolean' },
  },
});

const SPEC = /\.v[gl]\.json$/;

function specFiles(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => SPEC.test(file));
  const name = (file) => basename(file).replace(SPEC, '');
  return files
    .filter((file) => !options.only || options.only.includes(name(file)))
    .sort();
}

/** What came of a spec: equal, differs, or cannot be compared because Vega alone does not draw it. */
async function check(path, kernel) {
  const spec = toVega(readFileSync(path, 'utf8'), path.endsWith('.vl.json'));
  let expected;
  try {
    const view = await draw(spec);
    expected = await view.toSVG();
    view.finalize();
  } catch (error) {
    return { result: 'cannot be drawn', detail: error.message };
  }
  try {
    const { view, planned } = await drawSplit(spec, kernel);
    const actual = await view.toSVG();
    view.finalize();
    const detail = difference(expected, actual);
    return { result: detail ? 'differs' : 'equal', detail, outputs: planned.communication.serverToClient.length };
  } catch (error) {
    return { result: 'differs', detail: error.message };
  }
}

if (!options.specs || !existsSync(options.specs) || command.length === 0) {
  console.error('usage: node run.mjs --specs FOLDER [--only NAME]… [--verbose] -- JAVA COMMAND…');
  process.exit(2);
}
const kernel = new Kernel([...command, DATA_ROOT]);
const counts = {};
let moved = 0;
for (const file of specFiles(options.specs)) {
  const { result, detail, outputs } = await check(join(options.specs, file), kernel);
  counts[result] = (counts[result] ?? 0) + 1;
  moved += outputs > 0 ? 1 : 0;
  if (result !== 'equal') console.log(`${file}: ${result}: ${detail}`);
  else if (options.verbose) console.log(`${file}: equal, ${outputs} values from the kernel`);
}
kernel.close();
const summary = Object.entries(counts).map(([result, count]) => `${count} ${result}`);
console.log(`${summary.join(', ')}; the kernel took part in ${moved}`);
process.exit(counts.differs || moved === 0 ? 1 : 0);

// Writes the golden files of the scales' tests, one for each module in cases/; with --check compares them instead.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { encode } from '../expression/values.js';
import { evaluate } from './oracle.js';

const cases = new URL('./cases/', import.meta.url);
const golden = new URL('../../resources/scale/', import.meta.url);
const check = process.argv.includes('--check');

mkdirSync(golden, { recursive: true });
let stale = 0;
let count = 0;
for (const file of readdirSync(cases).sort()) {
  const { tables = {}, groups } = await import(new URL(file, cases));
  const parts = [];
  for (const group of groups) {
    parts.push(await part(group, tables));
    count += group.scales.length * group.expressions.length;
  }
  const content = `{"tables":${JSON.stringify(encode(tables))},"groups":[\n${parts.join(',\n')}\n]}\n`;
  const target = new URL(file.replace(/\.js$/, '.json'), golden);
  if (!check) {
    writeFileSync(target, content);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== content) {
    stale++;
    console.error(`${target.pathname} is not what Vega gives: run "npm run generate"`);
  }
}
console.log(`${count} values of scales`);
process.exitCode = stale ? 1 : 0;

// A group is a list of expressions for each of some scales.
async function part({ expressions, signals = {}, zone = 'UTC', scales }, tables) {
  const lines = [];
  for (const scale of scales) {
    const values = await evaluate({ scale, data: tables, signals, zone, expressions });
    lines.push(JSON.stringify({ scale: encode(scale), values: encode(values) }));
  }
  const text = JSON.stringify({ expressions, signals: encode(signals), zone });
  return `${text.slice(0, -1)},"cases":[\n${lines.join(',\n')}\n]}`;
}

// Writes how Vega declares the parameters of its transforms: for each transform the names, the types, which are lists, and which may be expressions or fields of the row.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { transforms } from 'vega';

const definitions = Object.values(transforms)
  .flatMap(({ Definition }) => Definition ?? [])
  .map(({ type, params }) => ({
    type: type.toLowerCase(),
    parameters: params.map(({ name, type: kind, array, expr }) => ({
      name,
      type: kind ?? 'any',
      list: Boolean(array),
      ...(expr && { ofRow: true }),
    })),
  }))
  .sort((left, right) => (left.type < right.type ? -1 : 1));

const target = new URL('../../resources/definition/transforms.json', import.meta.url);
const text = `[\n${definitions.map((definition) => JSON.stringify(definition)).join(',\n')}\n]\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  console.error(`${target.pathname} is not what Vega gives: run "npm run generate"`);
  process.exitCode = 1;
}
console.log(`${definitions.length} transforms`);

// The golden files are what Vega answers today.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { format, goldens } from './golden.mjs';

for (const [name, compute] of Object.entries(goldens)) {
  test(`golden ${name} is up to date`, () => {
    const file = new URL(`../resources/golden/${name}.json`, import.meta.url);
    assert.ok(readFileSync(file, 'utf8') === format(compute()), `run npm run golden and look at the difference`);
  });
}

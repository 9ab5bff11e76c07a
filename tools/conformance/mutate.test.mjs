import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutate } from './mutate.mjs';

const SPEC = { data: [{ name: 'a', values: [{ x: 1 }], transform: [{ type: 'filter', expr: 'datum.x > 0' }] }], marks: [{ type: 'rect' }] };

/** A small generator of D. H. Lehmer's kind. */
function lehmer(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

test('the same random numbers make the same change', () => {
  for (let seed = 1; seed < 200; seed++) {
    assert.deepEqual(mutate(SPEC, lehmer(seed)), mutate(SPEC, lehmer(seed)));
  }
});

test('a mutation is JSON, and mostly another spec', () => {
  const original = JSON.stringify(SPEC);
  let changed = 0;
  for (let seed = 1; seed < 200; seed++) {
    const mutation = mutate(SPEC, lehmer(seed * 7919));
    assert.deepEqual(JSON.parse(JSON.stringify(mutation)), mutation);
    changed += JSON.stringify(mutation) === original ? 0 : 1;
  }
  assert.ok(changed > 150, `${changed} changed`);
  assert.equal(JSON.stringify(SPEC), original);
});

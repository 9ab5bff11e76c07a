// The plans that JavaScript makes are those that the JVM makes, to the byte. PlanFilesTest.java has written the latter.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plan } from '../../../target/js/planner.js';

const specs = new URL('../resources/specs/', import.meta.url);
const plans = new URL('../../../target/plans/', import.meta.url);
const options = { timezone: 'Europe/Berlin', tables: ['flights'], inlineRows: 2 };

for (const name of readdirSync(specs)) {
  test(`plan of ${name} is the same on both platforms`, () => {
    const { clientSpec, taskGraph, communication, report } = plan(JSON.parse(readFileSync(new URL(name, specs))), options);
    const bytes = Buffer.from(taskGraph.buffer, taskGraph.byteOffset, taskGraph.length);
    const expected = readFileSync(new URL(`${name}.txt`, plans), 'utf8').split('\n');
    assert.equal(JSON.stringify(clientSpec), expected[0]);
    assert.equal(bytes.toString('hex'), expected[1]);
    assert.equal(JSON.stringify(communication), expected[2]);
    assert.equal(JSON.stringify(report), expected[3]);
    assert.ok(bytes.length > 0, 'the kernel has something to do');
  });
}

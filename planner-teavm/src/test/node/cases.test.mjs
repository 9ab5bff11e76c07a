// The cases and golden files that CasesTest.java and GoldenTest.java run on the JVM, with the planner as JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '../../../target/js/planner-cases.js';
import { read } from './golden.mjs';

cases.names().forEach((name, index) => {
  test(name, () => cases.run(index));
});

for (const golden of cases.goldens()) {
  test(`golden ${golden}`, () => {
    for (const { input, output, error } of read(`${golden}.json`)) {
      const answer = () => cases.answer(golden, JSON.stringify(input));
      if (error) assert.throws(answer, undefined, `no error for ${JSON.stringify(input)}`);
      else assert.equal(answer(), JSON.stringify(output), `for ${JSON.stringify(input)}`);
    }
  });
}

import { expect, test } from "vitest";
import { SpecError, toVega } from "../src/compile.js";
import { describeThrown } from "../src/error.js";

const UNIT = { data: { name: "table" }, mark: "bar", encoding: { x: { field: "a" } } };

function problemOf(spec: object) {
  try {
    toVega(spec, "vega-lite");
  } catch (thrown) {
    return describeThrown(thrown, spec, undefined);
  }
  throw new Error("The spec was taken.");
}

test("Vega-Lite is compiled, and Vega stays as it is", () => {
  const vega = toVega(UNIT, "vega-lite");
  expect(vega.marks).toHaveLength(1);
  expect(toVega(vega, "vega")).toBe(vega);
});

test("an expression that cannot be parsed is pointed at", () => {
  const spec = { ...UNIT, transform: [{ calculate: "1", as: "c" }, { filter: { and: ["datum.a +"] } }] };
  const problem = problemOf({
    hconcat: [UNIT, { ...spec, transform: [{ calculate: "datum.a +", as: "b" }] }],
  });
  expect(problem.pointer).toBe("/hconcat/1/transform/0/calculate");
  expect(problem.excerpt).toContain("datum.a +\n");
  expect(problem.place).toBe("Vega-Lite spec");
});

test("an unknown mark is named with those that there are", () => {
  const problem = problemOf({ layer: [{ ...UNIT, mark: { type: "bars" } }] });
  expect(problem.pointer).toBe("/layer/0/mark/type");
  expect(problem.message).toContain('"bars" is no mark of Vega-Lite; expected one of arc, area, bar,');
});

test("another fault is told in Vega-Lite's words", () => {
  expect(problemOf({ hello: "world" }).message).toMatch(/^Vega-Lite says: /);
  expect(() => toVega({ hello: "world" }, "vega-lite")).not.toThrow(SpecError);
});

test("rows are no part of the search for faults", () => {
  const problem = problemOf({ ...UNIT, data: { values: [{ mark: "nothing", expr: "(" }] }, mark: "bars" });
  expect(problem.pointer).toBe("/mark");
});

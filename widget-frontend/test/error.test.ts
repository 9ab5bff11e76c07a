import { expect, test } from "vitest";
import { describeError, describeThrown, valueAt } from "../src/error.js";
import { ErrorCode } from "../src/messages.js";

const SPEC = { data: [{ name: "a/b", transform: [{ type: "formula", expr: "datum.x +" }] }] };

test("an expression is shown with a caret under the offset", () => {
  const problem = describeError(
    {
      code: ErrorCode.EXPRESSION_SYNTAX,
      message: "unexpected end",
      pointer: "/data/0/transform/0/expr",
      offset: 9,
    },
    SPEC,
  );
  expect(problem.title).toBe("An expression of the chart cannot be read");
  expect(problem.excerpt).toBe("datum.x +\n         ^");
  expect(problem.hint).toContain("run the cell again");
});

test("another value is shown as JSON, shortened", () => {
  const spec = { values: Array.from({ length: 1000 }, (_, index) => index) };
  const problem = describeError({ code: ErrorCode.SPEC_INVALID, message: "m", pointer: "/values" }, spec);
  expect(problem.excerpt.length).toBeLessThan(700);
  expect(problem.excerpt.endsWith("…")).toBe(true);
});

test("an error without a place has no excerpt", () => {
  const problem = describeError({ code: ErrorCode.DATA_SOURCE, message: "no table", pointer: "" }, SPEC);
  expect([problem.pointer, problem.excerpt]).toEqual(["", ""]);
});

test("every code has a title and a hint", () => {
  for (const code of Object.values(ErrorCode).filter((value) => typeof value === "number")) {
    const problem = describeError({ code, message: "m", pointer: "" }, SPEC);
    expect(problem.title).not.toBe("");
    expect(problem.hint).not.toBe("");
  }
});

test("a code of a newer kernel is an error like any other", () => {
  const problem = describeError({ code: 99 as ErrorCode, message: "m", pointer: "" }, SPEC);
  expect(problem.title).toBe("Sheliak failed on this chart");
});

test("what Vega throws is told by its message", () => {
  expect(describeThrown(new Error("no such scale"), SPEC, SPEC)).toMatchObject({
    title: "The chart cannot be drawn",
    message: "Vega says: no such scale",
  });
});

test("what the planner throws is told with its place", () => {
  const thrown = Object.assign(new Error("unknown function"), {
    name: "SheliakError",
    code: "SPEC_INVALID",
    pointer: "/data/0/name",
    offset: -1,
  });
  const problem = describeThrown(thrown, {}, SPEC);
  expect(problem).toMatchObject({ message: "unknown function", pointer: "/data/0/name", excerpt: "a/b" });
});

test("a pointer is followed through escapes, and leads nowhere when the spec has no such place", () => {
  expect(valueAt({ "a/b": { "~": 1 } }, "/a~1b/~0")).toBe(1);
  expect(valueAt(SPEC, "/data/7/name")).toBeUndefined();
  expect(valueAt(SPEC, "/toString")).toBeUndefined();
});

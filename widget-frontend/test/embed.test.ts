import { create } from "@bufbuild/protobuf";
import { parse, type Spec, View } from "vega";
import { expect, test } from "vitest";
import { withValues } from "../src/embed.js";
import { OutputValueSchema, toValue } from "../src/messages.js";
import type { Crossing } from "../src/plan.js";
import { contextAt, type ScopeContext } from "../src/scope.js";

const CROSSINGS: Crossing[] = [
  { namespace: "data", name: "bars", scope: [1], task: 3 },
  { namespace: "signal", name: "bins", scope: [], task: 4, signal: "bins" },
];

function group(name: string, extra: object = {}) {
  return { type: "group", data: [{ name }], signals: [{ name: "own", value: name }], marks: [], ...extra };
}

test("first answers are written to where they belong, and the spec stays as it was", () => {
  const spec = {
    signals: [{ name: "bins" }],
    marks: [group("other"), { type: "rect" }, group("bars")],
  } as unknown as Spec;
  const before = structuredClone(spec);
  const filled = withValues(spec, CROSSINGS, [
    create(OutputValueSchema, {
      output: { task: 3 },
      result: { case: "value", value: toValue([{ count: 5 }]) },
    }),
    create(OutputValueSchema, {
      output: { task: 4, signal: "bins" },
      result: { case: "value", value: toValue({ start: 0, stop: 10, step: 1 }) },
    }),
    create(OutputValueSchema, { output: { task: 9 }, result: { case: "value", value: toValue(1) } }),
  ]);
  expect(filled.marks?.[2]).toMatchObject({ data: [{ name: "bars", values: [{ count: 5 }] }] });
  expect(filled.signals?.[0]).toMatchObject({ name: "bins", value: { start: 0, stop: 10, step: 1 } });
  expect(spec).toEqual(before);
});

test("nested scopes are found behind groups without a scope and behind faceted ones", async () => {
  const facet = { facet: { name: "part", data: "rows", groupby: "key" } };
  const spec = {
    data: [{ name: "rows", values: [{ key: "a" }, { key: "b" }, { key: "c" }] }],
    marks: [
      { type: "group", role: "axis-grid", marks: [] },
      { type: "group", role: "column-title", marks: [] },
      group("first"),
      { type: "rect" },
      group("faceted", { from: facet }),
      group("second", { marks: [group("inner")] }),
      group("third"),
    ],
  } as unknown as Spec;
  const view = await new View(parse(spec)).runAsync();
  const root = (view as unknown as { _runtime: ScopeContext })._runtime;
  const own = (path: number[]) => contextAt(root, spec, path).signals.own?.value;
  expect([own([2]), own([4]), own([5]), own([4, 0])]).toEqual(["first", "second", "third", "inner"]);
  expect(() => own([9])).toThrow("no group 9");
});

import { create } from "@bufbuild/protobuf";
import { parse, type Spec, View } from "vega";
import { expect, test } from "vitest";
import { arrivals, startValues, withValues } from "../src/embed.js";
import { fromValue, OutputValueSchema, toValue } from "../src/messages.js";
import type { ClientValue, ServerValue } from "../src/plan.js";

const TARGETS: ServerValue[] = [
  { namespace: "data", name: "bars", scope: [], task: 3, signal: "" },
  { namespace: "signal", name: "bins", scope: [], task: 3, signal: "bins" },
];

function answer(task: number, signal: string, value: unknown) {
  return create(OutputValueSchema, {
    output: { task, signal },
    result: { case: "value", value: toValue(value) },
  });
}

test("answers find what they are for, and errors are no values", () => {
  const failed = create(OutputValueSchema, {
    output: { task: 3 },
    result: { case: "error", value: { message: "m" } },
  });
  const arrived = arrivals(TARGETS, [answer(3, "bins", 1), answer(3, "", []), answer(9, "", 2), failed]);
  expect(arrived.map(({ target }) => target.name)).toEqual(["bins", "bars"]);
});

test("first values are in the spec that is drawn, and the given spec stays as it was", () => {
  const spec = {
    data: [{ name: "other" }, { name: "bars" }],
    signals: [{ name: "bins" }],
    marks: [],
  } as Spec;
  const before = structuredClone(spec);
  const arrived = arrivals(TARGETS, [answer(3, "", [{ count: 5 }]), answer(3, "bins", { start: 0 })]);
  expect(withValues(spec, arrived)).toEqual({
    data: [{ name: "other" }, { name: "bars", values: [{ count: 5 }] }],
    signals: [{ name: "bins", value: { start: 0 } }],
    marks: [],
  });
  expect(spec).toEqual(before);
});

test("values that only a view knows are read from one", async () => {
  const spec: Spec = {
    signals: [{ name: "half", init: "width / 2" }],
    width: 300,
    data: [
      { name: "store", values: [{ unit: "u" }], transform: [{ type: "formula", expr: "half", as: "x" }] },
    ],
  };
  const values: ClientValue[] = [
    { namespace: "signal", name: "half", scope: [], task: 0, hasInitialValue: false },
    { namespace: "data", name: "store", scope: [], task: 1, hasInitialValue: false },
  ];
  const started = await startValues(new View(parse(spec), { renderer: "none" }), values);
  expect([...started.values()].map(fromValue)).toEqual([150, [{ unit: "u", x: 150 }]]);
});

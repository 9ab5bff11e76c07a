import { expect, test } from "vitest";
import { decodeResponse, encodeRequest, fromValue, toValue } from "../src/messages.js";

test.each([
  [null],
  [undefined],
  [true],
  [0.1],
  [Number.NaN],
  [Number.NEGATIVE_INFINITY],
  [""],
  ["ä😀"],
  [[1, null, ["x"]]],
  [{ b: 1, a: { values: [[1, 2]], unit: "u" } }],
  [new Date(86_400_000)],
])("a value comes back as it went: %s", (value) => {
  expect(fromValue(toValue(value))).toEqual(value);
});

test("negative zero stays negative", () => {
  expect(Object.is(fromValue(toValue(-0)), -0)).toBe(true);
});

test("an invalid date stays a date", () => {
  expect((fromValue(toValue(new Date(Number.NaN))) as Date).getTime()).toBeNaN();
});

test("members keep their order", () => {
  expect(Object.keys(fromValue(toValue({ z: 1, a: 2, m: 3 })) as object)).toEqual(["z", "a", "m"]);
});

test("typed arrays are lists, and what has no form is undefined", () => {
  expect(fromValue(toValue(Float64Array.of(1, 2)))).toEqual([1, 2]);
  expect(fromValue(toValue([() => 1, Symbol("s"), 5n]))).toEqual([undefined, undefined, 5]);
});

test("tuple ids are left out: they mean nothing to the kernel", () => {
  expect(fromValue(toValue({ a: 1, [Symbol("vega_id")]: 7 }))).toEqual({ a: 1 });
});

test("a request's bytes are those of the contract", () => {
  const bytes = encodeRequest(3, {
    updates: [{ task: 2, value: toValue("x") }],
    outputs: [{ task: 1, signal: "s" }],
  });
  // sequence = 3; updates { task = 2, value { text = "x" } }; outputs { task = 1, signal = "s" }
  expect([...bytes]).toEqual([8, 3, 26, 7, 8, 2, 18, 3, 34, 1, 120, 34, 5, 8, 1, 18, 1, 115]);
});

test("bytes that are no response are an error", () => {
  expect(() => decodeResponse(Uint8Array.of(255, 255, 255))).toThrow();
});

import { readFileSync } from "node:fs";
import * as arrow from "@uwdata/flechette";
import { expect, test } from "vitest";
import { decodeTable } from "../src/arrow.js";

function encode(columns: Record<string, { type: arrow.DataType; values: unknown[] }>): Uint8Array {
  const arrays = Object.fromEntries(Object.entries(columns).map(([name, { values }]) => [name, values]));
  const types = Object.fromEntries(Object.entries(columns).map(([name, { type }]) => [name, type]));
  return arrow.tableToIPC(arrow.tableFromArrays(arrays, { types }), { format: "stream" }) as Uint8Array;
}

test("each type becomes what Vega expects, and nulls stay null", () => {
  const ipc = encode({
    number: { type: arrow.float64(), values: [1.5, null, Number.NaN] },
    bin: { type: arrow.dictionary(arrow.float64(), arrow.uint8()), values: [0.5, null, 0.5] },
    long: { type: arrow.int64(), values: [1n, null, 9_007_199_254_740_993n] },
    text: { type: arrow.utf8(), values: ["a", null, "ä"] },
    category: { type: arrow.dictionary(arrow.utf8()), values: ["x", "x", null] },
    flag: { type: arrow.bool(), values: [true, null, false] },
    when: { type: arrow.timestamp(arrow.TimeUnit.MILLISECOND), values: [new Date(5), null, new Date(-7)] },
  });
  expect(decodeTable(ipc)).toEqual([
    { number: 1.5, bin: 0.5, long: 1, text: "a", category: "x", flag: true, when: new Date(5) },
    { number: null, bin: null, long: null, text: null, category: "x", flag: null, when: null },
    {
      number: Number.NaN,
      bin: 0.5,
      long: 9_007_199_254_740_992,
      text: "ä",
      category: null,
      flag: false,
      when: new Date(-7),
    },
  ]);
});

test("a column of JSON text is parsed value by value, with what JSON has not", () => {
  const field = arrow.field("mixed", arrow.utf8(), true, new Map([["sheliak.type", "json"]]));
  const texts = [
    '[1,{"$number":"NaN"}]',
    null,
    '{"b":null,"$c":{"$date":5}}',
    "null",
    '{"$date":null}',
    '{"$$date":1}',
  ];
  const column = arrow.columnFromArray(texts, arrow.utf8());
  const ipc = arrow.tableToIPC(new arrow.Table(schemaOf([field]), [column]), { format: "stream" });
  expect(decodeTable(ipc as Uint8Array).map(({ mixed }) => mixed)).toEqual([
    [1, Number.NaN],
    undefined,
    { b: null, $c: new Date(5) },
    null,
    new Date(Number.NaN),
    { $date: 1 },
  ]);
});

test("rows are new objects, and a table without rows has none", () => {
  const ipc = encode({ number: { type: arrow.float64(), values: [1] } });
  expect(decodeTable(ipc)[0]).not.toBe(decodeTable(ipc)[0]);
  expect(decodeTable(encode({ number: { type: arrow.float64(), values: [] } }))).toEqual([]);
});

test("an invalid date is one", () => {
  const type = arrow.timestamp(arrow.TimeUnit.MILLISECOND);
  const tuples = decodeTable(encode({ when: { type, values: [-(2 ** 63)] } }));
  expect(tuples).toEqual([{ when: new Date(Number.NaN) }]);
});

test("a stream in the middle of a message is read wherever it begins", () => {
  const ipc = encode({ number: { type: arrow.float64(), values: [1, 2] } });
  const message = new Uint8Array(ipc.length + 3);
  message.set(ipc, 3);
  expect(decodeTable(message.subarray(3))).toEqual([{ number: 1 }, { number: 2 }]);
});

test("a file written by another library is read", () => {
  const file = new URL("../node_modules/vega-datasets/data/flights-200k.arrow", import.meta.url);
  const tuples = decodeTable(readFileSync(file));
  expect(tuples).toHaveLength(200_000);
  expect(Object.keys(tuples[0] ?? {})).toEqual(["delay", "distance", "time"]);
});

test("bytes that are no Arrow stream are an error", () => {
  expect(() => decodeTable(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))).toThrow();
});

function schemaOf(fields: arrow.Field[]): arrow.Schema {
  return { version: arrow.Version.V5, endianness: arrow.Endianness.Little, fields, metadata: null };
}

import { type Column, type Field, type IntType, Type, tableFromIPC } from "@uwdata/flechette";
import { parseTagged } from "./tagged.js";

/** A row as Vega reads it. */
export type Tuple = Record<string, unknown>;

/** Field metadata: each value of the column is JSON text, and Arrow's null is undefined. */
const TYPE_KEY = "sheliak.type";
const JSON_TYPE = "json";
/** Field metadata: no column, but as many values as there are rows. */
const ROWS_TYPE = "rows";

/** What stands for an invalid date, in milliseconds. */
const INVALID_DATE = -(2n ** 63n);

/** Bytes to which Arrow aligns buffers, counted from the stream's begin. */
const ALIGNMENT = 8;

/**
 * The rows of an Arrow IPC stream as new Vega tuples: numbers (64-bit integers too) as numbers, timestamps (in
 * milliseconds) and dates as Date, dictionary-encoded text as text, and nulls as null. Cost: one object per row.
 *
 * @throws when the bytes are no Arrow IPC stream
 */
export function decodeTable(ipc: Uint8Array): Tuple[] {
  // Columns are views of the bytes; in the middle of a message these may lie at an address that no number can.
  const aligned = ipc.byteOffset % ALIGNMENT === 0 ? ipc : ipc.slice();
  const table = tableFromIPC(aligned, { useBigInt: true, useBigIntTimestamp: true, useDate: true });
  const columns = table.schema.fields.flatMap((field, index) =>
    field.metadata?.get(TYPE_KEY) === ROWS_TYPE
      ? []
      : [
          {
            name: field.name,
            values: toVegaValues(field, (table.getChildAt(index) as Column<unknown>).toArray()),
          },
        ],
  );
  const tuples: Tuple[] = new Array(table.numRows);
  for (let row = 0; row < tuples.length; row++) {
    const tuple: Tuple = {};
    for (const { name, values } of columns) {
      tuple[name] = values[row];
    }
    tuples[row] = tuple;
  }
  return tuples;
}

function toVegaValues(field: Field, values: ArrayLike<unknown>): ArrayLike<unknown> {
  if (field.metadata?.get(TYPE_KEY) === JSON_TYPE) {
    return Array.from(values, (text) => (typeof text === "string" ? parseTagged(text) : undefined));
  }
  if (field.type.typeId === Type.Int && (field.type as IntType).bitWidth === 64) {
    return Array.from(values, (value) => (typeof value === "bigint" ? Number(value) : value));
  }
  if (field.type.typeId === Type.Timestamp) {
    return Array.from(values, (value) => (typeof value === "bigint" ? toDate(value) : value));
  }
  return values;
}

function toDate(epochMillis: bigint): Date {
  return new Date(epochMillis === INVALID_DATE ? Number.NaN : Number(epochMillis));
}

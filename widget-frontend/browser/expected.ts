import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { tableFromIPC } from "@uwdata/flechette";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Bars } from "./chart.js";
import { ROOT } from "./server.js";

/** The extents of the brushes, by the field that they filter; a field without a brush is not filtered. */
export type Brushes = Partial<Record<"delay" | "distance" | "hour", readonly [number, number]>>;

/** How flights.ipynb bins each field. */
const BINS = {
  delay: { start: -60, step: 10, stop: 180 },
  distance: { start: 0, step: 200, stop: 5000 },
  hour: { start: 0, step: 1, stop: 24 },
};

const FLIGHTS = `
  SELECT delay, distance, hour("date") + minute("date") / 60 AS hour
  FROM '${join(ROOT, ".data/flights-3m.parquet")}'
  WHERE delay BETWEEN -60 AND 180`;

/** The bars of one histogram of flights-3m.parquet, counted by DuckDB. */
export async function countFlights(field: keyof typeof BINS, brushes: Brushes): Promise<Bars> {
  const { start, step, stop } = BINS[field];
  // The end of the last bin belongs to it.
  const bin = `${start} + ${step} * floor((least(${field}, ${stop - step}) - ${start}) / ${step})`;
  const filters = Object.entries(brushes).map(([name, [low, high]]) => `${name} BETWEEN ${low} AND ${high}`);
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = await connection.runAndReadAll(
    `SELECT ${bin} AS bin, count(*) AS count FROM (${FLIGHTS})
     WHERE ${["true", ...filters].join(" AND ")} GROUP BY bin`,
  );
  connection.closeSync();
  return Object.fromEntries(rows.getRows().map(([bin, count]) => [String(Number(bin)), Number(count)]));
}

/** The same spec drawn by Vega alone in Node, over the rows of flights-200k.arrow. */
export class VegaOnly {
  readonly #view: View;

  constructor(spec: object) {
    this.#view = new View(parse(compile(spec as TopLevelSpec).spec), { renderer: "none" });
    const ipc = readFileSync(join(ROOT, ".data/flights-200k.arrow"));
    this.#view.data(
      "flights",
      tableFromIPC(ipc)
        .toArray()
        .map((row) => ({ ...row })),
    );
  }

  /** Sets a brush as it was in another drawing: the rows of its store. */
  async setStore(name: string, rows: readonly object[]): Promise<void> {
    await this.#view.data(name, [...rows]).runAsync();
  }

  async bars(mark: string): Promise<Bars> {
    await this.#view.runAsync();
    interface Item {
      readonly name?: string;
      readonly items?: readonly Item[];
      readonly datum?: Record<string, unknown>;
    }
    const find = (item: Item): Item | undefined =>
      item.name === mark ? item : item.items?.map(find).find((found) => found !== undefined);
    const root = (this.#view.scenegraph() as unknown as { root: Item }).root;
    return Object.fromEntries(
      (find(root)?.items ?? []).map(({ datum = {} }) => {
        const bin = Object.keys(datum).find((name) => name.startsWith("bin_")) ?? "";
        return [String(datum[bin]), Number(datum.__count)];
      }),
    );
  }
}

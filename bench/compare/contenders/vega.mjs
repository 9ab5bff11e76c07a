// Vega in Node as a contender: reads one JSON object per line, and answers each with one.
//
//   node vega.mjs TABLE FILE.arrow
//
// The table's rows are objects before anything is measured, as a browser that has loaded them has them.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../../../widget-frontend/package.json", import.meta.url));
const vega = await import(require.resolve("vega"));
const { tableFromIPC } = await import(require.resolve("@uwdata/flechette"));

const [name, file] = process.argv.slice(2);
const rows = tableFromIPC(readFileSync(file), { useDate: true }).toArray().map((row) => ({ ...row }));
let spec;
let view;

/** The spec with the rows of the table in place of its URL. */
function withRows() {
  const ingested = rows.map((row) => ({ ...row }));
  const data = spec.data.map((each) =>
    each.url === `table://${name}` ? { ...each, url: undefined, format: undefined, values: ingested } : each,
  );
  return { ...spec, data };
}

const commands = {
  open(command) {
    spec = command.spec;
    view?.finalize();
    view = undefined;
    return {};
  },
  async draw() {
    view?.finalize();
    const drawn = withRows();
    const start = performance.now();
    view = new vega.View(vega.parse(drawn), { renderer: "none" });
    await view.runAsync();
    return { millis: performance.now() - start };
  },
  async update({ values }) {
    const start = performance.now();
    for (const [key, value] of Object.entries(values)) {
      if (key.endsWith("_store")) {
        view.data(key, value);
      } else {
        view.signal(key, value);
      }
    }
    await view.runAsync();
    return { millis: performance.now() - start };
  },
  rows({ view: data, fields }) {
    const drawn = view.data(data);
    return { columns: fields.map((field) => drawn.map((row) => Number.isNaN(+row[field]) ? row[field] : +row[field])) };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  console.log(JSON.stringify(await commands[command.do](command)));
}

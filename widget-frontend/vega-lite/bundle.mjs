// Writes Vega-Lite as one script, for a JavaScript engine that knows no classes: Rhino, in the JVM; and beside it its
// version, and the licences of the packages that are in the script.
//
//   node bundle.mjs FOLDER
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { minifySync } from "rolldown/utils";
import ts from "typescript";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const bundle = await rolldown({
  input: here("compile.js"),
  resolve: {
    alias: { vega: here("vega.js"), "../../planner-teavm/target/js/planner.js": here("planner.js") },
  },
});
const { output } = await bundle.generate({ format: "iife", name: "vegaLite", minify: true });
const { outputText } = ts.transpileModule(output[0].code, {
  compilerOptions: {
    target: ts.ScriptTarget.ES5,
    module: ts.ModuleKind.None,
    downlevelIteration: true,
  },
});
// White space only: what else the minifier does would bring back syntax that Rhino does not know.
const { code } = minifySync("vega-lite.js", outputText, { compress: false, mangle: false });

const { version } = JSON.parse(readFileSync(here("../node_modules/vega-lite/package.json"), "utf8"));

/** The licences of the packages that modules come from, each with the package's name. */
function licences(modules) {
  const folders = new Set(modules.map((module) => module.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]));
  folders.delete(undefined);
  return [...folders].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
}

const [folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "vega-lite.js"), code);
writeFileSync(join(folder, "vega-lite.version"), version);
writeFileSync(join(folder, "vega-lite.LICENSE"), licences(output[0].moduleIds).join("\n"));

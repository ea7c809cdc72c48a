// Runs Python in Pyodide under Node: node checks.mjs PYODIDE PROGRAM INPUT WHEEL… > output
// What the program leaves in the name `output` is printed; the text of the file INPUT is its `given`.
import { readFileSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";

const [folder, program, input, ...wheels] = process.argv.slice(2);
const { loadPyodide } = createRequire(import.meta.url)(resolve(folder, "pyodide.js"));
const pyodide = await loadPyodide({ indexURL: resolve(folder) + "/" });
const site = pyodide.runPython("import site; site.getsitepackages()[0]");
for (const wheel of wheels) {
  const file = join(folder, wheel);
  pyodide.unpackArchive(new Uint8Array(readFileSync(file)), "wheel", { extractDir: site });
}
pyodide.globals.set("given", readFileSync(input, "utf-8"));
pyodide.setStdout({ batched: (line) => writeSync(2, line + "\n") });
pyodide.runPython(readFileSync(program, "utf-8"), { filename: basename(program) });
writeSync(1, pyodide.globals.get("output") + "\n");

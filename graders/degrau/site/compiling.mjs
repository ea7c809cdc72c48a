// Compiles the archives of a folder in Pyodide: node compiling.mjs PYODIDE PROGRAM FOLDER NAME…
// Those that are named keep their sources.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [pyodideFolder, program, folder, ...names] = process.argv.slice(2);
const { loadPyodide } = createRequire(import.meta.url)(join(resolve(pyodideFolder), "pyodide.js"));
const pyodide = await loadPyodide({ indexURL: resolve(pyodideFolder) + "/" });
pyodide.FS.mkdir("/archives");
pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root: resolve(folder) }, "/archives");
pyodide.runPython(readFileSync(program, "utf-8"), { filename: program });
pyodide.globals.get("main")(pyodide.runPython("Path('/archives')"), pyodide.toPy(new Set(names)));

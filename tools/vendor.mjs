// Copies the vendored modules from node_modules to static/vendor/, byte for byte but for the source map line
// (the maps are not shipped, and a hashing static storage refuses a reference it cannot follow).
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const FROM = "node_modules";
const TO = "static/vendor";
const MODULES = {
  "lit-html": ["lit-html.js", "directive.js", "directive-helpers.js", "directives/repeat.js", "directives/live.js"],
  zzfx: ["ZzFX.js"],
};

for (const [library, modules] of Object.entries(MODULES)) {
  await rm(join(TO, library), { recursive: true, force: true });
  for (const module of modules) await vendor(join(library, module));
  await cp(join(FROM, library, "LICENSE"), join(TO, library, "LICENSE"));
}

/** @param {string} path */
async function vendor(path) {
  const source = await readFile(join(FROM, path), "utf8");
  await mkdir(dirname(join(TO, path)), { recursive: true });
  await writeFile(join(TO, path), source.replace(/^\/\/# sourceMappingURL=.*\n?/m, ""));
}

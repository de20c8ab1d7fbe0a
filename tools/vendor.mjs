// Copies the vendored modules from node_modules to static/vendor/, byte for byte but for the source map line
// (the maps are not shipped, and a hashing static storage refuses a reference it cannot follow).
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const FROM = "node_modules/lit-html";
const TO = "static/vendor/lit-html";
const MODULES = ["lit-html.js", "directive.js", "directive-helpers.js", "directives/repeat.js", "directives/live.js"];

await rm(TO, { recursive: true, force: true });
for (const module of MODULES) {
  const source = await readFile(join(FROM, module), "utf8");
  const target = join(TO, module);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, source.replace(/^\/\/# sourceMappingURL=.*\n?/m, ""));
}
await cp(join(FROM, "LICENSE"), join(TO, "LICENSE"));

// Joins the modules of each page into one file of static/built/: a hundred small ones keep a phone busy (docs/performance.md).
//
//   node tools/bundle.mjs           write them
//   node tools/bundle.mjs --check   only say whether they are what the sources make
//
// The first line of each names its sources by their digest, so that tests/pages/test_scripts.py sees without Node when they are stale.

import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";

const PAGES = ["room", "screen", "replay"];
const SCRIPTS = "static/js";
const TO = "static/built";
const LIBRARY = "static/vendor/lit-html";
const MAKERS = ["package.json", "tools/bundle.mjs"];

/** All that the files are made of, as one SHA-256 in hexadecimal; tests/built.py counts the same. */
async function digest() {
  const folders = [...PAGES.map((page) => join(SCRIPTS, page)), LIBRARY];
  const found = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })));
  const scripts = found.flat().filter(({ name }) => name.endsWith(".js")).map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash("sha256");
  for (const path of [...MAKERS, ...scripts.sort()]) hash.update(await readFile(path));
  return hash.digest("hex");
}

const { outputFiles } = await build({
  // What development runs, too.
  alias: { "lit-html/directives": `./${LIBRARY}/directives`, "lit-html": `./${LIBRARY}/lit-html.js` },
  entryPoints: Object.fromEntries(PAGES.map((page) => [page, join(SCRIPTS, page, "main.js")])),
  banner: { js: `// Made of static/js by "make bundle"; sources ${await digest()}` },
  bundle: true,
  // What differs from visitor to visitor, or is asked for later, stays apart: the page's import map leads to it.
  external: ["language", "zzfx"],
  format: "esm",
  minify: true,
  outdir: TO,
  target: "es2022",
  tsconfigRaw: {},
  write: false,
});

const stale = [];
for (const { path, text } of outputFiles) {
  const file = join(TO, basename(path));
  if (text === (await readFile(file, "utf8").catch(() => ""))) continue;
  stale.push(file);
  if (process.argv.includes("--check")) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
if (stale.length > 0 && process.argv.includes("--check")) {
  console.error(`mafia: ${stale.join(", ")}: not what the sources make; make bundle makes them anew`);
  process.exitCode = 1;
}

// Writes dist/; with --check, only says whether dist/ is what would be written.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import openapi, { astToString } from "openapi-typescript";

const DESCRIPTION = new URL("../src/main/resources/META-INF/openapi.yaml", import.meta.url);
const MAX_GZIP = 40_000;
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const fresh = "build/dist";

rmSync("build", { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });
writeFileSync("src/api.ts", `// Generated from openapi.yaml\n\n${astToString(await openapi(DESCRIPTION))}`);
execFileSync("node_modules/.bin/tsc", { stdio: "inherit" });
for (const name of ["api", "enrollment-client", "enrollment-campaigns"]) {
  cpSync(`build/${name}.d.ts`, `${fresh}/${name}.d.ts`);
}
const common = { bundle: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none",
  banner: { js: `/*! enrollment-client ${version} | Apache-2.0 */` } };
await build({ ...common, entryPoints: ["src/enrollment-client.ts"], outfile: `${fresh}/enrollment-client.js` });
await build({ ...common, entryPoints: ["src/enrollment-campaigns.ts"], outfile: `${fresh}/enrollment-campaigns.js`, minify: true });

const size = gzipSync(readFileSync(`${fresh}/enrollment-campaigns.js`), { level: 9 }).length;
console.log(`enrollment-campaigns.js: ${size} bytes with gzip, of at most ${MAX_GZIP}`);
if (size > MAX_GZIP) {
  throw new Error("enrollment-campaigns.js is too large");
}
if (process.argv.includes("--check")) {
  const files = (directory) => readdirSync(directory).sort().map((name) => `${name}\n${readFileSync(`${directory}/${name}`, "utf8")}`);
  if (files(fresh).join() !== files("dist").join()) {
    throw new Error("dist/ is not what the sources give: run npm run build, and commit it");
  }
} else {
  rmSync("dist", { recursive: true, force: true });
  cpSync(fresh, "dist", { recursive: true });
}

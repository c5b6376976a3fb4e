/** What `fixlore build` does, with the search index in parts as small as wanted: thousands of notes otherwise. SIZE FOLDER --out DIR --base PATH. */
import { parseArgs } from "node:util";
import { buildSite } from "../../src/cli/build-site.ts";
import { usualReading } from "../../src/config.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string", default: "dist" }, base: { type: "string", default: "/" } },
});
const [size = "", ...inputs] = positionals;
await buildSite(
  { inputs, cwd: process.cwd(), settings: usualReading, searchPartSize: Number(size) },
  values.out,
  { title: "Harbour casebook", base: values.base, origin: null, repository: null, repositoryRoot: null },
  { update: () => undefined, end: () => undefined },
);

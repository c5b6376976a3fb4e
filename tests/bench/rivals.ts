/** A site of the same notes as Astro makes it by itself: a collection, one page a note, no records and no search. */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readSources } from "../../src/source/read-sources.ts";
import { alternate, median, type BenchContext, type Benchmark, type BenchTable } from "./benchmark.ts";
import { measureBuild } from "./measure-build.ts";
import { measureProcess, type ProcessCost } from "./measure-process.ts";

const project: Record<string, string> = {
  "package.json": '{ "name": "plain-site", "type": "module", "private": true }\n',
  "astro.config.mjs": 'import { defineConfig } from "astro/config";\nexport default defineConfig({});\n',
  "src/content.config.ts": `import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

export const collections = { notes: defineCollection({ loader: glob({ pattern: "**/*.md", base: "./notes" }) }) };
`,
  "src/pages/[...slug].astro": `---
import { getCollection, render } from "astro:content";
export async function getStaticPaths() {
  const notes = await getCollection("notes");
  return notes.map((note) => ({ params: { slug: note.id }, props: { note } }));
}
const { note } = Astro.props;
const { Content } = await render(note);
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{note.id}</title></head>
  <body><main><Content /></main></body>
</html>
`,
};

export const rivals: Benchmark = {
  name: "rivals",
  about: "a plain Astro site of the same notes as a yardstick, in turn with ours",
  async run({ folder, scratch, repeats, bytes, say }: BenchContext): Promise<BenchTable[]> {
    const plain = join(scratch, "plain");
    await writeProject(plain, folder);
    const astro = resolve(import.meta.dirname, "../../node_modules/astro/bin/astro.mjs");
    const costs = await alternate<ProcessCost>(repeats, {
      "plain Astro, cold": () => {
        say("  plain Astro");
        for (const name of ["dist", ".astro", "node_modules/.astro"])
          rmSync(join(plain, name), { recursive: true, force: true });
        return measureProcess([astro, "build", "--silent"], { cwd: plain, env: { ASTRO_TELEMETRY_DISABLED: "1" } });
      },
      "Fixlore, cold": () => {
        say("  Fixlore");
        const place = join(scratch, "ours");
        rmSync(place, { recursive: true, force: true });
        mkdirSync(place, { recursive: true });
        return measureBuild(folder, join(place, "site"), place);
      },
    });
    const [yardstick = []] = Object.values(costs);
    const secondsOf = (runs: readonly ProcessCost[]): number => median(runs.map(({ seconds }) => seconds));
    return [
      {
        title: "A plain site of the same notes as a yardstick",
        columns: [
          { name: "build" },
          { name: "time", unit: "s" },
          { name: "cpu", unit: "s" },
          { name: "speed", unit: "MB/s" },
          { name: "peak", unit: "MB" },
          { name: "times the yardstick", unit: "×" },
        ],
        rows: Object.entries(costs).map(([build, runs]) => ({
          build,
          time: secondsOf(runs),
          cpu: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
          speed: bytes / 1e6 / secondsOf(runs),
          peak: median(runs.map(({ peakBytes }) => peakBytes)) / 1e6,
          "times the yardstick": secondsOf(runs) / secondsOf(yardstick),
        })),
        notes: ["The plain site has one page a note, coloured code, and neither records, lists nor search."],
      },
    ];
  },
};

/** Front matter and pictures are taken out of the notes: the plain build would fail for those that are broken or missing. */
async function writeProject(to: string, folder: string): Promise<void> {
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), text);
  };
  for (const [name, text] of Object.entries(project)) write(name, text);
  const { files } = await readSources([folder]);
  for (const { path, bytes } of files) {
    const text = new TextDecoder().decode(bytes).replace(/^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n)/, "");
    write(join("notes", path.replace(/\.[^.]*$/, ".md")), text.replaceAll("![", "[").replace(/<img\b/gi, "<i"));
  }
  // Packages are found beside the project; Astro's own cache must not be kept among ours.
  mkdirSync(join(to, "node_modules"));
  symlinkSync(resolve(import.meta.dirname, "../../node_modules/astro"), join(to, "node_modules/astro"));
}

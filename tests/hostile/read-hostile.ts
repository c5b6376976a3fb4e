/** The name of a group and a size in, each hostile note of it read and rendered out: one name a line as it ends. Run as a process, so that one that hangs or breaks the process is seen. */
import { readNote } from "../../src/build-knowledge.ts";
import { parseDocument } from "../../src/document/parse-document.ts";
import { parseMarkdown } from "../../src/document/parse-markdown.ts";
import { createRenderer } from "../../src/render/create-renderer.ts";
import { places, structures, units } from "./hostile-notes.ts";

const [group = "", size = "", share = "1"] = process.argv.slice(2);

function* listNotes(): Generator<[name: string, note: string]> {
  if (group === "structures") {
    for (const [name, write] of Object.entries(structures)) yield [name, write(Number(size))];
    return;
  }
  // Of the pairs every nth: all units and all places are among them.
  let number = 0;
  for (const [place, write] of Object.entries(places)) {
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(Number(size) / unit.length));
      if (number++ % Number(share) === 0) yield [`${JSON.stringify(unit)} in ${place}`, write(text)];
    }
  }
}

for (const [name, text] of listNotes()) {
  const started = performance.now();
  const { session, issues, diagnostics, source } = readNote({ path: "note.md", bytes: new TextEncoder().encode(text) });
  const read = performance.now();
  const renderer = await createRenderer({
    notes: [{ path: "note.md", text: source, address: "/sessions/note/" }],
    parse: (markdown) => parseMarkdown(markdown),
    parseNote: (path, text) => parseDocument({ path, text, repairs: [], diagnostics: [] }).tree,
    processes: 1,
  });
  let html = renderer.renderNote("note.md", session.title, [1], []).length;
  for (const issue of issues.slice(0, 50))
    for (const excerpt of [issue.problem, issue.rootCause, issue.fix])
      if (excerpt) html += renderer.renderExcerpt(excerpt, "note.md").length;
  const rendered = performance.now();
  const rules = [...new Set(diagnostics.map(({ ruleId }) => ruleId))].join(" ");
  process.stdout.write(
    `${name}\t${text.length}\t${Math.round(read - started)} ms\t${Math.round(rendered - read)} ms\t${html}\t${rules}\n`,
  );
}

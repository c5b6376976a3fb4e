/** A note in, what does not hold for it out, after all stages: reading, merging, rendering. */
import { readNote } from "../../src/build-knowledge.ts";
import { parseDocument } from "../../src/document/parse-document.ts";
import { parseMarkdown } from "../../src/document/parse-markdown.ts";
import { mergeRecords } from "../../src/knowledge/merge-records.ts";
import { createRenderer } from "../../src/render/create-renderer.ts";
import { listExcerpts } from "../properties/list-places.ts";
import { findActive, idsOf } from "../render/inspect-html.ts";

const address = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Throws where a stage does; that, too, is what does not hold. */
export async function checkNote(bytes: Uint8Array | string, path = "note.md"): Promise<string[]> {
  const faults: string[] = [];
  const data = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const extraction = readNote({ path, bytes: data });
  const { source, ...records } = extraction;
  for (const { at, value } of listExcerpts(records)) {
    const { start, end } = value.place;
    if (value.markdown !== source.slice(start.offset, end.offset)) faults.push(`${at} is no slice`);
  }
  const base = mergeRecords([extraction]);
  for (const { slug } of [...base.issues, ...base.lessons, ...base.sessions, ...base.files])
    if (!address.test(slug) || slug.length > 80) faults.push(`address ${slug}`);
  for (const { title } of [...base.issues, ...base.lessons, ...base.sessions])
    if (title.trim() === "") faults.push("a record without a title");
  if (!JSON.stringify(base).isWellFormed()) faults.push("half of a character");
  const renderer = await createRenderer({
    notes: [{ path, text: source, address: "/sessions/note/" }],
    parse: (markdown) => parseMarkdown(markdown),
    parseNote: (notePath, text) => parseDocument({ path: notePath, text, repairs: [], diagnostics: [] }).tree,
    processes: 1,
  });
  const pages = [renderer.renderNote(path, extraction.session.title, [1, 2, 3], [])];
  for (const issue of base.issues)
    for (const excerpt of [issue.problem, issue.rootCause, issue.fix, ...issue.attempts])
      if (excerpt) pages.push(renderer.renderExcerpt(excerpt, path));
  for (const html of pages) {
    faults.push(...findActive(html));
    const ids = idsOf(html);
    if (new Set(ids).size < ids.length) faults.push("an id twice");
    faults.push(...ids.filter((id) => !/^(?:note-|h-|L\d+$|footnote)/.test(id)).map((id) => `id ${id}`));
  }
  return faults;
}

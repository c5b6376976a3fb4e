/** The units of one issue in, the files that they tie to it out. */
import type { Code, RootContent } from "mdast";
import type { FileReference } from "../../model.ts";
import { spanOf, type NoteText, type Span } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { nodesOf, walkUnits } from "../layout/walk-units.ts";
import { mergeFiles, readFiles } from "../words/read-files.ts";
import { sectionKindOf } from "../words/read-label.ts";
import { collectCode } from "./code-examples.ts";
import type { IssueGroup } from "./group-candidates.ts";
import type { Candidate } from "./candidate.ts";

/** Files of labels, prose and of comments that head a code block; code itself names too many. */
export function readIssueFiles(units: readonly Candidate[], text: NoteText): FileReference[] {
  const files: FileReference[] = [];
  for (const { unit } of units) {
    const codes = collectCode(nodesOf(unit)).map((code) => ({ ...spanOf(code), kept: headComment(code) }));
    const left = [...codes, ...asides(unit, text)].sort((a, b) => a.start - b.start);
    let offset = unit.span.start;
    let prose = "";
    for (const { start, end, kept } of left) {
      if (start < offset) continue;
      prose += text.text.slice(offset, start) + kept;
      offset = end;
    }
    prose += text.text.slice(offset, Math.max(offset, unit.span.end));
    files.push(...readFiles(prose));
  }
  return mergeFiles(files);
}

/** What a note about one problem says beside it: options, lessons and references name files that it does not touch. */
const aside = new Set(["lessons", "insights", "options", "hypotheses", "documents", "attempts", "actions"]);

/** Words over what an issue left as it was, or only points to. */
const untouched =
  /\b(?:kept|unchanged|untouched|unaffected|not (?:affected|changed|modified|touched)|no changes?|references?)\b/i;

function asides(unit: Unit, text: NoteText): (Span & { kept: string })[] {
  const sections = [...walkUnits(unit)].filter(
    ({ kind, title }) =>
      (kind === "heading" && unit.kind === "note" && aside.has(sectionKindOf(title))) ||
      ((kind === "heading" || kind === "bold") && untouched.test(title)),
  );
  return [...sections.map(({ span }) => span), ...untouchedLists(nodesOf(unit), text)].map(({ start, end }) => ({
    start,
    end,
    kept: "",
  }));
}

/** The list below "**Migrations kept**:". */
function untouchedLists(nodes: readonly RootContent[], text: NoteText): Span[] {
  return nodes.flatMap((node, index) => {
    const lead = nodes[index - 1];
    if (node.type !== "list" || lead?.type !== "paragraph") return [];
    const line = text.plain(spanOf(lead)).split("\n").at(-1) ?? "";
    return line.length < 100 && untouched.test(line) ? [spanOf(node)] : [];
  });
}

/** "004/005" with two files: one each, in their order. */
export function shareOf(files: FileReference[], share: IssueGroup["share"]): FileReference[] {
  return share && files.length === share.of ? files.slice(share.index, share.index + 1) : files;
}

/** The first comment lines of a block: `// pkg/server/server.go (NewServer)`. */
function headComment(code: Code): string {
  const lines = code.value.split("\n").slice(0, 2);
  return lines
    .filter((line) => /^\s*(\/\/|#|--|\/\*|<!--|;)/.test(line))
    .map((line) => `\n${line.trim()}\n`)
    .join("");
}

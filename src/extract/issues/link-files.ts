/** Reports and their note in, reports with their files completed out: bare names become paths, file lists find their issue. */
import type { FileReference, IssueReport } from "../../model.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { readFields } from "../layout/read-fields.ts";
import { mergeFiles, readFiles } from "../words/read-files.ts";
import { sectionKindOf } from "../words/read-label.ts";
import { sharedWords } from "../words/similarity.ts";
import { walkUnits } from "../layout/walk-units.ts";

/** One entry of a list of changed files, with what it says of them. */
interface FileEntry {
  files: FileReference[];
  words: string;
}

/** Completes the files of each report from what the whole note knows; `whole` is the report that is the note itself. */
export function linkFiles(
  reports: readonly IssueReport[],
  note: Unit,
  text: NoteText,
  whole: IssueReport | null,
): void {
  const entries = listedFiles(note, text);
  const common = headerFiles(note, text);
  const isOneFile = entries.length === 1 && reports.every(({ files }) => files.length === 0);
  for (const report of reports) {
    if (report.files.length === 0) report.files = filesFor(report, entries, common, report === whole || isOneFile);
    report.files = mergeFiles(
      report.files.map((file) => ({
        ...file,
        path: fullPath(
          file.path,
          report.files.map((other) => other.path).filter((path) => path.includes("/")),
        ),
      })),
    );
  }
}

/** A bare name stands for the one path of the note that ends with it; with two such paths it stays as written. */
function fullPath(path: string, paths: readonly string[]): string {
  const ending = `/${path.replace(/^\.?\//, "")}`;
  const longer = paths.filter((other) => other.endsWith(ending) && other.length > path.length);
  return longer.length === 1 ? (longer[0] ?? path) : path;
}

/** "All three fixes" behind a changed file ties it to each. */
const forAll =
  /\b(?:all|both) (?:(?:of )?(?:the|these|\w+) )?(?:fix(?:es)?|issues?|bugs?|changes?|problems?|corrections?)\b/i;

function filesFor(
  report: IssueReport,
  entries: readonly FileEntry[],
  common: FileReference[],
  isForAll: boolean,
): FileReference[] {
  if (common.length > 0) return common.map((file) => ({ ...file }));
  if (isForAll) return entries.flatMap(({ files }) => files);
  const told = `${report.title} ${report.fix?.text.slice(0, 300) ?? ""}`;
  const scored = entries.map(({ files, words }) => ({
    files,
    words,
    title: sharedWords(words, report.title),
    all: sharedWords(words, told),
  }));
  const best = Math.max(0, ...scored.map(({ all }) => all));
  return scored
    .filter(({ words, title, all }) => forAll.test(words) || (all === best && title > 0 && (title >= 2 || all >= 3)))
    .flatMap(({ files }) => files);
}

/** "**File**: x" in the header of a note speaks for all its issues. */
function headerFiles(note: Unit, text: NoteText): FileReference[] {
  const labels = readFields({ ...note, children: [] }, text.text).filter(({ role }) => role === "files");
  return labels.flatMap(({ value }) => readFiles(text.text.slice(value.start, value.end)));
}

/** The items and rows of sections such as "Files Modified". */
function listedFiles(note: Unit, text: NoteText): FileEntry[] {
  const entries: FileEntry[] = [];
  for (const unit of walkUnits(note)) {
    if ((unit.kind !== "item" && unit.kind !== "row") || unit.parent?.kind === "item") continue;
    let above = unit.parent;
    while (above && above.kind !== "note" && sectionKindOf(above.title) !== "files") above = above.parent;
    if (!above || above.kind === "note") continue;
    const markdown = text.text.slice(unit.span.start, unit.span.end);
    const files = readFiles(markdown);
    if (files.length > 0) entries.push({ files: files.slice(0, 1), words: text.plain(unit.span) });
  }
  return entries;
}

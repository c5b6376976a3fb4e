/** A note in, its own word on itself out: front matter, else its status labels, else its title, else its banner. */
import { statuses, type Status } from "../../model.ts";
import type { NoteFields } from "./note-fields.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import type { IssueStatus } from "../issues/issue-status.ts";
import { readClaims } from "../words/read-claims.ts";
import { readStatus } from "../words/read-status.ts";
import { readFields } from "../layout/read-fields.ts";
import type { SectionKind } from "../words/lexicon.ts";
import { sectionKindOf, stripDecoration } from "../words/read-label.ts";

/** Reads the status of the note; null where it states none. */
export function readNoteStatus(
  note: Unit,
  text: NoteText,
  fields: NoteFields,
  meta: Record<string, unknown>,
): IssueStatus | null {
  return (
    fromMeta(meta) ??
    fromLabels(fields, text) ??
    fromHeading(note) ??
    fromTitle(note) ??
    fromBanner(note, text) ??
    fromSignOff(note, text)
  );
}

function fromMeta(meta: Record<string, unknown>): IssueStatus | null {
  const span = { start: 0, end: 0 };
  const said = meta["status"] ?? meta["state"];
  if (typeof said === "string") {
    const exact = statuses.find((status) => status === said.trim().toLowerCase());
    const status: Status | undefined = exact ?? readStatus(said)?.status;
    if (status) return { status, words: said, rule: "front matter", span };
  }
  // Incident pages say `resolved: true`, some with the time beside it.
  if (meta["resolved"] === true || meta["resolvedWhen"] !== undefined)
    return { status: "fixed", words: "resolved", rule: "front matter", span };
  if (meta["resolved"] === false) return { status: "open", words: "resolved: false", rule: "front matter", span };
  return null;
}

/** The header states it. A footer in words overrules a header that only marks, or that was written before the work was done. */
function fromLabels(fields: NoteFields, text: NoteText): IssueStatus | null {
  const header = readLabels(fields.header, text);
  const footer = readLabels(fields.footer, text);
  if (!header || !footer) return header ?? footer;
  if (!header.worded && footer.worded) return footer;
  // How much is done says nothing else than that it is in progress.
  if (header.status === "in-progress" && /\d ?%/.test(footer.words ?? "")) return header;
  const overtaken = header.status === "open" || header.status === "in-progress";
  if (!overtaken || !footer.worded || ofOnePart.test(footer.words ?? "")) return header;
  return footer.status === "fixed" || footer.status === "partial" ? footer : header;
}

/** "Phase 2 complete" says nothing of those that follow. */
const ofOnePart = /^\W*(?:phase|stage|part|step|day|week|tier) \w+ (?:is )?(?:complete|done|finished)/i;

function readLabels(list: NoteFields["header"], text: NoteText): (IssueStatus & { worded: boolean }) | null {
  for (const field of list) {
    if (field.role !== "status") continue;
    const words =
      text
        .plain(field.value)
        .split("\n")
        .find((line) => line.trim() !== "")
        ?.trim() ?? "";
    // "Initial state" says how it was before.
    if (/\b(?:initial|starting|previous|original|before)\b/i.test(field.label)) continue;
    // "Document status: complete" says that the writing is done, not the work.
    if (/\bdocument\b/i.test(field.label) && !/\b(fixed|resolved|solved|closed|obsolete)\b/i.test(words)) continue;
    // That another document took its place says nothing of what it tells.
    if (/^[^\p{L}]*(?:superseded|deprecated)\b/iu.test(words)) continue;
    const reading = readClaims(words.replace(/~~[^~]*~~/g, ""));
    // A warning alone says that something stands.
    if (reading)
      return {
        status: !reading.worded && reading.status === "partial" ? "open" : reading.status,
        words,
        rule: `label "${field.label}"`,
        span: field.labelSpan,
        worded: reading.worded,
      };
  }
  return null;
}

/** "## Status: all fixed": a heading of the first level of sections that is label and value at once. */
function fromHeading(note: Unit): IssueStatus | null {
  for (const unit of note.children) {
    const value = /^\W*(?:overall |current |final |session )?status\s*[:：]\s*(.+)$/i.exec(
      stripDecoration(unit.title),
    )?.[1];
    const reading = value && unit.kind !== "item" && unit.kind !== "row" ? readStatus(value) : null;
    if (reading) return { status: reading.status, words: value ?? null, rule: "heading", span: unit.head };
  }
  return null;
}

const titleStatus =
  /\b(complete[d]?|resolved|fixed|success|done|blocked|in progress|deferred|partial(ly)?|implemented|solved|closed|(fix|fixes) applied|behoben|corregidos|resolvido|not a bug|won.t fix|open|pending|(root cause|issue|bug) (identified|found|confirmed)|(fix|fixes|action) (needed|required))\b|已修复|✅/i;

function fromTitle(note: Unit): IssueStatus | null {
  const title = stripDecoration(note.title);
  if (!titleStatus.test(note.title)) return null;
  const reading = readStatus(titleStatus.exec(title)?.[0] ?? "") ?? readStatus(title) ?? readStatus(note.title);
  return reading ? { status: reading.status, words: note.title, rule: "title of the note", span: note.head } : null;
}

/** A bold, quoted or marked line right under the title, not a label. */
function fromBanner(note: Unit, text: NoteText): IssueStatus | null {
  const first = note.blocks.find((block) => block.type === "paragraph" || block.type === "blockquote");
  if (!first?.position) return null;
  const span = { start: first.position.start.offset ?? 0, end: first.position.end.offset ?? 0 };
  const words = text.plain(span);
  const stands =
    first.type === "blockquote" ||
    /^(\*\*|__|[\p{Extended_Pictographic}])/u.test(text.text.slice(span.start, span.end));
  if (words.length > 160 || !stands || /^[^\n]{1,40}:/.test(words)) return null;
  const reading = readStatus(words);
  return reading ? { status: reading.status, words, rule: "banner", span } : null;
}

/** Sections that speak of the whole note; any other may tell one thing among several. */
const ofTheWhole: ReadonlySet<SectionKind> = new Set(["summary", "documents", "actions", "checklist"]);

/** A section may sign the note: "Sign-off: prepared by …, Status: complete". The last one that does so counts. */
function fromSignOff(note: Unit, text: NoteText): IssueStatus | null {
  for (const section of note.children.toReversed()) {
    if (section.kind !== "heading" || !ofTheWhole.has(sectionKindOf(section.title))) continue;
    const signed = readFields({ ...section, children: [] }, text.text).filter(
      ({ role, form, label }) => role === "status" && form !== "row" && !/triage|analysis/i.test(label),
    );
    const found = readLabels(signed.toReversed(), text);
    if (found) return { ...found, rule: `${found.rule} of "${section.title}"` };
  }
  return null;
}

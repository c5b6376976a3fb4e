/** A note in, its own word on itself out: front matter, else its status labels, else its title, else its banner. */
import { statuses, type Status } from "../model.ts";
import type { NoteFields } from "./note-fields.ts";
import type { NoteText } from "./note-text.ts";
import type { Unit } from "./outline.ts";
import type { IssueStatus } from "./read-issue-status.ts";
import { readStatus } from "./read-status.ts";
import { stripDecoration } from "./read-label.ts";

/** Reads the status of the note; null where it states none. */
export function readNoteStatus(note: Unit, text: NoteText, fields: NoteFields, meta: Record<string, unknown>): IssueStatus | null {
  return fromMeta(meta) ?? fromLabels(fields, text) ?? fromTitle(note) ?? fromBanner(note, text);
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
  if (meta["resolved"] === true || meta["resolvedWhen"] !== undefined) return { status: "fixed", words: "resolved", rule: "front matter", span };
  if (meta["resolved"] === false) return { status: "open", words: "resolved: false", rule: "front matter", span };
  return null;
}

/** The header states it; a footer that words it overrules, unless the header says that only a part is done. */
function fromLabels(fields: NoteFields, text: NoteText): IssueStatus | null {
  const read = (list: NoteFields["header"]): IssueStatus | null => {
    for (const field of list) {
      if (field.role !== "status") continue;
      const words = text.plain(field.value).split("\n", 1)[0]?.trim() ?? "";
      const reading = readStatus(words.replace(/~~[^~]*~~/g, ""));
      if (reading) return { status: reading.status, words, rule: `label "${field.label}"`, span: field.labelSpan };
    }
    return null;
  };
  const header = read(fields.header);
  const footer = read(fields.footer);
  if (header && footer && header.status !== "partial" && footer.status !== "unknown") return footer.status === "fixed" || header.status === "fixed" ? header : footer;
  return header ?? footer;
}

const titleStatus = /\b(complete[d]?|resolved|fixed|success|done|blocked|in progress|deferred|partial|implemented|solved|closed|summary of fixes|fix applied|fixes applied|behoben|corregidos|resolvido)\b|已修复|✅/i;

function fromTitle(note: Unit): IssueStatus | null {
  if (!titleStatus.test(note.title)) return null;
  const reading = readStatus(stripDecoration(note.title)) ?? readStatus(note.title);
  return reading ? { status: reading.status, words: note.title, rule: "title of the note", span: note.head } : null;
}

/** A bold or quoted line right under the title. */
function fromBanner(note: Unit, text: NoteText): IssueStatus | null {
  const first = note.blocks.find((block) => block.type === "paragraph" || block.type === "blockquote");
  if (!first?.position) return null;
  const span = { start: first.position.start.offset ?? 0, end: first.position.end.offset ?? 0 };
  const words = text.plain(span);
  if (words.length > 160) return null;
  const reading = readStatus(words);
  return reading ? { status: reading.status, words, rule: "banner", span } : null;
}

/** The outline of a note in, what it says of itself out: title, dates, status, branch, duration, authors, tags. */
import type { Document, SessionReport } from "../../model.ts";
import { readActions } from "./actions.ts";
import { readChecklist } from "./checklist.ts";
import { readCommits } from "./commits.ts";
import { readComponents } from "../words/read-components.ts";
import { readDocumentLinks } from "./document-links.ts";
import { readMetrics } from "./metrics.ts";
import { readNoteDates } from "./note-date.ts";
import type { NoteFields } from "./note-fields.ts";
import type { IssueStatus } from "../issues/issue-status.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import type { Field } from "../layout/read-fields.ts";
import { sectionKindOf, stripDecoration } from "../words/read-label.ts";

/** Reads the session. Front matter is the author's last word on title, date, status, branch, tags and components. */
export function extractSession(
  note: Unit,
  text: NoteText,
  document: Document,
  fields: NoteFields,
  status: IssueStatus | null,
): SessionReport {
  const dates = readNoteDates(note, text, fields, document);
  const value = (role: string): string | null => firstValue(fields.all, role, text);
  return {
    path: document.path,
    title: metaText(document.meta, "title") ?? titleOf(note, text, document.path),
    date: dates.date,
    dateFrom: dates.from,
    duration: metaText(document.meta, "duration") ?? value("duration"),
    branch: metaText(document.meta, "branch") ?? value("branch"),
    authors: metaList(document.meta, "author", "authors") ?? listOf(value("author")),
    tags: metaList(document.meta, "tags", "tag", "labels") ?? listOf(value("tags")),
    components:
      metaList(document.meta, "components", "component", "affected") ?? readComponents(value("components") ?? ""),
    status: status?.status ?? "unknown",
    statusText: status?.words ?? null,
    summary: readSummary(note, text),
    metrics: readMetrics(note, text),
    actions: readActions(note, text),
    commits: readCommits(note, text),
    documents: readDocumentLinks(note, text, document),
    checklist: readChecklist(note, text),
    length: document.text.length,
  };
}

/** The first heading of depth 1, else the first heading of any depth, else the file's name. */
function titleOf(note: Unit, text: NoteText, path: string): string {
  const heading = note.title || (note.children.find(({ kind }) => kind === "heading" || kind === "bold")?.title ?? "");
  const title = stripDecoration(heading);
  if (title !== "") return title;
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return name.replace(/[_-]+/g, " ").trim() || text.text.slice(0, 60).trim();
}

function firstValue(fields: readonly Field[], role: string, text: NoteText): string | null {
  for (const field of fields) {
    if (field.role !== role) continue;
    const line = text.plain(field.value).split("\n", 1)[0]?.trim() ?? "";
    if (line !== "" && line.length < 200) return line;
  }
  return null;
}

function listOf(value: string | null): string[] {
  return value ? value.split(/(?<!\s)\s+[,;]\s*|[,;]\s*/).filter((part) => part !== "" && part.length < 60) : [];
}

function metaText(meta: Record<string, unknown>, key: string): string | null {
  const value = meta[key];
  return typeof value === "string" && value.trim() !== ""
    ? value.trim()
    : typeof value === "number"
      ? String(value)
      : null;
}

function metaList(meta: Record<string, unknown>, ...keys: string[]): string[] | null {
  for (const key of keys) {
    const value = meta[key];
    if (Array.isArray(value))
      return value.filter((entry) => typeof entry === "string" || typeof entry === "number").map(String);
    if (typeof value === "string") return listOf(value);
  }
  return null;
}

/** The section that sums up, else the first paragraph of prose. */
function readSummary(note: Unit, text: NoteText) {
  const section = note.children.find(
    ({ kind, title }) =>
      kind === "heading" &&
      sectionKindOf(title) === "summary" &&
      /summary|overview|概要|总结|tl;?dr|resum/i.test(title),
  );
  const span = section
    ? {
        start: section.bodyStart,
        end: section.children.find(({ kind }) => kind === "heading")?.span.start ?? section.span.end,
      }
    : firstProse(note, text);
  if (!span) return null;
  const range = text.trim(span);
  if (range.end - range.start > 2000) {
    const cut = text.text.lastIndexOf("\n\n", range.start + 2000);
    range.end = cut > range.start ? cut : range.start + 2000;
  }
  const excerpt = text.excerpt(range);
  return excerpt.text === "" ? null : excerpt;
}

function firstProse(note: Unit, text: NoteText) {
  for (const unit of [note, ...note.children]) {
    for (const block of unit.blocks) {
      if (block.type !== "paragraph") continue;
      const span = { start: block.position?.start.offset ?? 0, end: block.position?.end.offset ?? 0 };
      const plain = text.plain(span);
      if (plain.length > 60 && !/^[^\n:]{2,30}:/.test(plain)) return span;
    }
  }
  return null;
}

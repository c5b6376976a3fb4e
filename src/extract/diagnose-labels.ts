/** The outline of a note in, diagnostics for its labels out: those that look misspelt, and statuses in words that nobody knows. */
import { createDiagnostic, type Diagnostic } from "../diagnostics.ts";
import type { Document, IssueReport } from "../model.ts";
import { readLabel } from "./layout/read-label-line.ts";
import { readFields, type Field } from "./layout/read-fields.ts";
import type { NoteText, Span } from "./layout/note-text.ts";
import type { NoteFields } from "./session/note-fields.ts";
import type { Unit } from "./layout/unit.ts";
import { walkUnits } from "./layout/walk-units.ts";
import { knownLabels, normalizeLabel, roleOf, stripDecoration } from "./words/read-label.ts";
import { readStatus } from "./words/read-status.ts";

export function diagnoseLabels(
  note: Unit,
  text: NoteText,
  { header, footer }: NoteFields,
  issues: readonly IssueReport[],
  { path }: Document,
): Diagnostic[] {
  const labels = new Map<number, Span & { label: string }>();
  const statuses = new Map([...header, ...footer].map((field) => [field.labelSpan.start, field]));
  for (const unit of [note, ...walkUnits(note)]) {
    for (const found of listLabels(unit, text)) labels.set(found.start, found);
    // Tables and lists have statuses of many things: only those of issues are ours.
    if (issues.some(({ place }) => place.start.offset === unit.span.start && place.end.offset >= unit.bodyStart))
      for (const field of readFields(unit, text.text)) statuses.set(field.labelSpan.start, field);
  }
  return [
    ...[...statuses.values()].flatMap((field) => diagnoseStatus(field, text, path)),
    ...[...labels.values()].flatMap((found) => diagnoseSpelling(found, text, path)),
  ];
}

const saysNothing = /^\W*(?:unknown|n\/a|none|unclear|tbd)\b/i;
const statusLabel = /\bstatus\b|\bstatut\b|状态|状態|ステータス/i;

function diagnoseStatus(field: Field, text: NoteText, file: string): Diagnostic[] {
  const { role, label, labelSpan, value, form } = field;
  if (role !== "status" || !statusLabel.test(label)) return [];
  const source = text.text.slice(value.start, value.end).trim();
  const words = text.plain(value).split("\n", 1)[0]?.trim() ?? "";
  // What stands under a heading "Status" may be a chapter, what has a colon is a label again; struck-through text is taken back.
  if ((form === "heading" && source.includes("\n")) || /[:：|]|~~/.test(source.split("\n", 1)[0]!)) return [];
  // A column "Status" may hold anything; words with code or a path in them tell what was done.
  if (form !== "heading" && /`|\w\/\w|\w\.\w+\(/.test(source.split("\n", 1)[0]!)) return [];
  if (!/\p{L}/u.test(words) || words.length > 80 || saysNothing.test(words) || readStatus(words) !== null) return [];
  return [
    createDiagnostic({
      file,
      place: text.place(labelSpan.end > labelSpan.start ? labelSpan : value),
      severity: "warning",
      ruleId: "unknown-status",
      message: `Unexpected status "${words}", expected words that state one`,
      expected: ["open, in progress, blocked, partially fixed, fixed, deferred, won't fix, not a bug"],
      note: "A word of your own can be added to `lexicon.statuses` of the configuration.",
    }),
  ];
}

/** Bold words before a colon at the start of a line. */
function listLabels(unit: Unit, text: NoteText): (Span & { label: string })[] {
  const lines = [...text.text.slice(unit.bodyStart, unit.children[0]?.span.start ?? unit.span.end).matchAll(/^.*$/gm)];
  const inside = lines.map(({ 0: line, index }) => ({ line, start: unit.bodyStart + index }));
  const own = unit.kind === "bold" || unit.kind === "item" ? [firstLine(unit, text)] : [];
  return [...own, ...inside].flatMap(({ line, start }) => {
    const bare = line.trimStart().replace(/^(?:[-*+]|\d{1,2}[.)])\s+/, "");
    if (!bare.startsWith("**") && !bare.startsWith("__")) return [];
    const offset = start + line.length - bare.length;
    const label = readLabel(bare, offset);
    return label === null || label.role !== null || label.form !== "bold"
      ? []
      : [{ ...label.labelSpan, label: label.label }];
  });
}

function firstLine(unit: Unit, text: NoteText): { line: string; start: number } {
  return { line: text.text.slice(unit.span.start, unit.span.end).split("\n", 1)[0] ?? "", start: unit.span.start };
}

function diagnoseSpelling({ start, end, label }: Span & { label: string }, text: NoteText, file: string): Diagnostic[] {
  const meant = nearestLabel(normalizeLabel(label));
  if (meant === null) return [];
  return [
    createDiagnostic({
      file,
      place: text.place({ start, end }),
      severity: "warning",
      ruleId: "misspelt-label",
      message: `Unexpected label "${stripDecoration(label)}", expected "${meant}"`,
      expected: [meant],
      note: "What stands behind it was not read as that field.",
    }),
  ];
}

/** One word of it has two letters swapped, one letter too few or too many, or another vowel. */
function nearestLabel(label: string): string | null {
  if (label.length < 5 || label.length > 40 || !/^[a-z' -]+$/.test(label) || roleOf(label) !== null) return null;
  return knownLabels().find((known) => mayBeMistyped(label, known) && isMistyped(label, known)) ?? null;
}

/** What can be told without looking at words: each ends as it should, and so do all of them together. */
const mayBeMistyped = (label: string, known: string): boolean =>
  Math.abs(known.length - label.length) < 2 && known[0] === label[0] && known.at(-1) === label.at(-1);

/** Words that are near a known one and mean something of their own. */
const otherWords = new Set(["case", "cases", "stats", "states", "stat", "sate", "cost", "costs", "steps", "sources"]);

function isMistyped(label: string, known: string): boolean {
  const [typed, meant] = [label.split(" "), known.split(" ")];
  if (typed.length !== meant.length) return false;
  const differing = typed.flatMap((word, index) => (word === meant[index] ? [] : [[word, meant[index]!] as const]));
  const [[word, right] = ["", ""]] = differing;
  // What differs in its first or last letter is another word, or another form of it.
  if (differing.length !== 1 || word.length < 5 || otherWords.has(word)) return false;
  if (word[0] !== right[0] || word.at(-1) !== right.at(-1)) return false;
  const from = [...word].findIndex((letter, index) => letter !== right[index]);
  const [rest, expected] = [word.slice(from), right.slice(from)];
  return (
    (rest[0] === expected[1] && rest[1] === expected[0] && rest.slice(2) === expected.slice(2)) ||
    rest.slice(1) === expected ||
    rest === expected.slice(1) ||
    (isVowel(rest[0]) && isVowel(expected[0]) && rest.slice(1) === expected.slice(1))
  );
}

const isVowel = (letter: string | undefined): boolean => letter !== undefined && "aeiouy".includes(letter);

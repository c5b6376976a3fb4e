/** A unit in, what its title says out: identifiers, counter ("Bug 2"), status, severity, and the title proper without them. */
import type { Severity, Status } from "../../model.ts";
import type { NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { memoize } from "../words/memoize.ts";
import { readTitleIdentifiers } from "../words/read-identifiers.ts";
import { stripDecoration } from "../words/read-label.ts";
import { readTitleSeverity } from "../words/read-severity.ts";
import { findCapitals, lastMark } from "./find-title-tail.ts";
import { outcomeStart } from "./told-fixed.ts";
import { readStatus, readTitleMark, type StatusReading } from "../words/read-status.ts";
import { perWords } from "../words/words-in-force.ts";

export interface TitleReading {
  ids: string[];
  /** "Bug 2", "Fix #2", "2." all count 2; the word tells what they count. */
  counter: { word: string; number: string } | null;
  title: string;
  status: StatusReading | null;
  severity: Severity | null;
}

const counterWord =
  /^(?:\d{1,2}[.)]\s*)?(?:for\s+)?(?:(?:critical|major|minor|high|medium|low|severe|serious|blocking|new|key|primary|main|p[0-4])[\s-]+(?:(?:priority|severity)\s+)?)?(bug|issue|problem|failure|error|defect|blocker|violation|gap|regression|vulnerability|finding|incident|fix|solution|root cause|cause|category|crash|flaky test|test failure|failing test|challenge|change|correction|anti-pattern|concern|risk|limitation|symptom|inconsistency|discrepancy|resolution|问题|問題|错误|缺陷|修复|修正|不具合|fehler|problema|erro|error|correção|corrección)(?![a-zà-ÿ])\s*(?:no\.?\s*)?#?\s*(\d{1,3}(?:\.\d{1,2})?|[A-H](?![\p{L}]))(?:\s*(?:of|\/)\s*\d+|(?:\s*(?:,\s*and|&|,|\+|and|to|[-–])\s*#?\d{1,3})+(?=\s*(?:[:：.)]|$)))?(?=\s|[:.)\-–—：]|$)[\s:.)\-–—：]*/iu;
const ordinal =
  /^(?:#?(\d{1,2})(?:\s?(?:[-–&]|and)\s?\d{1,2})?[.):]\s+|(\d{1,2}\.\d{1,2})[.):]?\s+(?!(?:[mµn]?s|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?|weeks?|times|percent|[KMGT]i?B)\b)(?=[\p{L}\x60][\p{L}\d\x60])|\(?(\d{1,2})\)\s*|([A-Z])[.)]\s+|第(\d+)[、.]|#(\d{1,2})\s*[-–—:]\s+)/u;
const statusParenthesis = /(?<!\s)\s*[([]([^()[\]]{2,60})[)\]]\s*$/;
const statusHead =
  /^(?:(fixed|resolved|solved|open|pending|deferred|blocked|done|closed|completed|partially fixed|partial|in progress|wip|todo|known issue|won't fix|partially resolved)\s*[:\-–—]\s*)/i;
const longestTitle = 300;
/** Words that say a status when they stand alone behind a title. */
const plainTail =
  /(?<!\s)\s+[-–—:]\s+(fixed|resolved|open|pending|complete|completed|done|blocked|deferred|in progress|partial(?:ly fixed)?|implemented|applied|verified|closed|not started|won't fix|working as designed|false positive|not a bug|failing|passing|investigating)\s*$/i;

/** "Secondary issue: readiness times out" and "Remaining issue - slow start" are named by what follows. */
const kindHead =
  /^\W*(?:(?:primary|secondary|tertiary|critical|new|main|additional|another|blocking|underlying|remaining|current|initial|second|known|pre-existing|separate|parallel|related) )(?:issue|bug|blocker|problem|discovery)\s*(?:[:：]|\s[-–—]\s)\s*(?=\S.{7})/iu;

/** "2026-03-04 - readiness times out" in a log of incidents: the day is the date of the entry. */
const dayHead =
  /^[^\p{L}\d]*\d{4}-\d{2}-\d{2}(?:[ T]\d{1,2}:\d{2}(?:\s*UTC)?)?\]?\s*(?:[-–—:|·]\s*)?(?=[^\s\d→-].{7})/u;

/** "Remaining issue: …" and "Remaining 24 failures" say that it is open. */
const remainingHead =
  /^\W*remaining (?=(?:issue|bug|blocker|problem)\s*(?:[:：]|\s[-–—]\s)|\d{1,4} (?:\p{L}+ )?(?:issue|bug|failure|problem|error|test)s?\b)/iu;

/** Several readers ask about one title: it is read once. The identifiers may be added to. */
export function readTitle(raw: string): TitleReading {
  const reading = titleReader()(raw);
  return { ...reading, ids: [...reading.ids] };
}

const titleReader = perWords(() => memoize(readUnknownTitle));

function readUnknownTitle(raw: string): Readonly<TitleReading> {
  // What is longer is no title; the cut keeps the patterns below cheap on any input.
  let text = raw.slice(0, longestTitle).replace(/\s+/g, " ").trim();
  const outcome = outcomeStart(text);
  const status = outcome > 0 ? readStatus("fixed") : readTitleStatus(text);
  if (outcome > 0) text = text.slice(0, outcome);
  const severity = readTitleSeverity(stripDecoration(text));
  text = stripStatus(withoutMarkedStatus(text), status)
    .replace(severityTail, "")
    .replace(severityHead, "")
    .replace(kindHead, "")
    .replace(dayHead, "");
  let counter: TitleReading["counter"] = null;
  const counted = counterWord.exec(text);
  const numbered = counted ? null : ordinal.exec(text);
  // "#142 - Title" is an identifier, not a counter, when nothing else is.
  if (counted) counter = { word: (counted[1] ?? "").toLowerCase(), number: counted[2] ?? "" };
  else if (numbered) counter = { word: "", number: numbered.slice(1).find(Boolean) ?? "" };
  const cut = counted?.[0].length ?? numbered?.[0].length ?? 0;
  const rest = text.slice(cut).trim();
  const identifiers = readTitleIdentifiers(rest);
  const ids = [...new Set(identifiers.map(({ id }) => id))];
  return { ids, counter, title: cleanTitle(removeIdentifiers(rest, identifiers)), status, severity };
}

/** The counter's own word as it reads when a title consists of nothing else. */
export function titleOfUnit(unit: Unit, note: NoteText): string {
  if (unit.kind !== "item" || !unit.lead) return unit.title;
  const reading = readTitle(unit.title);
  const told = isPlaceInCode(unit.title) ? toldOfPlace(unit, note) : null;
  if (told !== null) return told;
  if (reading.title.length > 3) return unit.title + tailOf(unit, note);
  const line = note.text.slice(unit.head.start, unit.span.end).split("\n", 1)[0] ?? "";
  return note.plain({ start: unit.head.start, end: unit.head.start + line.length });
}

const placeInCode = /^[\w./-]+\.[a-z]{1,5}(?:[ :(]{0,2}(?:lines? |L)?\d+(?:[-–,] ?\d+)?\)?)?:?$/iu;

/** "server.go", "server.go:142" and "server.go line 142" say where, not what. */
export const isPlaceInCode = (title: string): boolean => title.length < 80 && placeInCode.test(stripDecoration(title));

/** "**server.go line 142**: the reply is never closed" is called by what is wrong there. */
function toldOfPlace(unit: Unit, note: NoteText): string | null {
  const line = note.text.slice(unit.head.end, Math.min(unit.span.end, unit.head.end + 200)).split("\n", 1)[0] ?? "";
  const told = /^[*_\s]*[:：–—-]\s+(\S.*)$/u.exec(line)?.[1] ?? "";
  if (told.split(/\s+/).length < 3 || /^\W*\d/.test(told)) return null;
  const start = unit.head.end + line.length - told.length;
  return note.plain({ start, end: start + told.length });
}

/** "**Wrong address** (fixed in 6ca7b98)" and "**Wrong address** ✅ FIXED": what stands right behind the bold words belongs to the title. */
function tailOf(unit: Unit, note: NoteText): string {
  const rest = note.text.slice(unit.head.end, Math.min(unit.span.end, unit.head.end + 100)).split("\n", 1)[0] ?? "";
  const tail = titleTail.exec(rest)?.[0] ?? "";
  return tail === "" ? "" : ` ${note.plain({ start: unit.head.end, end: unit.head.end + tail.length })}`;
}

const titleTail =
  /^[\s:]*\([^()]{2,60}\)(?=\s*(?:$|[\p{Extended_Pictographic}✓✔✗✘]))|^[\s:–—-]*[\p{Extended_Pictographic}✓✔✗✘]\u{FE0F}?\s*(?:[A-Z]{2,}[A-Z ]{0,24})?(?=\s*$)/u;

function readTitleStatus(text: string): StatusReading | null {
  const last = lastMark(text);
  const plain = stripDecoration(text);
  const head = statusHead.exec(plain);
  if (head) return readStatus(head[1] ?? "");
  const tail = plainTail.exec(plain);
  if (tail) return worded(readStatus(tail[1] ?? ""));
  if (last) {
    const words = text
      .slice(last.index + last[0].length)
      .replace(/[()[\]*]/g, " ")
      .trim();
    const said = words.length > 0 && words.length < 60 ? readStatus(words) : null;
    if (said?.worded && last.index > 0 && (/\p{L}{3}/u.test(text.slice(0, last.index)) || standsApart(words)))
      return said;
  }
  const parenthesis = statusParenthesis.exec(text);
  const inParenthesis = parenthesis ? worded(readStatus(parenthesis[1] ?? "")) : null;
  if (inParenthesis && isStatusPhrase(parenthesis?.[1] ?? "")) return inParenthesis;
  const capitals = findCapitals(plain);
  const inCapitals = capitals ? worded(readStatus(capitals[1] ?? "")) : null;
  if (inCapitals) return inCapitals;
  const remaining = remainingHead.exec(plain);
  if (remaining) return worded(readStatus(remaining[0]));
  return last ? readTitleMark(last[0]) : null;
}

/** "2. ❌ Missing import" opens with its mark, and its words are the title; "4. ✅ Gateway - DONE" tells its status apart. */
function standsApart(words: string): boolean {
  const [first, ...rest] = words.replace(/\d{4}.*$/, "").split(/\s[-–—]\s|[:：]/);
  return [first, rest.at(-1)].some((part) => {
    if (rest.length === 0 || part === undefined || part.trim().split(/\s+/).length > 3) return false;
    const said = readStatus(part);
    return said !== null && said.worded && said.status !== "open";
  });
}

/** "(4 PANICS)" and "(missing fields)" describe the problem, "(Applied)" and "(FIXED)" the status. */
function isStatusPhrase(words: string): boolean {
  return (
    words.split(/\s+/).length <= 4 &&
    !/\b(missing|fail|failures?|failed|failing|crash\w*|panic\w*|broken)\b/i.test(words)
  );
}

function worded(reading: StatusReading | null): StatusReading | null {
  return reading?.worded ? reading : null;
}

/** "… ✅ Fixed" and "… ⏳ (applied)": a mark with a status behind it ends the title. */
function withoutMarkedStatus(text: string): string {
  const last = lastMark(text);
  if (!last || last.index < 4) return text;
  const words = text
    .slice(last.index + last[0].length)
    .replace(/[()[\]*]/g, " ")
    .trim();
  return words.length < 60 && readStatus(words)?.worded ? text.slice(0, last.index) : text;
}

const rated = String.raw`(?:P[0-4]|critical|blocker|blocking|high|major|medium|moderate|minor|low)`;
/** "(P1)", "(HIGH)", "(P2 - Medium)" and "(low priority)" rate a title and are no part of it. */
const severityTail = new RegExp(
  String.raw`(?<!\s)\s*[([]\s*${rated}(?:\s*[-–—:,/]\s*${rated})?(?:\s+(?:priority|severity))?\s*[)\]][\s:]*$`,
  "i",
);
const severityHead =
  /^(?:blocker|critical|high|major|medium|moderate|minor|low|P[0-4])\s*(?:(?:priority|severity)\s*)?[:：]\s*(?=\S)/i;

function stripStatus(text: string, status: StatusReading | null): string {
  let stripped = stripDecoration(text);
  if (!status) return stripped;
  stripped = stripped.replace(statusHead, "").replace(plainTail, "");
  const capitals = findCapitals(stripped);
  if (capitals && readStatus(capitals[1] ?? "")?.worded && capitals.index > 3)
    stripped = stripped.slice(0, capitals.index);
  const parenthesis = statusParenthesis.exec(stripped);
  if (parenthesis && isStatusPhrase(parenthesis[1] ?? "") && readStatus(parenthesis[1] ?? "")?.worded)
    stripped = stripped.slice(0, parenthesis.index);
  return stripped.trim();
}

function removeIdentifiers(text: string, identifiers: { index: number; length: number }[]): string {
  let rest = text;
  for (const { index, length } of [...identifiers].reverse()) {
    if (rest.slice(index, index + length) === text.slice(index, index + length))
      rest = rest.slice(0, index) + rest.slice(index + length);
  }
  return rest;
}

/** "… - January 15, 2026" and "… (2026-01-15)": the day is the note's, not the issue's. */
const dateTail = /(?<!\s)\s*[-–—(]\s*(?:\p{L}+\.? \d{1,2},? 20\d\d|\d{1,2} \p{L}+ 20\d\d|20\d\d-\d\d-\d\d)\s*\)?\s*$/u;

/** "Problem: X" is X, "Fixed X" is X. */
const announcement =
  /^(?:(?:the )?(?:problem|issue|bug|error|failure|blocker|fix|问题|問題|problema|fehler)\s*[:：]\s*|(?:fixed|resolved|solved)\s+(?=\S+\s+\S))/iu;

function cleanTitle(title: string): string {
  return (
    balance(title.trim().replace(announcement, "").replace(dateTail, ""))
      // "(Issue #27)" whose number went to the identifiers says nothing any more.
      .replace(/\((?:issue|bug|ticket)?\s*\)|\[\s*\]/gi, " ")
      .replace(/\s+/g, " ")
      .replace(/^[\s:：\-–—.,/|→)&]+/, "")
      .replace(/(?<![\s:：\-–—,/|→(])[\s:：\-–—,/|→(]+$/, "")
      .trim()
  );
}

/** A parenthesis that lost its end with the status in it goes too. */
function balance(title: string): string {
  const open = title.lastIndexOf("(");
  return open > 3 && title.indexOf(")", open) < 0 ? title.slice(0, open) : title;
}

/** Status words that a heading of a group lends to everything under it. */
export function groupStatus(kind: string): Status | null {
  return (
    (
      {
        fixedIssues: "fixed",
        openIssues: "open",
        partialIssues: "partial",
        deferredIssues: "deferred",
        notIssues: "not-a-bug",
      } as Record<string, Status>
    )[kind] ?? null
  );
}

/** The units of one issue and a role in, the field that answers best out: labelled first, then what the prose tells. */
import type { RootContent } from "mdast";
import { spanOf, type NoteText, type Span } from "../layout/note-text.ts";
import type { Field } from "../layout/read-fields.ts";
import { readProse } from "../layout/read-prose.ts";
import { isMendedRow, tellingCell } from "./fails-in-row.ts";
import { tellsFailure, titleCell } from "./issue-rows.ts";
import { tellsWhatWasDone } from "./tense-of-fix.ts";
import { roleOf } from "../words/read-label.ts";
import { findSentence } from "./find-sentence.ts";
import { rankField } from "./rank-field.ts";
import type { Candidate } from "./candidate.ts";
import { coverage, similarity } from "../words/similarity.ts";

/** Longest excerpt of a field, in UTF-16 units: what a reader still reads as an answer. */
export const longestField = 2900;

/** All fields of a role, in the order of the units. */
export function fieldsOf(units: readonly Candidate[], role: string): Field[] {
  return units.flatMap(({ fields }) => fields.filter((field) => field.role === role));
}

/** "Expected results", a list of failing tests and an outcome still to come verify nothing; the time it takes mends nothing. */
function isHoped({ role, label, value }: Field, text: NoteText): boolean {
  // "Fix implementation: 2 hours" in an estimate.
  if (role === "fix") return /^\W*\d{1,3}(?:[-–]\d{1,3})? (?:minutes?|hours?|days?)\W*$/i.test(text.plain(value));
  if (role !== "verification") return false;
  if (/\bexpected\b/i.test(label)) return true;
  const words = text.plain(value);
  const line = words.split("\n", 1)[0] ?? "";
  if (awaited.test(words.slice(0, 240)) && !settled.test(words)) return true;
  if (/\bevidence\b/i.test(label) && !settled.test(words)) return true;
  if (/\b[1-9]\d* (?:\w+ )?fail(?:ed|ures?|ing)\b/i.test(line)) return true;
  if (/^\W*tests?\W*$/i.test(label)) return !passed.test(line);
  return (
    /^\W*(results?|outcome)\W*$/i.test(label) &&
    /\b(will|would|should|persist\w*|expected|broken|fails?|failed)\b/i.test(line)
  );
}

/** What is to be run, or runs, and what should come of it. */
const awaited =
  /\b(?:pending|running|expected|to be (?:run|done|verified|tested)|not (?:yet )?(?:run|tested|verified)|awaiting|will|should|would|tbd|still (?:fails?|failing|remains?)|remains)\b|⏳|🔄/iu;
const settled =
  /✅|\b(?:pass(?:es|ed|ing)?|green|verified|validated|confirmed|now works?|works|success\w*|no longer|0 fail\w*|zero)\b|\b(\d+) ?\/ ?\1\b|通过|検証/iu;

const passed =
  /✅|\b(?:pass(?:es|ed|ing)?|green|verif\w+|valid\w+|confirm\w+|covers?|added)\b|\b(\d+) ?\/ ?\1\b|vérifi|überprüft|bestanden|通过/iu;

/** The labelled field that names the role most outright, with what continues it. */
export function firstField(units: readonly Candidate[], role: string, text: NoteText): Field | null {
  const stated = fieldsOf(units, role).filter((field) => isStated(text.plain(field.value)) && !isHoped(field, text));
  // A cell that only names the issue tells nothing of it.
  const fields =
    role === "problem" ? stated.filter((field) => field.form !== "row" || !repeatsTitle(field, units, text)) : stated;
  const isWhole = units.some(({ unit }) => unit.kind === "note");
  const rankOf = (field: Field): number => rankField(field, isWhole, text);
  const best = fields.reduce<Field | null>(
    (chosen, field) => (chosen === null || rankOf(field) < rankOf(chosen) ? field : chosen),
    null,
  );
  return best && withContinuation(best, fields, text);
}

function repeatsTitle({ value }: Field, units: readonly Candidate[], text: NoteText): boolean {
  const words = text.plain(value).replace(/^\W*\d{1,3}\W+/, "");
  return units.some(({ title }) => similarity(title.title, words) > 0.9 || coverage(words, title.title) === 1);
}

/** "Solution" with the code and "Key changes" right below it are one answer. */
function withContinuation(first: Field, fields: readonly Field[], text: NoteText): Field {
  let end = text.trim(first.value).end;
  for (const next of fields) {
    const follows = next.labelSpan.start >= end && text.text.slice(end, next.labelSpan.start).trim() === "";
    if (follows && next.value.end - first.value.start <= longestField) end = text.trim(next.value).end;
  }
  return { ...first, value: { start: first.value.start, end: Math.max(end, first.value.end) } };
}

/** What no label says is read from the prose of the units, the problem else from their impact, else from the title. */
export function unlabelledField(units: readonly Candidate[], role: string, text: NoteText): Field | null {
  if (!["problem", "rootCause", "fix", "verification"].includes(role)) return null;
  const outcome = role === "fix" || role === "problem" ? outcomeOf(units, role, text) : null;
  if (outcome) return outcome;
  const prose = units
    .filter(({ unit }) => unit.kind !== "note" && unit.kind !== "row")
    .flatMap(({ unit, fields }) => readProse(unit, fields, text).filter((field) => field.role === role));
  const told = prose.find(({ label }) => label === "prose") ?? (role === "problem" ? undefined : prose[0]);
  if (told) return told;
  const ofRow = role === "fix" || role === "problem" ? toldInRow(units, role) : null;
  if (ofRow) return ofRow;
  if (role === "fix") return within(units, role, text) ?? recommended(units, text);
  if (role === "rootCause") return within(units, role, text);
  if (role === "verification") {
    // "**Test impact**: all passed" tells what the fix brought.
    const proof = firstField(units, "impact", text);
    return proof && isProof(proof.label, text.plain(proof.value)) ? proof : null;
  }
  if (role !== "problem") return null;
  const failing = units.find(({ unit, title }) => unit.kind !== "note" && statesFailure(title.title));
  const impact = firstField(units, "impact", text);
  if (impact && !/\bexpected\b/i.test(impact.label) && !gain.test(unrated(text.plain(impact.value)))) return impact;
  const named = fieldsOf(units, "problem").find((field) => isStated(text.plain(field.value)));
  if (named) return named;
  const mended = units.map((unit) => mendedIn(unit, text)).find(Boolean);
  if (mended && !failing) return mended;
  if (!failing) return prose[0] ?? outputOf(units, text);
  const value = failing.unit.kind === "row" ? titleCell(failing.unit) : titleSpan(failing, text);
  // The cell may hold the identifier alone.
  if (!statesFailure(text.plain(value))) return null;
  return { role: "problem", label: "title", labelSpan: value, value, form: "plain" };
}

/** "The cache is stale → Fixed by clearing it" tells both in one line. */
function outcomeOf(units: readonly Candidate[], role: "fix" | "problem", text: NoteText): Field | null {
  for (const { outcome } of units) {
    const value = role === "fix" ? outcome?.fix : outcome?.problem;
    if (value && (role === "fix" || statesFailure(text.plain(value))))
      return { role, label: "outcome", labelSpan: value, value, form: "plain" };
  }
  return null;
}

/** Where there is nothing else: the output that shows what fails, right under the title. */
function outputOf(units: readonly Candidate[], text: NoteText): Field | null {
  for (const { unit } of units) {
    const code = unit.kind === "heading" ? unit.blocks.slice(0, 3).find(isOutput) : undefined;
    if (!code || !shows.test(text.text.slice(spanOf(code).start, spanOf(code).end))) continue;
    const value = spanOf(code);
    return { role: "problem", label: "output", labelSpan: unit.head, value, form: "plain" };
  }
  return null;
}

const isOutput = (node: RootContent): boolean =>
  node.type === "code" && /^(?:|te?xt|log|console|output|shell|plain\w*)$/i.test(node.lang ?? "");
const shows = /\[FAIL|❌|\bFAIL(?:ED)?\b|\b(?:error|panic|fatal|timed out|refused|cannot)\b/iu;

/** "Fixed role showing the old name after a refresh" tells what was wrong behind its first word. */
function mendedIn({ unit, fields }: Candidate, text: NoteText): Field | null {
  if (unit.kind !== "item" && unit.kind !== "row") return null;
  const told = [...fields.filter(({ role }) => role === "fix"), ...readProse(unit, fields, text)].find(({ value }) =>
    fixedWhat.test(text.text.slice(value.start, value.end)),
  );
  if (!told) return null;
  const words = text.text.slice(told.value.start, told.value.end);
  const start = told.value.start + (fixedWhat.exec(words)?.[0].length ?? 0);
  const end =
    start +
    (/[.;\n]|\s(?:due to|because of|by|to|using|via)\s|$/.exec(words.slice(start - told.value.start))?.index ?? 0);
  const value = text.trim({ start, end });
  return statesFailure(text.plain(value))
    ? { role: "problem", label: "what was fixed", labelSpan: value, value, form: "plain" }
    : null;
}

const fixedWhat = /^[^\p{L}\n]*(?:fixed|resolved|solved|corrected)(?::| the| an?)?\s+/iu;

/** "Details: added a lock" in a row of what failed tells what was done, "Details: lock is missing" what is wrong. */
function toldInRow(units: readonly Candidate[], role: "fix" | "problem"): Field | null {
  for (const { unit } of units) {
    const cell = tellsFailure(unit) ? tellingCell(unit.cells) : undefined;
    if (cell && roleOf(cell.header) === null && (isMendedRow(unit) || tellsWhatWasDone(cell.text)) === (role === "fix"))
      return { role, label: cell.header, labelSpan: cell, value: cell, form: "row" };
  }
  return null;
}

function isProof(label: string, words: string): boolean {
  return (
    /\btests? (now )?pass|\ball passed\b|\bnow (passing|works?)\b/i.test(words) &&
    !/\bexpected\b/i.test(label) &&
    !/\b(?:other tests|individually)\b/i.test(words)
  );
}

/** Where nothing was mended yet, what is recommended is what should be changed. */
function recommended(units: readonly Candidate[], text: NoteText): Field | null {
  const fields = units
    .filter(({ unit }) => unit.kind !== "note")
    .flatMap((unit) => fieldsOf([unit], "nextSteps"))
    .filter((field) => recommends.test(field.label) && isStated(text.plain(field.value)));
  return fields[0] ?? null;
}

export const recommends =
  /\b(recommend\w*|decision|actions?( (required|needed|items?))?|required actions?|todo|to do|suggest\w*)\b/i;

/** "Builds fail because the cache is stale. It is now cleared" tells cause and fix along with the problem. */
function within(units: readonly Candidate[], role: "rootCause" | "fix", text: NoteText): Field | null {
  const problem = firstField(units, "problem", text) ?? unlabelledField(units, "problem", text);
  const sentence = problem && findSentence([problem.value], role, text);
  return sentence && { role, label: "sentence", labelSpan: sentence, value: sentence, form: "plain" };
}

/** "HIGH - the test fails on a slow host" tells more than the rating. */
function unrated(impact: string): string {
  return impact.replace(/^\W*(?:critical|high|medium)\s*[-–—:]\s+(?=\S+ \S+ \S)/i, "");
}

/** An impact that rates or that counts what the fix brought says nothing of the problem. */
const gain =
  /^\W*(low|medium|high|critical|none|minor|major|all |unblock|eliminat|improv|reduc|fix|enabl|ensur|prevent|clean|restor|does not affect|no (impact|effect)|✅|\+|-\d|made |type safety|\d[\d-]{0,9} ?(?:ms|s|%) (?:saved|faster|shorter|less|fewer))|\bnow\b|\b(?:saved|faster|shorter answers|speedup|unlocks?|unblocks?|resolves)\b|\bcan (?:now )?(?:run|be|use)\b|不再/iu;
const failureVerb =
  /\b(fail(s|ed|ing)?|return(s|ing|ed)?|crash(es|ed|ing)?|not|cannot|can.t|doesn.t|isn.t|missing|swallow\w*|never|hang(s|ing)?|leaks?|breaks?|broken|wrong|stuck|lost|los(es|ing)|overwrites?|ignor(es|ed)|silently|shadows?|loops?|hardcod\w+|clutters?|pollut\w+|dead|stale|throws?|rejects?|denied|refused|times? out)\b/i;
/** What may as well be the matter of a test or of the work. */
const failureNoun =
  /\b(instead of|mismatch\w*|conflict\w*|incorrect\w*|appear(s|ed|ing)|show(s|ed|n|ing)|display(s|ed|ing)|duplicat\w*|unexpected\w*)\b/i;
const workVerb =
  /\b(prevent\w*|eliminat\w*|remov\w*|detect\w*|track\w*|resol\w*|handl\w*|should|allow\w*|test(s|ed|ing)?|✅)\b/iu;

/** "Search fails with a parse error" tells the problem; "Lifecycle tests (7 failures)" only names it. */
function statesFailure(title: string): boolean {
  const words = title.replace(/\([^)]*(\)|$)/g, (text, end) => (end === "" ? text : " "));
  if (title.split(/\s+/).length < 3) return false;
  return failureVerb.test(words) || (failureNoun.test(words) && !workVerb.test(words));
}

/** The title proper within the head, where the head holds it as written. */
function titleSpan({ unit, title }: Candidate, text: NoteText): Span {
  const at = text.text.slice(unit.head.start, unit.head.end).indexOf(title.title);
  return at < 0 ? unit.head : { start: unit.head.start + at, end: unit.head.start + at + title.title.length };
}

/** What stands under "Fix 2" or as the second item of "Fixes" answers the second problem, whatever its words. */
export function answerOf(mentions: readonly Candidate[], text: NoteText): Field | null {
  for (const { unit, fields, group, title } of mentions) {
    if (group !== "fixes" && title.counter?.word !== "fix") continue;
    const [said] = readProse(unit, fields, text);
    if (said) return { ...said, role: "fix", label: "answer of the same number" };
    if (unit.kind === "heading" || unit.kind === "bold") {
      // "Fix 2: skip the outgoing flows" says in its title already what was done.
      const start = title.title.length > 8 ? unit.head.start : unit.bodyStart;
      const value = { start, end: unit.span.end };
      return { role: "fix", label: unit.title, labelSpan: unit.head, value, form: "heading" };
    }
  }
  return null;
}

/** "TBD", "N/A" and "-" state nothing. */
export function isStated(value: string): boolean {
  return (
    /[\p{L}\p{N}]{2}/u.test(value) &&
    !/^\W*\d{1,6}\W*$/.test(value) &&
    !/^\W*(tbd|n\/?a|none|(?:nenhum|nenhuma|ninguno|ninguna|keine?|aucune?)(?=\s*(?:[,.;]|$))|none (?:needed|required)|unknown|to be (determined|investigated)|see (above|below)|not (yet )?(found|known|determined|identified|clear))\b[^\n]{0,40}$/i.test(
      value.trim(),
    )
  );
}

/** A unit in, what its unlabelled prose says out: which sentences tell the problem, which the fix, which the proof. */
import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { spanOf, type NoteText, type Span } from "./note-text.ts";
import type { Unit } from "./unit.ts";
import type { Field } from "./read-fields.ts";
import { readTitle } from "../issues/read-title.ts";
import type { Role } from "../words/lexicon.ts";
import { listWords } from "../words/list-words.ts";

/** Verbs that tell in the past tense what happened, not what somebody did. */
const happenings = listWords(`
  fail, crash, caus, observ, expect, block, stop, miss, hang, need, return, report, reject, throw, receiv, happen, occurr, discover,
  unexpect, identif, generat, encounter, expos, lack, limit, relat, requir, repeat, delay, reserv, detect, time, affect, skipp, shared,
  speed, seed, feed, unus, malform, hard-cod, hardcod, dat
`);
/** "Consolidated the checks" tells what was done. */
const someAct = `(?!${happenings.join("|")})[a-z]{3,}ed(?= )`;

/** First match wins; what none of them knows is taken to tell the problem. */
const tellings: readonly (readonly [Role, RegExp])[] = [
  [
    "verification",
    /\b(all|unit|integration|e2e|\d+\/\d+|\d+) (\w+ ){0,3}tests? (now )?(pass\w*|green|succeed\w*)\b|^\W*(verified|validated|tested|confirmed|test results?|now works|tests? pass)\b|\b(now (pass(es|ing)?|works?|succeeds?)|no longer (fails?|occurs?|happens?))\b|验证通过|検証/i,
  ],
  [
    "fix",
    new RegExp(
      String.raw`^\W*lines? [\d, -]+:.*(?:→|->)|^\W*(?:lines? [\d, –-]+:\s*)?(?:(?:we|i|it|this|was|has been|have been|then|also|instead|now)\s+)*(${someAct}|added|adds|changed|fixed|fixes|updated|removed|moved|replaced|implemented|created|switched|corrected|increased|reduced|modified|refactored|rewrote|restored|reverted|converted|renamed|made|deleted|disabled|enabled|upgraded|patched|applied|wrapped|introduced|extracted|resolved|migrated|regenerated|add|change|fix|update|remove|replace|implement|create|correct|increase|reduce|modify|refactor|rewrite|restore|revert|convert|rename|delete|disable|enable|upgrade|patch|apply|wrap|use|ensure|should|must|need to|needs to|delete|move|export|install|set)\b|\b(fixed by|resolved by|solved by|the (fix|solution) (is|was)|workaround)\b|^\W*now\b|\b(is|are|has been|have been) now\b|\bnow (?!fails|crashes|hangs|breaks|shows|stops)[a-z]+s\b|修复为|改为|使用|修正し`,
      "i",
    ),
  ],
  [
    "rootCause",
    /\b(because|caused by|due to|root cause|the (cause|reason) (is|was)|stems from|results? from|as a result of)\b|由于|因为|原因|ため、|verursacht|debido a|porque/i,
  ],
];

/** Reads the blocks of a unit that no field covers. Neighbouring blocks that tell the same make one value. */
export function readProse(unit: Unit, fields: readonly Field[], text: NoteText): Field[] {
  const prose: Field[] = [];
  const covered = (span: Span): boolean =>
    fields.some(({ value, labelSpan }) => span.start < value.end && span.end > Math.min(value.start, labelSpan.start));
  for (const { listed, task, ...span } of proseBlocks(unit, text)) {
    if (covered(span)) continue;
    const role = tellingOf(text.plain(span));
    // A task to do tells a fix, or nothing.
    if (role === null || (task && role !== "fix")) continue;
    const last = prose.at(-1);
    const adjacent = last && last.role === role && text.text.slice(last.value.end, span.start).trim().length < 4;
    if (adjacent) last.value.end = span.end;
    else
      prose.push({
        role,
        label: listed ? "list" : "prose",
        labelSpan: { start: span.start, end: span.start },
        value: { ...span },
        form: "plain",
      });
  }
  return prose;
}

/** "Purpose: …" and "Business value: …" tell of the issue, but not what is wrong. */
const besides =
  /^\W*(purpose|goal|objective|achievement|prerequisite|business value|authority|benefit|confidence|effort|owner|enforcement)s?\b[^:\n]{0,20}:/i;

function tellingOf(words: string): Role | null {
  if (
    !/\p{L}{2}/u.test(words) ||
    words.length < 8 ||
    /^[^.]{0,80}:$/.test(words) ||
    /^\W*(note|see|related|reference|documented|discussion|source|test)s?\b[^:\n]{0,20}:/i.test(words)
  )
    return null;
  const role = tellings.find(([, pattern]) => pattern.test(words))?.[0];
  return role ?? (besides.test(words) ? null : "problem");
}

/** Paragraphs, lists and quotes; of an item the text behind its lead. */
interface ProseBlock extends Span {
  /** An item of a list. */
  listed: boolean;
  /** An item with a checkbox. */
  task: boolean;
}

function proseBlocks(unit: Unit, text: NoteText): ProseBlock[] {
  const blocks = unit.blocks.filter(
    (node) => node.type === "paragraph" || node.type === "list" || node.type === "blockquote",
  );
  return blocks.flatMap((node, index): ProseBlock[] => {
    const span = spanOf(node);
    if (unit.kind === "item" && index === 0 && node.type === "paragraph") {
      const rest = text.trim({
        start: unit.lead ? skipMarks(text.text, unit.head.end, span.end) : span.start,
        end: span.end,
      });
      // Behind a lead that is only an identifier stands the title.
      const named = readTitle(unit.title).title.length > 3;
      return unit.lead && named && rest.end - rest.start > 8 ? [{ ...rest, listed: false, task: false }] : [];
    }
    if (node.type === "list")
      return node.children.map((item) => ({ ...spanOf(item), listed: true, task: item.checked != null }));
    return isLabelLine(node) ? [] : [{ ...span, listed: false, task: false }];
  });
}

function skipMarks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && /[\s:\-–—→*]/.test(text[at] ?? "")) at++;
  // A parenthesis at the end of the line belongs to the title.
  const tail = /^\([^()\n]{2,60}\)[^\p{L}\p{N}\n]*(?=\n|$)/u.exec(text.slice(at, Math.min(end, at + 100)));
  return tail ? Math.min(end, at + tail[0].length) : at;
}

/** "**Impact**:" alone announces what follows and tells nothing itself. */
function isLabelLine(node: RootContent): boolean {
  return node.type === "paragraph" && /^[^\n]{1,60}[:：]$/.test(toString(node).trim());
}

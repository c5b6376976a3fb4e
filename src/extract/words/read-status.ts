/** Words in, a status out: a table of patterns, the most specific first; marks count where no word does. */
import type { Status } from "../../model.ts";
import { perWords } from "./words-in-force.ts";

export interface StatusReading {
  status: Status;
  /** The words or marks that say so. */
  words: string;
  /** True where words say it, false where only a mark (✅) does. */
  worded: boolean;
}

/** First match wins: what limits a claim ("not fixed", "partially fixed") stands above the claim. */
export const statusPatterns: readonly (readonly [Status, RegExp])[] = [
  [
    "not-a-bug",
    /\b(not an? (actual |real )?(bug|issue|problem|defect|blocker)|false (alarm|positive)s?|non-?issue|expected behaviou?r|works? as expected|(standard|known|normal|intended|documented|default) ([\w-]+ )?behaviou?r|no (bug|issue) found|kein fehler|no es un error)\b|非问题|不是问题|仕様通り/i,
  ],
  [
    "wont-fix",
    /\b(won.?t[ -]?fix|will not (be )?fix(ed)?|wontfix|by design|as designed|as intended|accepted( risk| limitation| as[ -]is)?|(known|external|platform|upstream) (\w+ )?limitation|not fixing|no fix planned|not applicable|obsolete|rejected)\b|不修复/i,
  ],
  [
    "open",
    /\b(partial root cause|(root cause|triage|rca|analysis|investigation|diagnosis|diagnostics?|assessment|issue|inconsistencie|bug|problem|gap|violation|failure)s? (\w+ )?(complete[d]?|validated|identified|found|discovered|confirmed|determined|acknowledged|documented|isolated|located)|triaged|analy[sz]ed|diagnosed|(ready|approved) (for|to) (\w+ )*(implement\w*|fix\w*|start|apply)|ready for (\w+ ){0,2}(review|guidance|decision|input|feedback)|recommended (approach|solution)|partial failures?|action required|non-?blocking)\b/i,
  ],
  [
    "partial",
    /\b(partial(ly)?|partly|mostly|nearly|almost|(limited|mixed|some) success|half[- ]?(fixed|done)|incomplete|teilweise|parcial(mente)?|in part)\b|部分/i,
  ],
  [
    "deferred",
    /\b(deferred|postponed|tracked separately|(marked|left) (as )?pending|on hold|backlog(ged)?|later release|future (release|version|sprint|work)|post[- ]?v?\d+(\.\d+)*|moved to v?\d|low priority\s*[-–—]\s*later|zurückgestellt|aplazado|adiado)\b|延期|推迟|отложен|보류/i,
  ],
  [
    "blocked",
    /\b(blocked|blocked by|paused|external (dependency|blocker)|pending (\w+ ){0,2}(infrastructure|restart|provider|upstream|dependenc(y|ies)|decision|environment)|waiting (on|for)|awaiting|stuck|on hold pending|blockiert|bloqueado)\b|阻塞/i,
  ],
  [
    "open",
    /\b(not (yet )?(fixed|resolved|compliant|started|done|complete|completed|implemented|working|addressed|verified working)|unresolved|unfixed|(to|must|should|has to|have to) be (fixed|done|determined|investigated|addressed|resolved)|to fix(?<=^\W*to fix)(?=\W*$)|needs? (to be )?(\w+ )?(fix(es|ed|ing)?|investigat\w*|work|attention|implementation|triage|update|decision|action)|(fix|action|changes?|work|investigation|implementation|migration|decision|attention|response|clarification) (required|needed|pending)|requires? (fix|action|investigation|attention|changes|implementation)|still (failing|fails|broken|open|present|happening|exists|not)|remains? (open|broken|failing|unresolved)|(?<!no |no \w+ )(issues?|problems?|failures?|errors?|bugs?) (still )?remains?|blocking (validation|verification|tests?|deployment|the merge)|todo|to-do|proposed|planned|offen|abierto|aberto|nicht behoben)\b|未修复|未解决|待修复|待处理|未解決|未対応|не (?:исправлен|реш[её]н|работает)|требует исправления|미해결|미완료/i,
  ],
  [
    "in-progress",
    /\b(not (yet )?(deployed|released|merged|verified|tested|rolled out|confirmed)|(fix|patch|code) (written|ready|drafted|prepared|coded)|workaround in place)\b/i,
  ],
  [
    "in-progress",
    /\b((fix(ed)?|applied|implemented|complete[d]?|deployed|code complete)[^.\n]{0,30}(pending|awaiting|needs?|not yet)( \w+)? ?(verification|validation|testing|test|deployment|review|confirmation)|pending (\w+ )?(verification|validation|re-?test)|ready (to|for) (re-?try|re-?test(ing)?|re-?run|validation)|in[- ]?progress|ongoing|underway|under (way|investigation|review)|investigating|wip|work in progress|being (fixed|investigated|worked|addressed)|testing|monitoring|debugging|re-?running|started|(good|significant|major|great|some|substantial|excellent|steady|making|massive)( \w+)? progress|on track|partially underway|in arbeit|en progreso|en curso|em andamento|current(ly)? (running|working))\b|进行中|修复中|対応中|作業中|调查中|в работе|в процессе|진행 ?중/i,
  ],
  [
    "open",
    /\b(open|re-?opened|pending|outstanding|fail(s|ed|ing|ures?)?|broken|identified|not working|active(?! \w*tests?)|not ready|unknown cause|confirmed bug|critical bug|reported|new|reproduced|reproducible|remaining|missing|panic(ked|king)?|crash(es|ing|ed)?|awaiting fix|violated|non-?compliant|pendiente|pendente|fehlgeschlagen)\b|待定|失败|失敗/i,
  ],
  [
    "fixed",
    /\b(fixed|resolved|complete(d|ly)?|done|solved|closed|passing|passed|passes|implemented|applied|merged|shipped|deployed|released|success(ful|fully)?|working|verified|validated|mitigated|patched|corrected|addressed|ready|finished|achieved|fix committed|eliminated|restored|unblocked|compliant|approved|migrated|behoben|gelöst|erledigt|abgeschlossen|resuelto|solucionado|corregido|completado|resolvido|corrigido|concluído|résolu|corrigé|terminé|100 ?%)\b|已修复|已解决|已完成|完成|修复完成|解決済|修正済|対応済|(?<!не )(?:исправлен[оаы]?|реш[её]н[оаы]?|готово|завершен[оа]?|закрыт[оаы]?)(?!\p{L})|해결됨|해결 완료|수정 완료|완료/iu,
  ],
];

/** A mark alone says less than a word; the first of them in the text counts. */
const marks: readonly (readonly [Status, RegExp])[] = [
  ["in-progress", /[🔄🚧🟡]|⏳/u],
  ["partial", /⚠️?|🟠/u],
  ["deferred", /⏸️?|⏭️?|📅/u],
  ["blocked", /🚫|⛔|🛑/u],
  ["open", /[❌🔴✗✘❗🐛🚨☐⬜]/u],
  ["fixed", /[✅✔☑🟢🎉]/u],
];

const ratio = /\b(\d{1,6})\s*(?:\/|of|out of)\s*(\d{1,6})\b/;
const percent = /\b(\d{1,3}(?:\.\d+)?)\s*%/;
const ratioWords =
  /\b(fixed|resolved|complete[d]?|done|passing|passed|pass|solved|issues|tests|migrated|success|ready|closed)\b/i;

/** "Fixed, but still interrupted": what is taken back is done in part. */
const takenBack =
  /\b(fixed|resolved|works?|working|complete[d]?|passing|done|solved)\b[^.\n]{0,80}\b(but|however|although|aber|pero|mas)\b/i;
/** At most so many blanks: from each of a long run of them all others would be tried. */
const clauseBreak = /\s{1,20}[-–—|→]+\s+|[,;(，；（。]|\.\s|\s\+\s/;

/**
 * Reads the status that words state; null when they state none. Struck-through text must be gone already.
 * The first clause that states one counts: "COMPLETE - ready for testing" is complete.
 */
export function readStatus(text: string): StatusReading | null {
  const said = text.replace(nothingToDo, " ");
  const back = takenBack.exec(said);
  const clauses = said.split(clauseBreak);
  for (const [index, clause] of clauses.entries()) {
    const reading = readClause(clause);
    // "Investigating - it works, but finds nothing" is told by its first words.
    if (back && (reading === null || reading.status === "fixed" || clause.includes(back[1] ?? ""))) break;
    if (reading) return takesStock(reading.words) ? (readFixed(clauses.slice(index + 1)) ?? reading) : reading;
  }
  return back ? { status: "partial", words: back[0], worded: true } : readMark(said);
}

/** "Root cause identified" tells how far the work is, whatever was done about it since. */
export const takesStock = (words: string): boolean => stock.test(words);

const stock =
  /\b(?:root causes?|cause|triage|rca|analysis|investigation|diagnosis|diagnostics?) (?:\w+ )?(?:complete[d]?|validated|identified|found|confirmed|determined|isolated|located)\b/i;

/** "Cause found + fix applied": what was mended since says more than that it was found. */
function readFixed(clauses: readonly string[]): StatusReading | null {
  const told = clauses.find((clause) => mended.test(clause) && !limits.test(clause));
  const reading = told === undefined ? null : readClause(told);
  return reading?.status === "fixed" || reading?.status === "in-progress" ? reading : null;
}

const mended =
  /\bfix(?:es)? (?:\w+ )?(?:applied|implemented|deployed|verified|complete[d]?|merged)\b|^\W*(?:and )?(?:fixed|resolved|solved)\b/i;

const nothingToDo =
  /\bno (?:further |more )?(?:action|changes?|fix(?:es)?|work) (?:is |are )?(?:required|needed|necessary)\b/gi;

/** "All 3 failing services fixed", "cause identified and fixed": the last word of a clause tells how it ended. */
const endsFixed =
  /\b(?:fixed|resolved|solved|corrected|mitigated|eliminated|restored|addressed)(?: and (?:pushed|verified|tested|deployed|merged|committed|validated))?\W*$/i;
const limits =
  /\b(?:not|never|nothing|no|none|partial\w*|partly|mostly|almost|be|being|needs?|must|should|will|when|until|if|un\w+|half|some|\d+ of|awaiting|pending)\b|\d\s*\/\s*\d|%/i;

/** A team's own words stand above all others. */
const patternsInForce = perWords(({ statuses }) => [
  ...Object.entries(statuses).map(([words, status]) => [status, wholeWords(words)] as const),
  ...statusPatterns,
]);

function wholeWords(words: string): RegExp {
  const source = words
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
    .replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, "iu");
}

function readClause(clause: string): StatusReading | null {
  const counted = readCount(clause);
  if (counted) return counted;
  const ended = endsFixed.exec(clause);
  if (ended && !limits.test(clause)) return { status: "fixed", words: ended[0].trim(), worded: true };
  for (const [status, pattern] of patternsInForce()) {
    const match = pattern.exec(clause);
    if (match) return { status, words: match[0], worded: true };
  }
  return null;
}

/** The first mark of a title or bullet. */
export function readMark(text: string): StatusReading | null {
  let first: { status: Status; at: number; words: string } | null = null;
  for (const [status, pattern] of marks) {
    const match = pattern.exec(text);
    if (match && (first === null || match.index < first.at)) first = { status, at: match.index, words: match[0] };
  }
  return first && { status: first.status, words: first.words, worded: false };
}

/** The same of a mark in a title: an alarm or a bug there says what stands below, not how it is. */
export function readTitleMark(mark: string): StatusReading | null {
  return /^[❗🐛🚨]/u.test(mark) ? null : readMark(mark);
}

const failing = /^(?!.*\b(?:pass|fixed|resolved|solved)).*\bfail(?:ed|ing)\b/i;

/** "4/5 resolved", "97 % complete": all of it is fixed, a part is partial, nothing is open. */
function readCount(text: string): StatusReading | null {
  const match = ratio.exec(text) ?? percent.exec(text);
  if (!match || !ratioWords.test(text)) return null;
  const share = match[2] === undefined ? Number(match[1]) / 100 : Number(match[1]) / Number(match[2]);
  if (!Number.isFinite(share) || share > 1) return null;
  // "61 % of the tests failing" counts what is left.
  if (failing.test(text)) return { status: share > 0.5 ? "open" : "partial", words: match[0], worded: true };
  // "100 % passing, one pending" is left to the words.
  if (share === 1) return null;
  return { status: share === 0 ? "open" : "partial", words: match[0], worded: true };
}

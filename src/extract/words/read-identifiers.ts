/** Text in, the identifiers of issues out: `NT-BUG-008`, `#142`, `GAP-3`, `CVE-2024-9681`; never those of requirements or decisions. */
import { listWords } from "./list-words.ts";
import { perWords } from "./words-in-force.ts";

/** First segments of identifiers that name requirements, decisions, standards, versions or tests, not defects. */
const notIssues = new Set(
  listWords(`
    BR, ADR, DD, RFC, ISO, UTF, SHA, UTC, IPV, HTTP, HTTPS, TLS, SSL, AES, RSA, MD, ES, CWE, SOC, PCI, GPT, US,
    FR, NFR, REQ, TC, SLA, SLO, PHASE, STEP, DAY, WEEK, OPTION, TASK, TIER, V, VERSION, LEVEL, TEST, IT, UT,
    E2E, AC, PR, QA, H, AR, EP, COVID, POSIX, WCAG, CIS, ECMA, IEEE, NIST, OWASP, EN, DIN, JSR, PEP, JEP, RC,
    PROCESS, PATTERN, RULE, MILESTONE, SPRINT, ROUND, PART, SECTION, TABLE, FIGURE, X86, ARM, COMMIT, DEC, JAN,
    FEB, MAR, APR, MAY, JUN, JUL, AUG, SEP, OCT, NOV, GUIDE, SPEC, EPIC, STORY, SONNET, CLAUDE, OPUS, A, B, C,
    GO, NODE, PYTHON, JAVA, PORT, WCAG2, REFACTOR, FEATURE, FEAT, ENHANCEMENT, CHANGE, K8S, Q, FY, LESSON, LEARNING, INSIGHT, TAKEAWAY
  `),
);

/** Counter words: what they number is local to the note. */
const counters = new Set(
  listWords(`
    BUG, ISSUE, GAP, DEFECT, PROBLEM, FAILURE, VIOLATION, FINDING, BLOCKER, ERR, ERROR, VULN, INC, INCIDENT,
    FLAKY, REGRESSION, CRIT, HIGH, MED, LOW, SEC, PERF, UX, UI
  `),
);

const pattern =
  /(?<![\p{L}\p{N}_/.#-])(?:#(\d{1,6})|([A-Z][A-Z0-9]{0,14}(?:[-_][A-Z][A-Z0-9]{0,14}){0,4})[-_](\d{1,7}[a-z]?(?:[-_]\d{1,7})?)((?:\/(?:#|[A-Z-_]{0,24})?(?:\d{1,7}[a-z]?|[a-z](?![\p{L}\p{N}])))*))(?![\p{L}\p{N}_]|[-_.][\p{L}\p{N}])/gu;
const hashList = /(?<![\p{L}\p{N}_/.-])#(\d{1,6})((?:\/#?\d{1,6})*)(?![\p{L}\p{N}_])/gu;
/** "INC-2026-03-12-1": numbered by the day. */
const dated = /(?<![\p{L}\p{N}_/.#-])[A-Z]{2,8}-\d{4}-\d{2}-\d{2}-\d{1,3}(?![\p{L}\p{N}_]|[-_.][\p{L}\p{N}])/gu;
const cve = /\b(CVE-\d{4}-\d{4,7}|GHSA(?:-[23456789cfghjmpqrvwx]{4}){3})\b/gi;

/** All have a digit, but for those of GitHub's advisories. */
const mayHold = /\d|ghsa/i;

export interface Identifier {
  id: string;
  index: number;
  length: number;
}

/** All identifiers of issues in the order of the text. "DS-FLAKY-004/005" gives two, `NT_BUG_013_014` too. */
export function readIdentifiers(text: string): Identifier[] {
  const found: Identifier[] = [];
  // Most texts have none, and need not be looked through four times to know it.
  if (!mayHold.test(text)) return withAdded(found, text);
  for (const match of text.matchAll(cve))
    found.push({ id: match[0].toUpperCase(), index: match.index, length: match[0].length });
  for (const match of text.matchAll(dated)) found.push({ id: match[0], index: match.index, length: match[0].length });
  for (const match of text.matchAll(pattern)) {
    const [whole, hash, prefix = "", number = "", more = ""] = match;
    if (hash !== undefined) continue;
    const name = prefix.replace(/_/g, "-");
    const [first = ""] = name.split("-");
    if (notIssues.has(first) || /^(CVE|GHSA)/.test(first) || !namesDefect(name)) continue;
    const numbers = [
      ...number.split(/[-_]/),
      ...more
        .split("/")
        .filter(Boolean)
        .map((part) => numberAfter(number, part)),
    ];
    for (const part of numbers)
      found.push({ id: `${name}-${part}`.toUpperCase(), index: match.index, length: whole.length });
  }
  for (const match of text.matchAll(hashList)) {
    const numbers = [
      match[1] ?? "",
      ...(match[2] ?? "")
        .split("/")
        .filter(Boolean)
        .map((part) => part.replace("#", "")),
    ];
    for (const part of numbers) found.push({ id: `#${part}`, index: match.index, length: match[0].length });
  }
  return withAdded(found, text).sort((a, b) => a.index - b.index);
}

/** Identifiers of a team's own shape stand for all that is found within them. */
function withAdded(found: Identifier[], text: string): Identifier[] {
  const shapes = addedShapes();
  if (shapes === null) return found;
  const added = [...text.matchAll(shapes)].map(({ 0: id, index }) => ({
    id: id.toUpperCase(),
    index,
    length: id.length,
  }));
  const isCovered = ({ index, length }: Identifier): boolean =>
    added.some((other) => index < other.index + other.length && other.index < index + length);
  return [...found.filter((identifier) => !isCovered(identifier)), ...added];
}

const addedShapes = perWords(({ ids }) =>
  ids.length === 0
    ? null
    : new RegExp(`(?<![\\p{L}\\p{N}_/.-])(?:${ids.map((id) => `(?:${id})`).join("|")})(?![\\p{L}\\p{N}_])`, "gu"),
);

/** What follows the slash: in "003a/b" the letter alone changes, in "004/005" the number. */
function numberAfter(first: string, part: string): string {
  return /^[a-z]$/.test(part) ? first.replace(/[a-z]?$/, part) : (/(?<!\d)\d+[a-z]?$/.exec(part)?.[0] ?? part);
}

/** Two segments name a project's own series (NT-BUG); one alone must be a word for defects, or be short and unknown. */
function namesDefect(name: string): boolean {
  const segments = name.split("-");
  return (
    segments.some((segment) => counters.has(segment)) ||
    segments.length > 1 ||
    /^[A-Z]{2,10}$/.test(name) ||
    /^[SMFCLHI]$/.test(name)
  );
}

/** The identifiers that a title opens with or that stand alone in its parentheses: those that name the unit itself. */
export function readTitleIdentifiers(title: string): Identifier[] {
  const all = readIdentifiers(title);
  let blanked = title;
  return all.filter((identifier) => {
    const naming = isNaming(blanked, identifier);
    // A second identifier behind the first ("BUG-6 / BUG-7") names the unit as well.
    if (naming)
      blanked =
        blanked.slice(0, identifier.index) +
        " ".repeat(identifier.length) +
        blanked.slice(identifier.index + identifier.length);
    return naming;
  });
}

const namingWords = /^(\d{1,2}|fix|fixed|issue|bug|ticket|bugfix|resolved|defect|problem)$/i;

function isNaming(title: string, { id, index, length }: Identifier): boolean {
  const before = title.slice(0, index).replace(/[^\p{L}\p{N}]/gu, "");
  const after = title.slice(index + length).trim();
  // "Fix #2" counts fixes; "Issue #2957" is a number somebody gave it.
  const inParentheses = /[([]\s*(issue|bug|ticket|fixes|closes)\s*$/i.test(title.slice(0, index));
  if (id.startsWith("#") && /\p{L}/u.test(before) && Number(id.slice(1)) < 100 && !inParentheses) return false;
  if (before === "" || namingWords.test(before)) return true;
  const head = title.slice(0, index);
  // "… disposal issue #7381" at the end of a title: a number that somebody gave it.
  if (after === "" && /\b(issue|bug|ticket)\s*$/i.test(head) && Number(id.slice(1)) >= 100) return true;
  return /[([]\s*((issue|bug|ticket|fixes|closes)\s*)?$/i.test(head) && /^[)\]]/.test(after);
}

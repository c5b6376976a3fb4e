/** The words of a label or heading in, its role out: decoration, ordinals and qualifiers do not count. */
import type { ReadingSettings } from "../../config.ts";
import { memoize } from "./memoize.ts";
import { perWords } from "./words-in-force.ts";
import { labelWords, qualifiers, sectionPatterns, type Role, type SectionKind } from "./lexicon.ts";

/** Emoji, arrows, bullets and other marks that decorate titles; letters, digits and quotes stay. */
const decoration =
  /[\p{Extended_Pictographic}\p{So}\p{Sk}\u{FE0F}\u{200D}\u{20E3}\u{1F3FB}-\u{1F3FF}→←↑↓•▶►■□▪●○◆★☆✓✔✗✘✕×]/gu;

const isAscii = /^[\0-\x7f]*$/;

const usualRoles = new Map<string, Role>();
for (const [role, words] of Object.entries(labelWords) as [Role, readonly string[]][]) {
  for (const word of words) if (!usualRoles.has(word)) usualRoles.set(word, role);
}

/** A title without emoji and blanks at its ends. */
export const stripDecoration = memoize((title) => {
  const plain = isAscii.test(title) ? title : title.replace(decoration, " ");
  return plain.replace(/\s+/g, " ").trim();
});

/** Lower case, no decoration, no leading ordinal, no parenthesis at the end, no colon. */
export function normalizeLabel(label: string): string {
  return stripDecoration(label)
    .toLowerCase()
    .replace(/[*_`"“”]/g, "")
    .replace(/’/g, "'")
    .replace(/^(?:\(?\d{1,2}[.)]|[a-z][.)]|step \d+:?|#\d+)\s+/, "")
    .replace(/(?<!\s)\s*[(（][^()（）]*[)）]\s*(?:[:：]\s*)?$/, "")
    .replace(/(?<![\s:：.\-–—?!])[\s:：.\-–—?!]+$/, "")
    .replace(/^[\s\-–—:]+/, "")
    .replace(/ (?:for|in) (?:v?\d[\w.]*|now|later|next \w+|future \w+)$/, "")
    .trim();
}

/** The role a label has, or null when no row of the lexicon knows it. */
export const roleOf = (label: string): Role | null => roleReader()(label);

const rolesInForce = perWords(({ labels }): ReadonlyMap<string, Role> => {
  const added = Object.entries(labels).map(([label, role]) => [normalizeLabel(label), role] as const);
  return added.length === 0 ? usualRoles : new Map([...usualRoles, ...added]);
});

const roleReader = perWords(() => {
  const roles = rolesInForce();
  return memoize((label) => findRole(label, roles));
});

/** Every label of the lexicon, in the form of `normalizeLabel`. */
export const knownLabels = perWords(() => [...rolesInForce().keys()]);

function findRole(label: string, roles: ReadonlyMap<string, Role>): Role | null {
  if (label.length > 120) return null;
  const normalized = normalizeLabel(label);
  if (normalized === "" || normalized.length > 60) return null;
  const exact = roles.get(normalized);
  if (exact) return exact;
  let words = normalized.split(" ");
  if (words.length > 5) return null;
  while (words.length > 1 && qualifiers.before.has(words[0] ?? "")) {
    words = words.slice(1);
    const role = roles.get(words.join(" "));
    if (role) return role;
  }
  while (words.length > 1 && qualifiers.after.has(words.at(-1) ?? "")) {
    words = words.slice(0, -1);
    const role = roles.get(words.join(" "));
    if (role) return role;
  }
  return compoundRole(normalized, roles);
}

/** "Root Cause & Fix" announces both; the first of them that the lexicon knows counts. */
function compoundRole(normalized: string, roles: ReadonlyMap<string, Role>): Role | null {
  const parts = normalized.split(/(?<!\s)\s+(?:&|and|\/|\+|und|y|e)\s+|(?<!\s)\s+\/\s*|\/\s*/);
  if (parts.length < 2 || parts.length > 3) return null;
  const first = roles.get(parts[0] ?? "");
  const all = parts.every((part) => roles.has(part.trim()));
  return all && first ? first : null;
}

/** What the section under this heading is about. */
export const sectionKindOf = (title: string): SectionKind => sectionReader()(title);

const sectionReader = perWords(({ headings }: ReadingSettings) => {
  const added = new Map(Object.entries(headings).map(([heading, kind]) => [normalizeLabel(heading), kind]));
  return memoize(
    (title) => (added.size > 0 ? added.get(normalizeLabel(title.slice(0, 200))) : null) ?? matchSection(title),
  );
});

/** "2. setup.sh" is about a file, whatever that is called. */
const fileName = /^[^\p{L}/]*[\w.-]{1,80}\.(?!md\b)[a-z]{1,4}$/iu;

/** "LESSONS_LEARNED.md" as a title. */
const nameOfNote = /^[A-Z]+(?:_[A-Z]+)+(?=$|\.md\b|\s)/;

function matchSection(title: string): SectionKind {
  if (fileName.test(title)) return "other";
  const normalized = stripDecoration(title.slice(0, 200).replace(nameOfNote, (name) => name.replaceAll("_", " ")))
    .toLowerCase()
    .replace(/[*_`]/g, "")
    .replace(/’/g, "'");
  for (const [kind, pattern] of sectionPatterns) if (pattern.test(normalized)) return kind;
  return "other";
}

/** A knowledge base and words in, the records that have all of them out, best first: those that the index of a built site finds, looked through as they are. */
import { describeRecords, type SearchRecord } from "../../search-index/describe-records.ts";
import { escapeHtml } from "../../render/escape-html.ts";
import type { KnowledgeBase } from "../../model.ts";

/** What the scripts of the site know from the engine of a built one. */
export interface SearchAnswer {
  total: number;
  /** The first of them. */
  records: { url: string; excerpt: string; meta: Record<string, string> }[];
  /** How many of all found have each value of each filter. */
  filters: Record<string, Record<string, number>>;
}

export interface BaseSearch {
  /** `words` null or empty: all records. `filters`: of each name one of these values. */
  search(words: string | null, filters: Readonly<Record<string, readonly string[]>>): SearchAnswer;
}

interface Searched extends SearchRecord {
  folded: string;
  title: string;
}

/** As many as the scripts show. */
const most = 90;
/** Characters of an excerpt before and after the first word that was found. */
const before = 60;
const after = 140;

const fold = (text: string): string => text.toLowerCase();

/** Made when first asked; `base` is not changed by anybody. */
export function searchBase(base: KnowledgeBase, address: string): BaseSearch {
  let all: Searched[] | null = null;
  const list = (): Searched[] =>
    (all ??= describeRecords(base).map((entry) => {
      const record = entry.describe();
      return {
        ...record,
        folded: fold(record.content),
        title: fold(`${record.meta["title"]} ${record.meta["about"] ?? ""}`),
      };
    }));
  return {
    search(words, filters) {
      const terms = readTerms(words ?? "");
      const asked = Object.entries(filters);
      const found = list()
        .filter(
          (record) =>
            asked.every(([name, values]) => record.filters[name]?.some((value) => values.includes(value))) &&
            terms.every((term) => record.folded.includes(term)),
        )
        .map((record) => ({ record, worth: weigh(record, terms) }))
        // The sort is stable: what is worth the same stays in the order of the base.
        .sort((a, b) => b.worth - a.worth);
      return {
        total: found.length,
        records: found.slice(0, most).map(({ record }) => ({
          url: address + record.path,
          excerpt: cutExcerpt(record, terms),
          meta: record.meta,
        })),
        filters: countFilters(found.map(({ record }) => record)),
      };
    },
  };
}

/** Words, and phrases between quotes. */
function readTerms(words: string): string[] {
  const found = [...words.matchAll(/"([^"]+)"|(\S+)/g)].map(([, phrase, word]) => fold(phrase ?? word ?? ""));
  return found.map((term) => term.replace(/^"|"$/g, "").trim()).filter((term) => term !== "");
}

/** A word in the title tells more than any number of them below. */
function weigh({ title, folded }: Searched, terms: readonly string[]): number {
  let worth = 0;
  for (const term of terms) {
    if (title.includes(term)) worth += 10;
    let at = -1;
    for (let count = 0; count < 5 && (at = folded.indexOf(term, at + 1)) !== -1; count++) worth += 1;
  }
  return worth;
}

/** HTML with no other mark-up than `mark`, as the engine of a built site gives it. What stands in the title is shown already. */
function cutExcerpt({ content, folded, meta }: Searched, terms: readonly string[]): string {
  const title = meta["title"] ?? "";
  const below = content.startsWith(title)
    ? title.length
    : Math.max(0, content.indexOf(`\n${title}`) + title.length + 1);
  // Folding can change the length of rare characters: then there are no marks, rather than marks beside the words.
  const isAligned = content.length === folded.length;
  const first = isAligned ? terms.map((term) => folded.indexOf(term, below)).filter((at) => at !== -1) : [];
  const wanted = Math.max(below, Math.min(...first, content.length) - before);
  // Whole words at both ends.
  const from =
    first.length === 0 || wanted === below ? below : wanted + Math.max(0, content.slice(wanted).search(/\s/));
  const rest = content.slice(from, from + before + after);
  const text = from + rest.length < content.length ? rest.replace(/\s\S*$/, "") : rest;
  const pattern = new RegExp(terms.map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join("|"), "g");
  const marks = isAligned && terms.length > 0 ? [...folded.slice(from, from + text.length).matchAll(pattern)] : [];
  let html = "";
  let done = 0;
  for (const { index, 0: found } of marks) {
    const end = index + found.length;
    html += `${escapeHtml(text.slice(done, index))}<mark>${escapeHtml(text.slice(index, end))}</mark>`;
    done = end;
  }
  return html + escapeHtml(text.slice(done)) + (from + text.length < content.length ? " …" : "");
}

function countFilters(records: readonly SearchRecord[]): SearchAnswer["filters"] {
  const counts: SearchAnswer["filters"] = {};
  for (const { filters } of records)
    for (const [name, values] of Object.entries(filters)) {
      const ofName = (counts[name] ??= {});
      for (const value of values) ofName[value] = (ofName[value] ?? 0) + 1;
    }
  return counts;
}

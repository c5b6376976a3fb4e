/** Text in, dates out as ISO days: "January 4, 2026", "2026-01-04, 22:24 EST", "Jan 11 2026", `_JAN_04_2026` in a file name. */
import { listWords } from "./list-words.ts";

const months = listWords(`
    jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec
  `);
/** Month names of other languages by their first letters, where they differ from English. */
const foreignMonths: Record<string, number> = {
  januar: 1,
  februar: 2,
  märz: 3,
  mai: 5,
  juni: 6,
  juli: 7,
  oktober: 10,
  dezember: 12,
  enero: 1,
  febrero: 2,
  marzo: 3,
  abril: 4,
  mayo: 5,
  junio: 6,
  julio: 7,
  agosto: 8,
  septiembre: 9,
  octubre: 10,
  noviembre: 11,
  diciembre: 12,
  janeiro: 1,
  fevereiro: 2,
  março: 3,
  maio: 5,
  junho: 6,
  julho: 7,
  setembro: 9,
  outubro: 10,
  novembro: 11,
  dezembro: 12,
};

const numeric = /(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
const cjk = /(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;
// Not `\p{L}{3,10}`: that would compile the whole class once for each letter, for longer than reading a note takes.
const monthFirst =
  /(?<![\p{L}\d])(\p{L}+)\.?[ _-]{0,2}(\d{1,2})(?:st|nd|rd|th)?(?:\s*[-–—]\s*(\d{1,2})(?:st|nd|rd|th)?)?,?[ _-]{0,2}(20\d\d)(?!\d)/gu;
const dayFirst =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?[ _-]{1,2}(?:de |of )?(\p{L}+)\.?,?[ _-]{1,2}(?:de )?(20\d\d)(?!\d)/gu;
const european = /(?<!\d)(\d{1,2})[./](\d{1,2})[./](20\d\d)(?!\d)/g;
const compact = /(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g;

interface Found {
  date: string;
  at: number;
}

/** All dates of a text, in its order; of "Jan 3-5, 2026" both days. */
export function readDates(text: string): string[] {
  const found: Found[] = [];
  const add = (at: number, year: number, month: number, day: number): void => {
    const date = toIsoDay(year, month, day);
    if (date) found.push({ date, at });
  };
  for (const match of text.matchAll(numeric)) add(match.index, Number(match[1]), Number(match[2]), Number(match[3]));
  for (const match of text.matchAll(cjk)) add(match.index, Number(match[1]), Number(match[2]), Number(match[3]));
  for (const match of text.matchAll(monthFirst)) {
    const month = monthOf(match[1] ?? "");
    add(match.index, Number(match[4]), month, Number(match[2]));
    if (match[3]) add(match.index + 1, Number(match[4]), month, Number(match[3]));
  }
  for (const match of text.matchAll(dayFirst))
    add(match.index, Number(match[3]), monthOf(match[2] ?? ""), Number(match[1]));
  for (const match of text.matchAll(european)) {
    const [first, second] = [Number(match[1]), Number(match[2])];
    // 13/02/2026 and 02/13/2026 are certain; 02/03/2026 is read day first with dots, month first with slashes.
    const monthLeads = second > 12 || (first <= 12 && match[0].includes("/"));
    add(match.index, Number(match[3]), monthLeads ? first : second, monthLeads ? second : first);
  }
  return found.sort((a, b) => a.at - b.at).map(({ date }) => date);
}

/** The date in a file name: `_2025-12-13`, `_JAN_04_2026`, `JAN07_2026`, `20260104`; without a year none is read. */
export function readPathDate(path: string): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  const spelled = readDates(name.replace(/_/g, " ").replace(/(\p{L})(\d)/gu, "$1 $2")).at(-1) ?? readDates(name).at(-1);
  if (spelled) return spelled;
  const match = [...name.matchAll(compact)].at(-1);
  return match ? toIsoDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  const foreign = foreignMonths[lower];
  if (foreign) return foreign;
  const index = months.indexOf(lower.slice(0, 3));
  const full = listWords(`
    january, february, march, april, may, june, july, august, september, october, november, december
  `)[index];
  return full?.startsWith(lower) || lower === "sept" ? index + 1 : 0;
}

function toIsoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** The date and title of a note in, the name of its file out: `2026-02-03-receipts-in-euros.md`. */
import { toSlug } from "../../knowledge/name-slugs.ts";
import { CliError } from "../cli-error.ts";

/** Characters of a name that is written in another script, where none is left in ASCII. */
const longest = 60;

/** A note without a date gets none: the name would state one. */
export function nameNote(date: string | null, title: string): string {
  const own = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const slug = toSlug(title) || [...own].slice(0, longest).join("") || "note";
  // A title that opens with the day would say it twice.
  return `${date === null || slug.startsWith(date) ? "" : `${date}-`}${slug}.md`;
}

/** The day it is here, as an ISO date. */
export function today(now = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Throws a usage error for what is no day; today where none is given. */
export function readDay(typed: string | undefined): string {
  if (typed === undefined) return today();
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== typed)
    throw new CliError("usage", `Unexpected day "${typed}", expected one as 2026-02-03`);
  return typed;
}

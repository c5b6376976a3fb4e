/** A record and the value of a qualifier in, whether the record has it out: a table from qualifier to test. */
import type { Issue, Lesson, Session } from "../model.ts";
import type { RecordKind, ValueTest } from "./grammar.ts";
import type { BaseIndex } from "./index-base.ts";
import { matchLabel, matchName, matchPath } from "./match-glob.ts";
import { resolveDay } from "./read-days.ts";
import { fieldTexts, findField } from "./record-fields.ts";

interface Subject {
  kind: RecordKind;
  record: Issue | Lesson | Session;
  index: BaseIndex;
  today: string;
}

/** ISO days, both inclusive. */
type Period = [first: string, last: string];

/** The issues that a record speaks of; an issue speaks of itself. */
function issuesOf({ kind, record, index }: Subject): Issue[] {
  return kind === "issue"
    ? [record as Issue]
    : (record as Lesson | Session).issues.flatMap((slug) => index.issues.get(slug) ?? []);
}

function notesOf({ kind, record, index }: Subject): Session[] {
  return kind === "session" ? [record as Session] : index.notesOf(record as Issue | Lesson);
}

function periods(subject: Subject): Period[] {
  const { kind, record } = subject;
  const ofSession = ({ dateFrom, date }: Pick<Session, "dateFrom" | "date">): Period[] =>
    date === null ? [] : [[dateFrom !== null && dateFrom <= date ? dateFrom : date, date]];
  if (kind === "session") return ofSession(record as Session);
  if (kind === "lesson") return day((record as Lesson).date);
  const { history } = record as Issue;
  return history.flatMap(({ session, date }) => {
    const note = subject.index.sessions.get(session);
    return note?.date === date && note !== undefined ? ofSession(note) : day(date);
  });
}

const day = (date: string | null): Period[] => (date === null ? [] : [[date, date]]);
const lastDay = ({ kind, record }: Subject): string | null =>
  kind === "issue" ? (record as Issue).updated : (record as Lesson | Session).date;

function isWithin(test: ValueTest, found: readonly Period[], today: string): boolean {
  if (test.type !== "days") return false;
  const from = test.from && resolveDay(test.from, today);
  const to = test.to && resolveDay(test.to, today);
  return found.some(([first, last]) => (from === null || last >= from) && (to === null || first <= to));
}

function hasStatus(test: ValueTest, { record }: Subject): boolean {
  return test.type === "status" && "status" in record && test.statuses.includes(record.status);
}

function hasField(test: ValueTest, { kind, record, index }: Subject): boolean {
  const field = test.type === "field" ? findField(test.field) : undefined;
  return field !== undefined && fieldTexts(field, kind, record, index).length > 0;
}

const named = (test: ValueTest, names: readonly (string | null)[]): boolean =>
  test.type === "pattern" && names.some((name) => name !== null && matchName(test.pattern, name));
const labelled = (test: ValueTest, labels: readonly string[]): boolean =>
  test.type === "pattern" && labels.some((label) => matchLabel(test.pattern, label));
const located = (test: ValueTest, paths: readonly string[]): boolean =>
  test.type === "pattern" && paths.some((path) => matchPath(test.pattern, path));

const tests: Record<string, (test: ValueTest, subject: Subject) => boolean> = {
  is: hasStatus,
  status: hasStatus,
  severity: (test, { record }) => test.type === "severity" && test.severities.includes((record as Issue).severity),
  id: (test, subject) => named(test, [subject.record.slug, ...issuesOf(subject).flatMap(({ id, slug }) => [id, slug])]),
  file: (test, subject) =>
    located(
      test,
      issuesOf(subject).flatMap(({ files }) => files.map(({ path }) => path)),
    ),
  component: (test, subject) =>
    labelled(
      test,
      [...issuesOf(subject), ...(subject.kind === "session" ? [subject.record as Session] : [])].flatMap(
        ({ components }) => components,
      ),
    ),
  tag: (test, subject) =>
    labelled(
      test,
      notesOf(subject).flatMap(({ tags }) => tags),
    ),
  session: (test, subject) => notesOf(subject).some(({ path, slug }) => named(test, [slug]) || located(test, [path])),
  branch: (test, subject) =>
    named(
      test,
      notesOf(subject).map(({ branch }) => branch),
    ),
  date: (test, subject) => isWithin(test, periods(subject), subject.today),
  updated: (test, subject) => isWithin(test, day(lastDay(subject)), subject.today),
  has: hasField,
  no: (test, subject) => test.type === "field" && !hasField(test, subject),
};

/** True when the record has what one value of the qualifier `name` asks for. */
export function recordTests(name: string, test: ValueTest, subject: Subject): boolean {
  return tests[name]?.(test, subject) ?? false;
}

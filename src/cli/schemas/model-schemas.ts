/** The shapes of the model as schemas: what `show` and `parse` print as JSON. The compiler holds them to `src/model.ts`. */
import { z } from "zod";
import type { Diagnostic } from "../../diagnostics.ts";
import {
  issueFields,
  severities,
  statuses,
  type Extraction,
  type Issue,
  type IssueReport,
  type Lesson,
  type LessonReport,
  type Session,
  type SessionReport,
} from "../../model.ts";

const text = z.string();
const orNull = <T extends z.ZodType>(schema: T) => schema.nullable();
const count = z.int().nonnegative();
const point = z
  .strictObject({
    line: z.int().positive(),
    column: z.int().positive(),
    offset: count.meta({ description: "In UTF-16 units, from 0." }),
  })
  .meta({ id: "Point" });
export const place = z
  .strictObject({ start: point, end: point })
  .meta({ id: "Place", description: "In the repaired text of the note; the end is the first position after it." });
const excerpt = z
  .strictObject({ markdown: text, text, place })
  .meta({ id: "Excerpt", description: "A verbatim slice of a note, and the same as plain text." });
const code = z
  .strictObject({
    ...excerpt.shape,
    role: z.enum(["before", "after", "pattern", "log"]),
    language: orNull(text),
  })
  .meta({ id: "CodeExample" });
const commit = z.strictObject({ hash: orNull(text), message: text, place }).meta({ id: "Commit" });
const link = z
  .strictObject({ title: text, target: text, kind: z.enum(["created", "related"]), path: orNull(text), place })
  .meta({ id: "DocumentLink", description: "`path` is that of the note it leads to, null where it leads to none." });
const file = z
  .strictObject({
    path: text,
    line: orNull(z.int()),
    endLine: orNull(z.int()),
    note: orNull(text).meta({ description: "What the note says beside the path." }),
  })
  .meta({ id: "FileReference" });
export const status = z.enum(statuses).meta({ id: "Status" });
export const severity = z.enum(severities).meta({ id: "Severity" });
export const day = z.string().meta({ id: "Day", description: "An ISO day, as 2026-01-31." });
const evidence = z.strictObject({ field: text, rule: text, place }).meta({ id: "Evidence" });

const fields = Object.fromEntries(issueFields.map((field) => [field, orNull(excerpt)])) as Record<
  (typeof issueFields)[number],
  z.ZodNullable<typeof excerpt>
>;
const issueReport = z
  .strictObject({
    id: orNull(text),
    continues: orNull(text).meta({ description: "Address of the issue that it is a further report of." }),
    title: text,
    status,
    statusText: orNull(text).meta({ description: "The note's own words." }),
    severity: orNull(severity),
    components: z.array(text),
    files: z.array(file),
    ...fields,
    attempts: z.array(excerpt).meta({ description: "What was tried and did not help." }),
    code: z.array(code),
    timeToFix: orNull(text).meta({ description: "As written." }),
    estimate: orNull(text).meta({ description: "As written." }),
    commits: z.array(commit),
    documentation: z.array(link),
    place,
    evidence: z.array(evidence),
  })
  .meta({ id: "IssueReport", description: "What one note says of one issue." }) satisfies z.ZodType<IssueReport>;

export const issue = z
  .strictObject({
    ...issueReport.shape,
    slug: text,
    sessions: z.array(text),
    origin: z
      .partialRecord(z.enum([...issueFields, "status", "title"]), text)
      .meta({ description: "For each field that is set: the session it was read from." }),
    firstSeen: orNull(day),
    updated: orNull(day),
    history: z
      .array(z.strictObject({ session: text, date: orNull(day), report: issueReport }))
      .meta({ description: "One report a note, oldest first." }),
    lessons: z.array(text),
    related: z.array(z.strictObject({ slug: text, reasons: z.array(text) })),
  })
  .meta({
    id: "Issue",
    description: "The newest statement of each field, out of all notes that report it.",
  }) satisfies z.ZodType<Issue>;

const lessonReport = z
  .strictObject({
    kind: z.enum(["lesson", "insight"]),
    title: text,
    text,
    body: excerpt,
    problem: orNull(excerpt),
    solution: orNull(excerpt),
    pattern: orNull(excerpt),
    why: orNull(excerpt),
    benefits: orNull(excerpt),
    examples: orNull(excerpt),
    code: z.array(code),
    issues: z.array(text).meta({ description: "Identifiers that the lesson names." }),
    place,
  })
  .meta({ id: "LessonReport" }) satisfies z.ZodType<LessonReport>;

export const lesson = z
  .strictObject({
    ...lessonReport.shape,
    slug: text,
    session: text,
    date: orNull(day),
    issues: z.array(text).meta({ description: "Slugs." }),
  })
  .meta({ id: "Lesson" }) satisfies z.ZodType<Lesson>;

const action = z
  .strictObject({
    text,
    state: z.enum(["done", "partial", "todo"]),
    horizon: orNull(z.enum(["immediate", "short-term", "long-term"])),
    issue: orNull(text),
    place,
  })
  .meta({ id: "Action" });
const sessionReport = z
  .strictObject({
    path: text,
    title: text,
    date: orNull(day).meta({ description: "Of a range, the last day." }),
    dateFrom: orNull(day),
    duration: orNull(text),
    branch: orNull(text),
    authors: z.array(text),
    tags: z.array(text),
    components: z.array(text),
    status,
    statusText: orNull(text),
    summary: orNull(excerpt),
    metrics: z.array(z.strictObject({ name: text, before: orNull(text), after: orNull(text), place })),
    actions: z.array(action),
    commits: z.array(commit),
    documents: z.array(link),
    checklist: z.array(z.strictObject({ text, done: z.boolean(), place })),
    length: count,
  })
  .meta({ id: "SessionReport", description: "What a note says of itself." }) satisfies z.ZodType<SessionReport>;

export const session = z
  .strictObject({
    ...sessionReport.shape,
    slug: text,
    issues: z.array(text),
    lessons: z.array(text),
    source: text.meta({ description: "The whole repaired text." }),
  })
  .meta({ id: "Session" }) satisfies z.ZodType<Session>;

const diagnostic = z
  .strictObject({
    file: text,
    place: orNull(place),
    severity: z.enum(["error", "warning", "info"]),
    ruleId: text,
    message: text,
    expected: z.array(text),
    note: orNull(text),
    url: orNull(text),
  })
  .meta({ id: "Diagnostic" }) satisfies z.ZodType<Diagnostic>;

/** What `parse` prints for a note. */
export const parsedDocument = z
  .strictObject({
    ...sessionReport.shape,
    issues: z.array(issueReport),
    lessons: z.array(lessonReport),
    diagnostics: z.array(diagnostic),
  })
  .meta({ id: "ParsedDocument" }) satisfies z.ZodType<
  SessionReport & Pick<Extraction, "issues" | "lessons" | "diagnostics">
>;

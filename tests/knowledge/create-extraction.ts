/** A few words about a note in, what reading it would have given out: what is left out is empty. */
import type { Extraction, IssueReport, LessonReport, SessionReport } from "../../src/model.ts";
import { createLesson, createReport, createSession, excerpt, nowhere } from "../query/create-base.ts";

export interface GivenNote extends Partial<Omit<SessionReport, "documents">> {
  path: string;
  issues?: Partial<IssueReport>[];
  lessons?: Partial<LessonReport>[];
  /** Targets of its links to other documents. */
  links?: string[];
}

export function createExtraction({ issues = [], lessons = [], links = [], ...given }: GivenNote): Extraction {
  const { slug: _, source, issues: __, lessons: ___, ...session } = createSession({ slug: "", ...given });
  const documents = links.map((target) => ({
    title: target,
    target,
    kind: "related" as const,
    path: null,
    place: nowhere,
  }));
  return {
    session: { ...session, documents },
    issues: issues.map((issue, index) => createReport({ place: placeAt(index), ...issue })),
    lessons: lessons.map((lesson, index) => createLessonReport({ place: placeAt(100 + index), ...lesson })),
    diagnostics: [],
    source,
    leftOut: [],
  };
}

/** One line a record. */
function placeAt(index: number): IssueReport["place"] {
  const point = { line: index + 1, column: 1, offset: index * 10 };
  return { start: point, end: { ...point, offset: point.offset + 9 } };
}

function createLessonReport(given: Partial<LessonReport>): LessonReport {
  const { slug: _, session: __, date: ___, issues: ____, ...lesson } = createLesson({ slug: "" });
  return { ...lesson, issues: [], body: excerpt(given.title ?? "Untitled"), ...given };
}

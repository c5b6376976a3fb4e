/** A lesson in, its rows in the tables that anybody may query out. */
import type { Excerpt, Lesson } from "../model.ts";
import { definePublicTable, type PublicTable } from "./public-table.ts";

const text = (excerpt: Excerpt | null): string | null => excerpt?.text ?? null;

export const lessonTables: readonly PublicTable<Lesson>[] = [
  definePublicTable("lessons", "one row a lesson or insight", (lesson: Lesson) => [lesson], [
    ["slug", "TEXT PRIMARY KEY", "its address, unique", (l) => l.slug],
    ["kind", "TEXT NOT NULL", "lesson or insight", (l) => l.kind],
    ["title", "TEXT NOT NULL", "", (l) => l.title],
    ["text", "TEXT NOT NULL", "the whole item as plain text", (l) => l.text],
    ["problem", "TEXT", "", (l) => text(l.problem)],
    ["solution", "TEXT", "", (l) => text(l.solution)],
    ["pattern", "TEXT", "", (l) => text(l.pattern)],
    ["why", "TEXT", "", (l) => text(l.why)],
    ["benefits", "TEXT", "", (l) => text(l.benefits)],
    ["session", "TEXT NOT NULL", "slug of its note", (l) => l.session],
    ["date", "TEXT", "day of the note", (l) => l.date],
    ["line", "INTEGER NOT NULL", "where it begins", (l) => l.place.start.line],
  ]),
  definePublicTable("lesson_issues", "the issues that a lesson came from", (lesson) => lesson.issues, [
    ["lesson", "TEXT NOT NULL", "slug of the lesson", (_, { slug }) => slug],
    ["issue", "TEXT NOT NULL", "slug of the issue", (issue) => issue],
  ]),
];

/** A session in, its rows in the tables that anybody may query out. */
import type { Session } from "../model.ts";
import { definePublicTable, type PublicTable } from "./public-table.ts";

const owner = ["session", "TEXT NOT NULL", "slug of the session", (_: unknown, { slug }: Session) => slug] as const;

export const sessionTables: readonly PublicTable<Session>[] = [
  definePublicTable("sessions", "one row a note", (session: Session) => [session], [
    ["slug", "TEXT PRIMARY KEY", "its address, unique", (s) => s.slug],
    ["path", "TEXT NOT NULL", "path of the note, unique", (s) => s.path],
    ["title", "TEXT NOT NULL", "", (s) => s.title],
    ["date", "TEXT", "its day; of a range, the last", (s) => s.date],
    ["date_from", "TEXT", "first day of a range", (s) => s.dateFrom],
    ["duration", "TEXT", "as written; minutes(duration) is a number", (s) => s.duration],
    ["branch", "TEXT", "", (s) => s.branch],
    ["status", "TEXT NOT NULL", "of the note itself, as for issues", (s) => s.status],
    ["status_text", "TEXT", "the note's own words for the status", (s) => s.statusText],
    ["summary", "TEXT", "", (s) => s.summary?.text ?? null],
    ["length", "INTEGER NOT NULL", "of its text, in UTF-16 units", (s) => s.length],
  ]),
  definePublicTable("session_tags", "tags of a note", (session) => session.tags, [
    owner,
    ["tag", "TEXT NOT NULL", "as written", (tag) => tag],
  ]),
  definePublicTable("session_authors", "authors of a note", (session) => session.authors, [
    owner,
    ["author", "TEXT NOT NULL", "as written", (author) => author],
  ]),
  definePublicTable("session_components", "components of a note", (session) => session.components, [
    owner,
    ["component", "TEXT NOT NULL", "as written", (component) => component],
  ]),
  definePublicTable("actions", "what was done, and what is to be done", (session) => session.actions, [
    owner,
    ["text", "TEXT NOT NULL", "", ({ text }) => text],
    ["state", "TEXT NOT NULL", "done, partial or todo", ({ state }) => state],
    ["horizon", "TEXT", "immediate, short-term or long-term", ({ horizon }) => horizon],
    ["issue", "TEXT", "identifier of the issue it names", ({ issue }) => issue],
    ["line", "INTEGER NOT NULL", "", ({ place }) => place.start.line],
  ]),
  definePublicTable("commits", "commits that a note names", (session) => session.commits, [
    owner,
    ["hash", "TEXT", "object name, maybe abbreviated", ({ hash }) => hash],
    ["message", "TEXT NOT NULL", "", ({ message }) => message],
    ["line", "INTEGER NOT NULL", "", ({ place }) => place.start.line],
  ]),
  definePublicTable("documents", "documents that a note links to or names", (session) => session.documents, [
    owner,
    ["title", "TEXT NOT NULL", "", ({ title }) => title],
    ["target", "TEXT NOT NULL", "as written", ({ target }) => target],
    ["kind", "TEXT NOT NULL", "created or related", ({ kind }) => kind],
    ["path", "TEXT", "path of the note that it leads to", ({ path }) => path],
    ["line", "INTEGER NOT NULL", "", ({ place }) => place.start.line],
  ]),
  definePublicTable("metrics", "measures before and after the work", (session) => session.metrics, [
    owner,
    ["name", "TEXT NOT NULL", "", ({ name }) => name],
    ["before", "TEXT", "as written", ({ before }) => before],
    ["after", "TEXT", "as written", ({ after }) => after],
    ["line", "INTEGER NOT NULL", "", ({ place }) => place.start.line],
  ]),
];

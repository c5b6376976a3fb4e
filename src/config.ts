/** The settings of a project: what a team can add to the reading of its notes, and what every command goes by. Data and types only. */
import { issueFields, type Status } from "./model.ts";

/** What a label, or a heading that works as one, announces. */
export const roles = [
  ...issueFields,
  "attempts",
  "status",
  "severity",
  "files",
  "code",
  "commit",
  "documentation",
  "timeToFix",
  "estimate",
  "date",
  "duration",
  "branch",
  "author",
  "components",
  "tags",
  "pattern",
  "why",
  "benefits",
  "examples",
  "lesson",
  "id",
] as const;
export type Role = (typeof roles)[number];

/** What the section under a heading is about. */
export const sectionKinds = [
  "lessons",
  "insights",
  "attempts",
  "hypotheses",
  "fixedIssues",
  "openIssues",
  "partialIssues",
  "deferredIssues",
  "notIssues",
  "issues",
  "fixes",
  "actions",
  "options",
  "documents",
  "files",
  "commits",
  "metrics",
  "checklist",
  "plan",
  "results",
  "working",
  "summary",
  "other",
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** How much a rule weighs: `off` says nothing, an `error` fails the check. */
export const ruleLevels = ["off", "info", "warning", "error"] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** All that changes what is read from a note. Plain data: it is sent to other threads, and the index is keyed by it. */
export interface ReadingSettings {
  /** Regular expressions, matched with case, of further identifiers that name issues. */
  ids: readonly string[];
  /** A label as a note writes it → its role. */
  labels: Readonly<Record<string, Role>>;
  /** A heading → what its section is about. */
  headings: Readonly<Record<string, SectionKind>>;
  /** Words → the status they state. */
  statuses: Readonly<Record<string, Status>>;
  /** Pattern of paths → the component that the files there belong to. */
  components: Readonly<Record<string, string>>;
}

/** Nothing is added to what is built in. */
export const usualReading: ReadingSettings = { ids: [], labels: {}, headings: {}, statuses: {}, components: {} };

/** A configuration with all its defaults. Paths are absolute, but for those of `content`, which count from `root`. */
export interface Settings {
  /** Where it was read from, null without a file. */
  file: string | null;
  /** The folder that `content` is relative to, and that holds the index. */
  root: string;
  /** Folders and notes. */
  content: readonly string[];
  site: { title: string | null; url: string | null; base: string | null };
  repository: { url: string | null; root: string | null };
  reading: ReadingSettings;
  /** Name → absolute path. */
  templates: Readonly<Record<string, string>>;
  rules: Readonly<Record<string, RuleLevel>>;
}

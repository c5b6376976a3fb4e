/** The shape of a file in this folder: a rule says only what is wrong and where; how much it weighs is said elsewhere. */
import type { Diagnostic } from "../diagnostics.ts";
import type { Extraction, Place } from "../model.ts";

/** What one note says, as a rule sees it. */
export type CheckedNote = Pick<Extraction, "session" | "issues" | "source">;

/** What a rule may know beyond the note. */
export interface RuleContext {
  /** ISO day. */
  today: string;
  /** Whether the repository has a file at this path or at one that ends so; null where no repository is configured. */
  hasFile: ((path: string) => boolean) | null;
  /** The place of a range of offsets in a text. */
  placeOf: (text: string, start: number, end: number) => Place;
}

export interface Problem {
  place: Place | null;
  /** "Unexpected X, expected Y". */
  message: string;
  expected?: string[];
  /** What the author can do. */
  note?: string;
}

export interface Rule {
  /** Kebab-case. */
  id: string;
  /** What it weighs unless a configuration says otherwise. */
  level: "info" | "warning" | "error";
  /** Of rules that have no `check`: which stage finds it while it does its own work. `input` is about files rather than notes. */
  foundBy?: "input" | "source" | "document" | "extract" | "knowledge";
  /** Of what a stage found: whether it is told, by the text of the note. All of it without one. */
  tells?: (found: Diagnostic, source: string) => boolean;
  check?: (note: CheckedNote, context: RuleContext) => Problem[] | Promise<Problem[]>;
}

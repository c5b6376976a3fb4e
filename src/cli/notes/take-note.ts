/** The bytes of a note from anywhere in, the note as it will stand in the folder out: repaired, read, named. */
import { basename } from "node:path";
import { readNote } from "../../build-knowledge.ts";
import type { ReadingSettings } from "../../config.ts";
import type { Extraction, SourceFile } from "../../model.ts";
import { decodeSource } from "../../source/decode-source.ts";
import { CliError } from "../cli-error.ts";
import { nameNote } from "./name-note.ts";

export interface TakenNote {
  /** As the user named it. */
  given: string;
  original: Uint8Array;
  /** Repaired, in UTF-8. */
  text: string;
  /** Whether `text` is other than the original bytes. */
  isRepaired: boolean;
  /** What it is to be called. */
  name: string;
  /** Read under its new name, with what was repaired among the diagnostics. */
  extraction: Extraction;
}

/** Throws a failure for what is no text, or nothing; `day` overrules the date that the note gives. */
export function takeNote(file: SourceFile, day: string | null, settings: ReadingSettings): TakenNote {
  const { text, diagnostics } = decodeSource(file);
  const lost = diagnostics.find(({ severity, ruleId }) => severity === "error" || ruleId === "empty-note");
  if (lost) throw new CliError("failure", `${file.path}: ${lost.message}`, lost.note === null ? [] : [lost.note]);
  const bytes = Buffer.from(text);
  // A file name can hold the only date there is.
  const { date } = readNote({ path: file.path, bytes }, settings).session;
  const { title } = readNote({ path: "note.md", bytes }, settings).session;
  const name = nameNote(day ?? date, title === "note" ? firstWords(text, file.path) : title);
  const read = readNote({ path: name, bytes }, settings);
  return {
    given: file.path,
    original: file.bytes,
    text,
    isRepaired: !bytes.equals(file.bytes),
    name,
    extraction: { ...read, diagnostics: [...diagnostics, ...read.diagnostics] },
  };
}

/** A note without a heading is called as its file was, and one from standard input by what it begins with. */
function firstWords(text: string, path: string): string {
  const stem = basename(path).replace(/\.\w+$/, "");
  if (path !== standardInput) return stem;
  const line = text.split("\n").find((line) => /[\p{L}\p{N}]/u.test(line)) ?? "";
  return line.split(/\s+/).slice(0, 8).join(" ");
}

export const standardInput = "standard input";

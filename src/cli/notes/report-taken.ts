/** A note that is to be added in, what was understood of it and what stands against it on standard error out. */
import { resolve } from "node:path";
import { foldId, isDistinctiveId } from "../../knowledge/fold-id.ts";
import { cleanLine } from "../clean-text.ts";
import { renderExtraction } from "../render-extraction.ts";
import { columnsOf, createPaint } from "../terminal.ts";
import { showPath, type OpenNotes } from "./open-notes.ts";
import type { Plan } from "./plan-notes.ts";

/** Notes alike that are named; a fourth says no more. */
const named = 3;

export function reportTaken({ note, same, alike, secrets }: Plan, { base, settings }: OpenNotes): void {
  const paint = createPaint(process.stderr);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  if (same !== null)
    return say(
      `${paint("green", "there already:")} ${showPath(same)}${resolve(note.given) === same ? "" : ` says what ${cleanLine(note.given)} says`}`,
    );
  const columns = columnsOf(process.stderr) ?? 100;
  process.stderr.write(renderExtraction(note.extraction, { paint, columns, isExplained: false }));
  for (const { path, share } of alike.slice(0, named))
    say(`${paint("yellow", "very like:")} ${showPath(path)} has ${Math.floor(share * 100)} % of it`);
  for (const { id } of note.extraction.issues) {
    const known =
      id === null || !isDistinctiveId(foldId(id), settings.reading.ids)
        ? undefined
        : base.issues.find((issue) => issue.id === foldId(id));
    if (known)
      say(`${paint("blue", "known issue:")} ${known.id} is ${known.status}; this becomes a part of its history`);
  }
  for (const { line, what } of secrets)
    say(
      `${paint("red", "secret:")} line ${line} holds one (${what}); the site masks it, take it out and replace it where it is used`,
    );
  if (note.extraction.session.date === null)
    say(`${paint("yellow", "no date:")} the note states none; --date DAY puts one into its name`);
}

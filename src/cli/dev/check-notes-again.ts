/** Notes that were saved in, what is wrong with them now out: as `fixlore check` says it, for the terminal and for the page. */
import { relative, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { checkExtraction, createRuleContext, groupShared } from "../../check-extraction.ts";
import type { Settings } from "../../config.ts";
import type { Diagnostic } from "../../diagnostics.ts";
import type { FollowedNote } from "../../follow-notes.ts";
import { listRepository } from "../../list-repository.ts";
import type { KnowledgeBase } from "../../model.ts";
import { weighDiagnostics } from "../../rules/index.ts";
import { today } from "../notes/name-note.ts";

export interface CheckedNote {
  /** As the base has it. */
  path: string;
  /** From the working directory, as diagnostics have it. */
  shown: string;
  /** Its text, secrets masked. */
  source: string;
  diagnostics: Diagnostic[];
}

export interface NoteChecker {
  /** Ends early, with what it has, when `signal` says so. */
  check(
    notes: readonly (readonly [path: string, note: FollowedNote])[],
    base: KnowledgeBase,
    signal?: AbortSignal,
  ): Promise<CheckedNote[]>;
}

/** Notes in a row before others get their turn. */
const notesInARow = 10;

export function createChecker({ repository, rules }: Settings, cwd: string): NoteChecker {
  const list = async (): Promise<((path: string) => boolean) | null> =>
    repository.root === null ? null : await listRepository(repository.root);
  let files = list();
  return {
    async check(notes, base, signal) {
      const context = createRuleContext(today(), await files);
      // Files come and go as well: the next check knows of them, this one does not wait.
      files = list();
      const between = groupShared(base.diagnostics);
      const checked: CheckedNote[] = [];
      for (const [path, { absolute, extraction }] of notes) {
        if ((checked.length + 1) % notesInARow === 0) await setImmediate();
        if (signal?.aborted === true) break;
        const shown = relative(cwd, absolute).split(sep).join("/") || absolute;
        const found = await checkExtraction(extraction, between.get(path) ?? [], context);
        const diagnostics = weighDiagnostics(
          found.map((diagnostic) => ({ ...diagnostic, file: shown })),
          rules,
        );
        checked.push({ path, shown, source: extraction.source, diagnostics });
      }
      return checked;
    },
  };
}

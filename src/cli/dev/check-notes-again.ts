/** Notes that were saved in, what is wrong with them now out: as `fixlore check` says it, for the terminal and for the page. */
import { relative, sep } from "node:path";
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
  check(notes: readonly (readonly [path: string, note: FollowedNote])[], base: KnowledgeBase): Promise<CheckedNote[]>;
}

export function createChecker({ repository, rules }: Settings, cwd: string): NoteChecker {
  const list = async (): Promise<((path: string) => boolean) | null> =>
    repository.root === null ? null : await listRepository(repository.root);
  let files = list();
  return {
    async check(notes, base) {
      const context = createRuleContext(today(), await files);
      // Files come and go as well: the next check knows of them, this one does not wait.
      files = list();
      const between = groupShared(base.diagnostics);
      const checked: CheckedNote[] = [];
      for (const [path, { absolute, extraction }] of notes) {
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

/** What a repository is asked for in, the files of `fixlore init` out: paths and texts, nothing is written here. */
import { writeConfig } from "./write-config.ts";
import { writeExample } from "./write-example.ts";
import { writeHook } from "./write-hook.ts";
import { writeWorkflow } from "./write-workflow.ts";

export interface InitChoices {
  /** Of the notes, relative to the folder it is started in, `/` between segments. */
  folder: string;
  title: string;
  /** ISO day. */
  date: string;
  /** Whether the folder has notes already: then it needs no example. */
  hasNotes: boolean;
  /** Address of the repository, where it is known. */
  repository: string | null;
  /** Way from the root of the repository to the folder it is started in: "" or "docs/". */
  below: string;
  version: string;
}

/** Each path is relative to the folder it is started in, but for those of `root`, which count from the repository's. */
export interface InitFile {
  path: string;
  from: "here" | "root" | "hooks";
  text: string;
  isProgram?: boolean;
  /** What the file is for. */
  purpose: string;
}

export function listInitFiles(choices: InitChoices, wanted: { workflow: boolean; hook: boolean }): InitFile[] {
  return [
    { path: "fixlore.config.ts", from: "here", text: writeConfig(choices), purpose: "what every command goes by" },
    ...(choices.hasNotes ? [] : [writeExample(choices)]),
    ...(wanted.workflow ? [writeWorkflow(choices)] : []),
    ...(wanted.hook ? [writeHook(choices)] : []),
  ];
}

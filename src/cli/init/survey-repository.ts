/** A folder in, what `fixlore init` must know of it and its repository out. */
import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { askGit } from "../notes/ask-git.ts";

export interface RepositorySurvey {
  /** Absolute; null outside a repository. */
  root: string | null;
  /** Way from the root to the folder: "" or "docs/". */
  below: string;
  /** Absolute path of the folder that git runs hooks from; null outside a repository. */
  hooks: string | null;
  /** Address for people, without a name or password in it. */
  url: string | null;
  /** What a site could be called. */
  title: string;
  /** The folder that notes are in already, else "content". */
  folder: string;
}

/** Folders that teams keep such notes in. */
const usualFolders = [
  "content",
  "notes",
  "docs/notes",
  "docs/postmortems",
  "docs/incidents",
  "docs/handoff",
  "postmortems",
];

export function surveyRepository(cwd: string): RepositorySurvey {
  const root = askGit("rev-parse", "--show-toplevel");
  const hooks = root === null ? null : askGit("rev-parse", "--path-format=absolute", "--git-path", "hooks");
  const origin = askGit("remote", "get-url", "origin");
  return {
    root,
    below: askGit("rev-parse", "--show-prefix") ?? "",
    hooks,
    url: origin === null ? null : readAddress(origin),
    title: basename(root ?? cwd) || "Fixlore",
    folder: usualFolders.find((folder) => hasNotes(join(cwd, folder))) ?? "content",
  };
}

/** `git@host:team/shop.git`, `ssh://…` and `https://name:key@host/…` all lead to https://host/team/shop. */
export function readAddress(origin: string): string | null {
  const [, host, path] = /^(?:\w+:\/\/)?(?:[^@/]*@)?([\w.-]+\.\w+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/.exec(origin) ?? [];
  return host === undefined || path === undefined ? null : `https://${host}/${path}`;
}

export function hasNotes(folder: string): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).some((name) =>
    /\.(?:md|markdown|mdown)$/i.test(name),
  );
}

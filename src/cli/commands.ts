/** The commands of fixlore: what each is for, and where it is. A command is loaded when it is asked for. */
import type { CommandEntry } from "./command.ts";

export const description =
  "Fixlore turns Markdown notes about bugs and their fixes into issue records that can be searched, queried and published.";

export const commands: ReadonlyMap<string, CommandEntry> = new Map<string, CommandEntry>([
  ["init", { summary: "Set a repository up for notes", load: () => import("./commands/init.ts") }],
  ["parse", { summary: "Show what is understood of each note", load: () => import("./commands/parse.ts") }],
  ["new", { summary: "Write a note from a template and open it", load: () => import("./commands/new.ts") }],
  ["add", { summary: "Take a note from anywhere into the folder of notes", load: () => import("./commands/add.ts") }],
  [
    "status",
    { summary: "Record that an issue has another status, and why", load: () => import("./commands/status.ts") },
  ],
  ["check", { summary: "Say what is wrong with notes", load: () => import("./commands/check.ts") }],
  ["diff", { summary: "Say what a change does to the records", load: () => import("./commands/diff.ts") }],
  ["query", { summary: "Find issues, lessons and sessions", load: () => import("./commands/query.ts") }],
  ["show", { summary: "Show one issue, lesson or session in full", load: () => import("./commands/show.ts") }],
  ["files", { summary: "Show what is known about source files", load: () => import("./commands/files.ts") }],
  [
    "stats",
    {
      summary: "Count issues by status, severity, month; hot files; time to fix",
      load: () => import("./commands/stats.ts"),
    },
  ],
  ["sql", { summary: "Select from the index with SQL, read-only", load: () => import("./commands/sql.ts") }],
  [
    "dev",
    { summary: "Serve the site while you write, made anew at each save", load: () => import("./commands/dev.ts") },
  ],
  ["build", { summary: "Build the site", load: () => import("./commands/build.ts") }],
  ["start", { summary: "Build the site and serve it on this machine", load: () => import("./commands/start.ts") }],
  [
    "schema",
    { summary: "Print the JSON Schema of what commands print as JSON", load: () => import("./commands/schema.ts") },
  ],
  [
    "completions",
    {
      summary: "Print a completion script for bash, zsh, fish or PowerShell",
      load: () => import("./commands/completions.ts"),
    },
  ],
]);

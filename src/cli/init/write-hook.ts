/** The choices of `fixlore init` in, a hook out that reads the notes of a commit before it is made. */
import type { InitChoices, InitFile } from "./init-files.ts";

export function writeHook({ folder, below }: InitChoices): InitFile {
  return {
    path: "pre-commit",
    from: "hooks",
    isProgram: true,
    purpose: "reads the notes of each commit; git commit --no-verify goes past it",
    text: `#!/bin/sh
# Reads the notes that are to be committed. Written by \`fixlore init\`; yours to change.
${below === "" ? "" : `cd ${quote(below)} || exit 1\n`}folder=${quote(folder)}
notes() {
  git diff --cached --relative --name-only -z --diff-filter=ACMR -- ":(glob)$folder/**/*.md" ":(glob)$folder/**/*.markdown"
}
if [ -z "$(notes | tr '\\0' ' ')" ]; then exit 0; fi
if command -v fixlore >/dev/null 2>&1; then fixlore=fixlore
elif npx --no fixlore -- --version >/dev/null 2>&1; then fixlore="npx --no fixlore --"
else
  echo "pre-commit: fixlore is not installed, the notes were not checked" >&2
  exit 0
fi
notes | xargs -0 $fixlore check
`,
  };
}

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

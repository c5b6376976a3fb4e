/** Markdown and what to put in the place of a fenced block of code in, the same with each of them replaced out. */
export interface Fence {
  /** All of it, as it stands there. */
  block: string;
  /** The code alone. */
  text: string;
  /** A block that nothing closes goes to the end. */
  isClosed: boolean;
}

/** Line by line: a pattern would look for the end of each block again at every run of backticks. */
export function replaceFences(markdown: string, replace: (fence: Fence) => string): string {
  const lines = markdown.split("\n");
  const made: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const mark = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined) {
      made.push(line);
      continue;
    }
    let end = at + 1;
    while (end < lines.length && !isClosing(lines[end] ?? "", mark)) end++;
    const block = lines.slice(at, end + 1).join("\n");
    made.push(replace({ block, text: lines.slice(at + 1, end).join("\n"), isClosed: end < lines.length }));
    at = end;
  }
  return made.join("\n");
}

function isClosing(line: string, mark: string): boolean {
  const run = line.trim();
  return run.length >= mark.length && run === mark.charAt(0).repeat(run.length);
}

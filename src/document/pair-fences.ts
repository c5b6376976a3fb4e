/** Markdown in, the offsets of the fences out that stand in a block of Markdown and would close it before its end. */

interface Fence {
  mark: string;
  info: string;
}

const fencePattern = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`\n]*?)[ \t\r]*$/;
const holdsMarkdown = /^ {0,3}(?:`{3,}|~{3,})[ \t]*(?:md|markdown)\b/m;
const isMarkdown = (info: string): boolean => /^(?:md|markdown)\b/i.test(info);
const heading = /^ {0,3}#{2,6} \S/;

/** A note with more blocks of Markdown that never end is not looked through to its end for each of them. */
const mostTries = 40;

/** Where a fence begins and how long it is. */
export interface NestedFence {
  start: number;
  length: number;
}

/**
 * "```markdown" around "```go … ```" ends, by the specification, with the inner block, and the closing fence opens another
 * one, which takes in the sections that follow. That is not meant where the fences are pairs within pairs and fewer headings
 * are code when they are read so.
 */
export function findNestedFences(text: string): NestedFence[] {
  if (!holdsMarkdown.test(text)) return [];
  const lines = text.split("\n");
  const fences = lines.map(readFence);
  const nested = pairWithin(fences);
  if (nested.size === 0 || swallowed(lines, fences, nested) >= swallowed(lines, fences, new Set())) return [];
  let offset = 0;
  return lines.flatMap((line, index) => {
    const start = offset + line.search(/[`~]/);
    offset += line.length + 1;
    return nested.has(index) ? [{ start, length: fences[index]?.mark.length ?? 0 }] : [];
  });
}

function readFence(line: string): Fence | null {
  const match = fencePattern.exec(line);
  return match ? { mark: match[1] ?? "", info: match[2] ?? "" } : null;
}

const closes = (fence: Fence, { mark }: Fence): boolean =>
  fence.info === "" && fence.mark[0] === mark[0] && fence.mark.length >= mark.length;

/** The lines of the fences that are pairs within a block of Markdown, for all blocks that have an end when they are read so. */
function pairWithin(fences: readonly (Fence | null)[]): Set<number> {
  const nested = new Set<number>();
  let tries = 0;
  for (let index = 0; index < fences.length; index++) {
    const fence = fences[index];
    if (!fence) continue;
    const found = isMarkdown(fence.info) && tries < mostTries ? pairUntilEnd(fences, index, fence) : null;
    if (isMarkdown(fence.info) && found === null) tries++;
    if (found) for (const line of found.inner) nested.add(line);
    index = found?.end ?? endOf(fences, index, fence);
  }
  return nested;
}

function pairUntilEnd(
  fences: readonly (Fence | null)[],
  start: number,
  outer: Fence,
): { inner: number[]; end: number } | null {
  const inner: number[] = [];
  let depth = 0;
  for (let index = start + 1; index < fences.length; index++) {
    const fence = fences[index];
    if (!fence || fence.mark[0] !== outer.mark[0] || fence.mark.length < outer.mark.length) continue;
    if (fence.info === "" && depth === 0) return { inner, end: index };
    depth += fence.info === "" ? -1 : 1;
    inner.push(index);
  }
  return null;
}

/** The line that closes a block by the specification, or the last one. */
function endOf(fences: readonly (Fence | null)[], start: number, outer: Fence): number {
  for (let index = start + 1; index < fences.length; index++) {
    const fence = fences[index];
    if (fence && closes(fence, outer)) return index;
  }
  return fences.length;
}

/** How many headings stand in blocks that say nothing of what they hold, or that never end. */
function swallowed(lines: readonly string[], fences: readonly (Fence | null)[], hidden: ReadonlySet<number>): number {
  let count = 0;
  const shown = fences.map((fence, index) => (hidden.has(index) ? null : fence));
  for (let index = 0; index < lines.length; index++) {
    const fence = shown[index];
    if (!fence) continue;
    const end = endOf(shown, index, fence);
    if (fence.info === "" || end === lines.length)
      for (let line = index + 1; line < end; line++) count += Number(heading.test(lines[line] ?? ""));
    index = end;
  }
  return count;
}

/** The name of an extreme out, with the bytes of a note that goes to it and the rule that must be told of, where one is. */

const line = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const laughs = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => {
    const value = level === 0 ? `"lol"` : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array.from({ length: 10 }, () => value).join(", ")}]`;
  }).join("\n");
const columns = (cell: string, number: number): string => `|${`${cell}|`.repeat(number)}`;

export interface ExtremeFile {
  write(): string | Uint8Array;
  /** What a diagnostic says of it; null where all of it can be read. */
  rule: string | null;
}

export const extremeFiles: Readonly<Record<string, ExtremeFile>> = {
  "10,000 nested quotes": { write: () => `${"> ".repeat(10_000)}deep`, rule: "excessive-markup" },
  "10,000 nested lists": { write: () => `${"- ".repeat(10_000)}deep`, rule: "excessive-markup" },
  "a status after 1 MB of blanks": {
    write: () => `# T\n\n## Bug 1: x\n\n**Fix**: a\n\n---\n\n**Status**: a${" ".repeat(1_000_000)}b\n`,
    rule: null,
  },
  "10,000 quotes in lists": { write: () => `${"> - ".repeat(10_000)}deep`, rule: "excessive-markup" },
  "a table of 100,000 columns": {
    write: () => `# T\n\n${[columns("a", 100_000), columns("-", 100_000), columns("b", 100_000)].join("\n")}\n`,
    rule: null,
  },
  "a table of 20,000 columns and 20,000 short rows": {
    write: () => `# T\n\n${[columns("a", 20_000), columns("-", 20_000)].join("\n")}\n${"|x|\n".repeat(20_000)}`,
    rule: null,
  },
  "a file of 50 MB": { write: () => Buffer.alloc(50_000_000, "a note that is too long\n"), rule: "oversized-file" },
  "a file as long as may be": { write: () => line("A pump stands still at night.\n\n", 2 * 2 ** 20), rule: null },
  "a line of 1 MB of one letter": { write: () => `# T\n\n${line("a", 1_000_000)}\n`, rule: null },
  "a line of 1 MB of words": {
    write: () => `# T\n\n**Fix**: ${line("fixed src/a.ts because ", 1_000_000)}\n`,
    rule: null,
  },
  "a line of 1 MB of marks": { write: () => `# T\n\n${line("*a **b _c ", 1_000_000)}\n`, rule: "excessive-markup" },
  "a line of 1 MB of brackets": { write: () => `# T\n\n${line("[", 1_000_000)}\n`, rule: null },
  "a block of code in one line of 1 MB": {
    write: () => `# T\n\n\`\`\`ts\nconst a = ${line("[1,", 1_000_000)}\n\`\`\`\n`,
    rule: null,
  },
  "one section a hundred thousand times": {
    write: () => line("## BUG-1: It breaks\n\n**Fix**: x\n\n", 2_000_000),
    rule: "too-many-units",
  },
  "one item three hundred thousand times": {
    write: () => `# T\n\n## Bugs fixed\n\n${line("- ✅ a\n", 1_000_000)}`,
    rule: "too-many-units",
  },
  "aliases that make a billion values": { write: () => `---\n${laughs(9)}\n---\n\n# T\n`, rule: "broken-front-matter" },
  "10,000 brackets of front matter": {
    write: () => `---\na: ${"[".repeat(10_000)}\n---\n\n# T\n`,
    rule: "broken-front-matter",
  },
  "front matter of 1 MB": { write: () => `---\na: ${line("b", 1_000_000)}\n---\n\n# T\n`, rule: "broken-front-matter" },
  "front matter in JavaScript": {
    write: () => `---js\n{ title: process.exit(7) }\n---\n\n# T\n`,
    rule: null,
  },
  "1 MB of zeros": { write: () => new Uint8Array(1_000_000), rule: "binary-file" },
  "1 MB of bytes that are no text": {
    write: () => Uint8Array.from({ length: 1_000_000 }, (_, index) => 128 + ((index * 7919) % 128)),
    rule: null,
  },
};

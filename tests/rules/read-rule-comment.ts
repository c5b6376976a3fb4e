/** The file of a rule in, what its comment says out: the sentence that sums it up, its text, and its examples as notes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../../src/model.ts";

export interface RuleComment {
  summary: string;
  /** All of the comment, as Markdown. */
  text: string;
  /** Notes that the rule finds something in. */
  unexpected: SourceFile[];
  /** Notes that it finds nothing in. */
  expected: SourceFile[];
}

export function readRuleComment(id: string): RuleComment {
  const code = readFileSync(join(import.meta.dirname, "../../src/rules", `${id}.ts`), "utf8");
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(code)?.[1] ?? "";
  const text = comment
    .trim()
    .split("\n")
    .map((line) => line.replace(/^ ?\* ?/, "").trimEnd())
    .join("\n")
    .trim();
  const sections = text.split(/^## (?=(?:Unexpected|Expected)$)/m);
  const notesOf = (title: string): SourceFile[] => {
    const section = sections.find((part) => part.startsWith(title)) ?? "";
    return [...section.matchAll(/^(`{3,})markdown (\S+)(?: (escaped|bytes|repeated))?\n([\s\S]*?)^\1$/gm)].map(
      ([, , path = "", form, body = ""]) => ({ path, bytes: encode(body, form) }),
    );
  };
  return {
    summary: text.split("\n\n", 1)[0]!.replaceAll("\n", " "),
    text,
    unexpected: notesOf("Unexpected"),
    expected: notesOf("Expected"),
  };
}

/** `escaped`: `\u{feff}`, `\r` and `\n` stand for the character; `bytes`: `\x{81}` stands for a byte; `repeated`: `{x}{3}` for `xxx`. */
function encode(body: string, form: string | undefined): Uint8Array {
  if (form === "bytes")
    return Buffer.from(
      body.replace(/\\x\{(\w+)\}/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      "latin1",
    );
  if (form === "repeated")
    return Buffer.from(
      body.replace(/\{([^{}]+)\}\{(\d+)\}/g, (_, part: string, times: string) => part.repeat(Number(times))),
    );
  const text =
    form === "escaped"
      ? body
          .replaceAll("\\r", "\r")
          .replaceAll("\\n", "\n")
          .replace(/\\u\{(\w+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      : body;
  return Buffer.from(text);
}

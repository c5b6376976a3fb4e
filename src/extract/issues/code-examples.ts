/** Code blocks in, examples with their role out: one block that shows BEFORE and AFTER is cut in two. */
import type { Code, Nodes } from "mdast";
import type { CodeExample, CodeRole } from "../../model.ts";
import { spanOf, type NoteText, type Span } from "../layout/note-text.ts";

const before =
  /\b(before|old|wrong|incorrect|bad|broken|buggy|bug|previous(ly)?|original|current(ly)?|vorher|antes|❌)\b|❌|修复前|修正前/i;
const after = /\b(after|new|fixed?|correct(ed)?|good|solution|now|updated|nachher|después|depois)\b|✅|修复后|修正後/i;
const logLanguages = new Set(["", "text", "log", "console", "output", "plaintext", "txt"]);
const shellLanguages = new Set(["bash", "sh", "shell", "zsh", "console", "powershell"]);
/** A comment of its own line, in any of the usual syntaxes, that says which side follows. */
const sideComment =
  /^[ \t]*(?:\/\/|#|--|\/\*|<!--|;|%)[ \t]*\W{0,4}((?:before|after|old|new|wrong|correct|bad|good|fixed?|previous|was|now)\b|❌|✅)[^\n]*$/gimu;

/** All code under a node, in order. */
export function collectCode(nodes: readonly Nodes[]): Code[] {
  return nodes.flatMap((node) =>
    node.type === "code" ? [node] : "children" in node ? collectCode(node.children) : [],
  );
}

/** Reads the role of a block from its own comments, else from the words just before it. */
export function readCodeExamples(code: Code, note: NoteText, lead: string): CodeExample[] {
  const span = spanOf(code);
  const language = code.lang ?? null;
  const sides = findSides(note.text, span);
  if (sides.length > 1 && new Set(sides.map((side) => side.role)).size > 1) {
    return sides.map(({ role, start, end }) => example(note, { start, end }, role, language, null));
  }
  const role = sides[0]?.role ?? roleFromLead(lead, language);
  return [example(note, span, role, language, code.value)];
}

function example(
  note: NoteText,
  span: Span,
  role: CodeRole,
  language: string | null,
  value: string | null,
): CodeExample {
  const excerpt = note.excerpt(span);
  return { ...excerpt, text: value ?? excerpt.markdown, role, language };
}

function findSides(text: string, block: Span): (Span & { role: CodeRole })[] {
  const lines = text.slice(block.start, block.end);
  const bodyStart = lines.indexOf("\n") + 1;
  const bodyEnd = lines.lastIndexOf("\n");
  if (bodyStart === 0 || bodyEnd <= bodyStart) return [];
  const body = lines.slice(bodyStart, bodyEnd);
  const found: (Span & { role: CodeRole })[] = [];
  for (const match of body.matchAll(sideComment)) {
    const word = (match[1] ?? "").toLowerCase();
    const role = before.test(word) || word === "was" ? "before" : "after";
    if (found.at(-1)?.role === role) continue;
    const start = block.start + bodyStart + match.index;
    const last = found.at(-1);
    if (last) last.end = start;
    found.push({ role, start, end: block.start + bodyEnd });
  }
  return found;
}

function roleFromLead(lead: string, language: string | null): CodeRole {
  if (before.test(lead) && !after.test(lead)) return "before";
  if (after.test(lead)) return "after";
  if (shellLanguages.has(language ?? "") || logLanguages.has(language ?? "")) return "log";
  return "pattern";
}

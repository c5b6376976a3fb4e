/** A unit in, its labelled fields out: `**Root Cause**: …`, `- Fix: …`, a heading "Solution", a row of a two-column table. */
import type { ListItem, Paragraph, RootContent, Table } from "mdast";
import { toString } from "mdast-util-to-string";
import { readCodeFields } from "./read-code-fields.ts";
import { readLabel, type Label } from "./read-label-line.ts";
import type { Role } from "../words/lexicon.ts";
import { spanOf, type Span } from "./note-text.ts";
import { type Unit } from "./unit.ts";
import { isUnknownLabel } from "./place-labels.ts";
import { roleOf } from "../words/read-label.ts";

export interface Field {
  role: Role;
  /** As written, without marks and colon. */
  label: string;
  labelSpan: Span;
  /** What the label announces; ends where the next label begins. */
  value: Span;
  /** How the label stands: a heading's content is the surest, a plain word before a colon the weakest. */
  form: "heading" | "bold" | "plain" | "row";
}

/** "Root Cause: stale cache" as a heading inside an issue: label and value in one, and what stands under it. */
function labelledHeading(unit: Unit): Field | null {
  const label = /^([^:：]{3,40})[:：]\s*\S/.exec(unit.title)?.[1] ?? doneHead.exec(unit.title)?.[1];
  const role = label?.toLowerCase() === "fixed" ? "fix" : label ? roleOf(label) : null;
  if (!label || (role !== "rootCause" && role !== "fix" && role !== "verification")) return null;
  return {
    role,
    label,
    labelSpan: { start: unit.head.start, end: unit.head.start },
    value: { start: unit.head.start, end: unit.span.end },
    form: "heading",
  };
}

/** "Fixed - added a lock" says in one line that and how. */
const doneHead = /^\W*(fix(?:ed)?|solution|resolution)\s+[-–—]\s+\S+ \S/i;

const numberedFix = /^\W*(?:fix|solution|resolution)\s*#?\d{1,2}\s*[:.\-–—]\s*\S/i;

/** All fields of a unit, in the order of the note; those of units further down that are titles of their own are not among them. */
export function readFields(unit: Unit, text: string): readonly Field[] {
  const known = remembered.get(unit);
  if (known) return known;
  const fields = collectFields(unit, text);
  remembered.set(unit, fields);
  return fields;
}

/** Every unit is asked for its fields by its parents too. */
const remembered = new WeakMap<Unit, readonly Field[]>();

function collectFields(unit: Unit, text: string): Field[] {
  const fields: Field[] = [];
  const walker = createWalker(fields, text);
  if (unit.kind === "row") return readCellFields(unit);
  walker.blocks(unit.blocks);
  walker.close();
  for (const child of unit.children) {
    if (child.kind !== "heading" && child.kind !== "bold") continue;
    const role = roleOf(child.title);
    if (!role && numberedFix.test(child.title)) {
      // "Fix 1: skip the outgoing flows" says in its title already what was done.
      fields.push({
        role: "fix",
        label: "fix",
        labelSpan: { start: child.head.start, end: child.head.start },
        value: { start: child.head.start, end: child.span.end },
        form: "heading",
      });
      continue;
    }
    const headed = role ? null : labelledHeading(child);
    if (headed) {
      const inner = child.kind === "bold" ? readFields(child, text) : [];
      headed.value.end = inner[0]?.labelSpan.start ?? headed.value.end;
      fields.push(headed, ...inner);
      continue;
    }
    if (!role) {
      if (isUnknownLabel(child)) fields.push(...readFields(child, text));
      continue;
    }
    const inner = readFields(child, text).filter((field) => field.role !== role);
    // Below a bold label the next labelled line begins something else; a real heading holds all that stands under it.
    const next = child.kind === "bold" ? inner.find(({ form }) => form === "bold" || form === "plain") : undefined;
    fields.push({
      role,
      label: child.title,
      labelSpan: child.head,
      value: { start: child.bodyStart, end: next?.labelSpan.start ?? child.span.end },
      form: "heading",
    });
    fields.push(...inner);
  }
  return fields;
}

function readCellFields(unit: Unit): Field[] {
  return unit.cells.flatMap((cell) => {
    const role = roleOf(cell.header);
    if (!role || cell.text === "") return [];
    return [
      {
        role,
        label: cell.header,
        labelSpan: { start: cell.start, end: cell.start },
        value: { start: cell.start, end: cell.end },
        form: "row" as const,
      },
    ];
  });
}

function createWalker(fields: Field[], text: string) {
  let open: Field | null = null;
  let end = 0;
  const close = (): void => {
    if (open) {
      open.value.end = Math.max(open.value.start, end);
      if (open.value.end > open.value.start) fields.push(open);
    }
    open = null;
  };
  const start = (label: Label, lineEnd: number): void => {
    close();
    if (!label.role) return;
    open = {
      role: label.role,
      label: label.label,
      labelSpan: label.labelSpan,
      value: { start: label.valueStart, end: lineEnd },
      form: label.form,
    };
    end = lineEnd;
  };
  const isEmpty = (): boolean => open !== null && text.slice(open.value.start, end).trim().length === 0;

  const paragraph = (node: Paragraph): void => {
    const { start: from, end: to } = spanOf(node);
    let offset = from;
    for (const line of text.slice(from, to).split("\n")) {
      const lineEnd = offset + line.length;
      const indent = line.length - line.trimStart().length;
      const label = readLabel(line.trimStart(), offset + indent);
      if (label) start(label, lineEnd);
      else if (open) end = lineEnd;
      offset = lineEnd + 1;
    }
  };
  const item = (node: ListItem): boolean => {
    const first = node.children[0];
    if (first?.type !== "paragraph") return false;
    const { start: from, end: to } = spanOf(first);
    const line = text.slice(from, to).split("\n", 1)[0] ?? "";
    const label = readLabel(line, from);
    if (!label?.role) return false;
    start(label, from + line.length);
    const rest = from + line.length + 1;
    if (rest < to) {
      // Later lines of the item may carry labels of their own.
      let offset = rest;
      for (const next of text.slice(rest, to).split("\n")) {
        const nested = readLabel(next.trimStart(), offset + next.length - next.trimStart().length);
        if (nested?.role) start(nested, offset + next.length);
        else end = offset + next.length;
        offset += next.length + 1;
      }
    }
    blocks(node.children.slice(1));
    close();
    return true;
  };
  const table = (node: Table): boolean => {
    const rows = node.children.filter(
      (row) => row.children.length === 2 && roleOf(toString(row.children[0]!)) !== null,
    );
    if (rows.length < 2) return false;
    close();
    for (const row of rows) {
      const [labelCell, valueCell] = row.children;
      if (!labelCell || !valueCell || valueCell.children.length === 0) continue;
      const label = toString(labelCell);
      const value = { start: spanOf(valueCell.children[0]!).start, end: spanOf(valueCell.children.at(-1)!).end };
      fields.push({ role: roleOf(label)!, label, labelSpan: spanOf(labelCell), value, form: "row" });
    }
    return true;
  };
  function blocks(nodes: RootContent[]): void {
    for (const node of nodes) {
      if (node.type === "paragraph") paragraph(node);
      else if (node.type === "thematicBreak") close();
      else if (node.type === "table" && table(node)) continue;
      else if (node.type === "list" && !isEmpty() && node.children.some((child) => isLabelItem(child))) {
        for (const child of node.children) if (!item(child)) close();
      } else if (open) end = spanOf(node).end;
      else if (node.type === "code") fields.push(...readCodeFields(node, text));
    }
  }
  const isLabelItem = (node: ListItem): boolean => {
    const first = node.children[0];
    if (first?.type !== "paragraph") return false;
    const { start: from, end: to } = spanOf(first);
    return readLabel(text.slice(from, to).split("\n", 1)[0] ?? "", from)?.role != null;
  };
  return { blocks, close };
}

/** A diagnostic and the text of its note in, lines for a terminal out: what is wrong, the lines around it with a mark, what to do. */
import stringWidth from "string-width";
import type { Diagnostic } from "../../diagnostics.ts";
import { cleanLine, cleanText } from "../clean-text.ts";
import { fitText } from "../fit-text.ts";
import type { Paint, Style } from "../terminal.ts";
import { wrapText } from "../wrap-text.ts";

export const severityStyles: Readonly<Record<Diagnostic["severity"], Style>> = {
  error: "red",
  warning: "yellow",
  info: "blue",
};

export interface RenderOptions {
  paint: Paint;
  /** Columns of the terminal. */
  width: number;
}

/** Lines shown before the one that is meant. */
const linesBefore = 1;

export function renderDiagnostic(diagnostic: Diagnostic, source: string | null, options: RenderOptions): string {
  const { file, place, severity, ruleId, message, expected, note } = diagnostic;
  const { paint, width } = options;
  const at = place === null ? file : `${file}:${place.start.line}:${place.start.column}`;
  const head = `${paint("bold", cleanLine(at))}  ${paint(severityStyles[severity], severity)}  ${paint("dim", ruleId)}`;
  const told = cleanLine(message);
  // What the message says already is not said again.
  const wanted = expected.filter((one) => !told.includes(one));
  return [
    head,
    ...wrapIn(told, 2, width),
    ...(place === null || source === null ? [] : renderFrame(source, diagnostic, options)),
    ...(wanted.length === 0 ? [] : wrapIn(`expected: ${wanted.join(", or ")}`, 2, width)),
    ...(note === null ? [] : wrapIn(cleanText(note), 2, width)),
    "",
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function wrapIn(text: string, indent: number, width: number): string[] {
  return wrapText(text, width - indent).map((line) => " ".repeat(indent) + line);
}

function renderFrame(source: string, { place, severity }: Diagnostic, { paint, width }: RenderOptions): string[] {
  const { start, end } = place!;
  const lines = source.split("\n", start.line);
  const digits = String(start.line).length;
  const room = width - digits - 6;
  const line = lines[start.line - 1] ?? "";
  // A long line is shown from shortly before the place on.
  const cut = start.column - 1 > room * 0.6 ? start.column - 1 - Math.floor(room * 0.3) : 0;
  const show = (text: string, from: number): string =>
    fitText((from > 0 ? "…" : "") + cleanText(text.slice(from)).replaceAll("\t", "  "), room);
  const number = (value: number): string => String(value).padStart(digits);
  const before = lines
    .slice(Math.max(0, start.line - 1 - linesBefore), start.line - 1)
    .map((text, index, all) => [start.line - all.length + index, text] as const)
    .filter(([, text]) => text.trim() !== "")
    .map(([at, text]) => `  ${paint("dim", `${number(at)} │ ${show(text, 0)}`)}`);
  const lead = stringWidth(show(line.slice(0, start.column - 1), cut).replace(/…$/, "")) || (cut > 0 ? 1 : 0);
  const marked = end.line === start.line ? line.slice(start.column - 1, end.column - 1) : line.slice(start.column - 1);
  const length = Math.max(1, Math.min(stringWidth(cleanText(marked).replaceAll("\t", "  ")), room - lead));
  const mark = `${" ".repeat(lead)}${"^".repeat(length)}`;
  return [
    ...before,
    `  ${number(start.line)} ${paint("dim", "│")} ${show(line, cut)}`,
    `  ${" ".repeat(digits)} ${paint("dim", "│")} ${paint(severityStyles[severity], mark)}`,
  ];
}

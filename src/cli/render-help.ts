/** A command in, its help as plain text out. */
import type { ArgsDef } from "citty";
import type { CommandEntry, CommandModule } from "./command.ts";
import type { Paint } from "./terminal.ts";
import { wrapText } from "./wrap-text.ts";

type Row = readonly [left: string, right: string];

export async function renderHelp(
  name: string,
  { command, examples = [], notes = [] }: CommandModule,
  paint: Paint,
  columns: number | null,
): Promise<string> {
  const meta = await resolve(command.meta);
  const args = ((await resolve(command.args)) ?? {}) as ArgsDef;
  const all = Object.entries(args);
  const operands = all.filter(([, arg]) => arg.type === "positional");
  const usage = operands.map(([operand, arg]) => {
    const shown = `${operand.toUpperCase()}${arg.valueHint?.endsWith("…") ? "…" : ""}`;
    return arg.required === false ? `[${shown}]` : shown;
  });
  const options = all
    .filter(([, arg]) => arg.type !== "positional")
    .map(([option, arg]): Row => {
      const short = "alias" in arg ? [arg.alias ?? []].flat().find((alias) => alias.length === 1) : undefined;
      const value =
        arg.type === "enum"
          ? ` ${arg.options?.join("|")}`
          : arg.type === "boolean"
            ? ""
            : ` ${arg.valueHint ?? "VALUE"}`;
      if (arg.type === "boolean" && arg.default === true)
        return [`    --no-${option}`, arg.negativeDescription ?? arg.description ?? ""];
      const standard = arg.default === undefined || arg.default === false ? "" : ` (default: ${arg.default})`;
      return [`${short ? `-${short}, ` : "    "}--${option}${value}`, `${arg.description ?? ""}${standard}`];
    });
  options.push(["-h, --help", "Show this help"]);
  return (
    [
      hang(meta?.description ?? "", 0, columns),
      `\n${paint("bold", "Usage")}\n  fixlore ${[name, ...usage, "[options]"].join(" ")}`,
      section(
        "Arguments",
        operands.map(([operand, arg]): Row => [operand.toUpperCase(), arg.description ?? ""]),
        paint,
        columns,
      ),
      section("Options", options, paint, columns),
      ...notes.map(
        ([title, lines]) => `\n${paint("bold", title)}\n${lines.map((line) => hangLine(line, columns)).join("\n")}`,
      ),
      examples.length === 0
        ? ""
        : `\n${paint("bold", "Examples")}\n${examples.map(([line, purpose]) => `  ${paint("cyan", line)}\n      ${purpose}`).join("\n")}`,
    ]
      .filter(Boolean)
      .join("\n") + "\n"
  );
}

export function renderOverview(
  description: string,
  commands: ReadonlyMap<string, CommandEntry>,
  paint: Paint,
  columns: number | null,
): string {
  const rows = [...commands].map(([name, { summary }]): Row => [name, summary]);
  return (
    [
      hang(description, 0, columns),
      `\n${paint("bold", "Usage")}\n  fixlore COMMAND [options]`,
      section("Commands", rows, paint, columns),
      section(
        "Options",
        [
          ["-h, --help", "Show help, of a command behind its name"],
          ["-v, --version", "Show the version"],
        ],
        paint,
        columns,
      ),
      `\n${paint("bold", "Exit codes")}\n  0  done, also when nothing was found\n  1  something was lost or could not be read; with --quiet: nothing was found\n  2  the command line is wrong`,
    ].join("\n") + "\n"
  );
}

function section(title: string, rows: readonly Row[], paint: Paint, columns: number | null): string {
  if (rows.length === 0) return "";
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)));
  const lines = rows.map(([left, right]) => {
    const gap = left.length > width ? `\n${" ".repeat(width + 4)}` : " ".repeat(width - left.length + 2);
    return `  ${paint("cyan", left)}${gap}${hang(right, width + 4, columns)}`;
  });
  return `\n${paint("bold", title)}\n${lines.join("\n")}`;
}

/** Breaks a text that begins at `indent` where the terminal ends; what goes on stands below its beginning. */
function hang(text: string, indent: number, columns: number | null): string {
  const room = columns === null ? null : Math.max(20, columns - indent);
  return wrapText(text, room).join(`\n${" ".repeat(indent)}`);
}

/** A line of two columns, with two spaces or more between them. */
function hangLine(line: string, columns: number | null): string {
  const left = /^\S(?:.*?\S)?\s{2,}(?=\S)/.exec(line)?.[0] ?? "";
  return `  ${left}${hang(line.slice(left.length), left.length + 2, columns)}`;
}

async function resolve<T>(value: T | Promise<T> | (() => T | Promise<T>) | undefined): Promise<T | undefined> {
  return typeof value === "function" ? (value as () => T | Promise<T>)() : value;
}

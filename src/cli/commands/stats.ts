/** A query in, its issues in numbers out: by status, severity, component and month, hot files, time to fix. */
import { defineCommand } from "citty";
import { severities, statuses, type Issue, type Severity, type Status } from "../../model.ts";
import { evaluateQuery } from "../../query/index.ts";
import { CliError } from "../cli-error.ts";
import { cleanLine, toSafeJson } from "../clean-text.ts";
import type { CommandModule } from "../command.ts";
import { countIssues, type Statistics } from "../count-issues.ts";
import { fitText } from "../fit-text.ts";
import { pagerArgument, pageOutput } from "../page-output.ts";
import { baseArguments, readBase } from "../read-base.ts";
import { formatMinutes } from "../read-duration.ts";
import { protectNegations, queryNotes, readQuery, readToday } from "../read-query.ts";
import { severityStyles, statusStyles } from "../status-styles.ts";
import { columnsOf, createPaint, type Paint, type Style } from "../terminal.ts";
import { plural } from "../plural.ts";

export const command = defineCommand({
  meta: {
    name: "stats",
    description: "Count issues by status, severity, component and month; hot files; median time to fix.",
  },
  args: {
    query: { type: "positional", required: false, valueHint: "…", description: "Which issues; all without it" },
    format: { type: "enum", options: ["pretty", "json"], default: "pretty", description: "How to print" },
    json: { type: "boolean", description: "Short for --format json" },
    today: { type: "string", valueHint: "DAY", description: "The day that 30d counts from (default: the clock's)" },
    ...pagerArgument,
    ...baseArguments,
  },
  async run({ args, rawArgs }) {
    const query = readQuery(args._);
    if (query.kind !== "issue") throw new CliError("usage", `stats counts issues, the query asks for ${query.kind}s`);
    const today = readToday(args.today);
    const base = await readBase(rawArgs, { query, related: false });
    const { results } = evaluateQuery(query, base, { today });
    const isJson = args.json === true || args.format === "json";
    const statistics = countIssues(results as Issue[]);
    await pageOutput(
      isJson
        ? `${toSafeJson({ schemaVersion: 1, kind: "stats", query: query.text, ...statistics }, 2)}\n`
        : render(statistics),
      args,
    );
    return 0;
  },
});

export const examples: CommandModule["examples"] = [
  ["fixlore stats", "All issues"],
  ["fixlore stats 'component:gateway updated:90d'", "Those of one component, lately"],
];

export const notes: CommandModule["notes"] = queryNotes;

export const protectArguments: NonNullable<CommandModule["protectArguments"]> = protectNegations;

interface Row {
  name: string;
  count: number;
  /** Beside the count. */
  note: string;
  style: Style | null;
}

const barWidth = 24;

function render(counts: Statistics): string {
  const paint = createPaint(process.stdout);
  const width = columnsOf(process.stdout) ?? 100;
  const { total, open, timeToFix } = counts;
  const openNote = (stillOpen: number): string => (stillOpen === 0 ? "" : `${stillOpen} open`);
  const row = (name: string, count: number, stillOpen: number, style: Style | null = null): Row => ({
    name,
    count,
    note: openNote(stillOpen),
    style,
  });
  const sections: [string, Row[]][] = [
    [
      "Status",
      counts.byStatus.map(({ status, count }) => ({
        name: status,
        count,
        note: "",
        style: statuses.includes(status as Status) ? statusStyles[status as Status] : null,
      })),
    ],
    [
      "Severity",
      counts.bySeverity.map(({ severity, count, open: still }) =>
        row(
          severity ?? "none",
          count,
          still,
          severities.includes(severity as Severity) ? severityStyles[severity as Severity] : null,
        ),
      ),
    ],
    ["Components", counts.byComponent.map(({ component, count, open: still }) => row(component, count, still))],
    [
      "First reported",
      counts.byMonth.map(({ month, reported, closed }) => ({
        name: month,
        count: reported,
        note: closed === 0 ? "" : `${closed} closed`,
        style: null,
      })),
    ],
    ["Hot files", counts.hotFiles.map(({ path, count, open: still }) => row(path, count, still))],
  ];
  const time =
    timeToFix.medianMinutes === null
      ? ""
      : `, median time to fix ${formatMinutes(timeToFix.medianMinutes)} (stated by ${timeToFix.known})`;
  return [
    `${plural(total, "issue")}, ${open} open${time}\n`,
    ...sections
      .filter(([, rows]) => rows.length > 0)
      .map(([title, rows]) => `\n${paint("bold", title)}\n${formatBars(rows, width, paint)}`),
  ].join("");
}

/** A bar beside each count: the longest says the most. */
function formatBars(rows: readonly Row[], width: number, paint: Paint): string {
  const most = Math.max(...rows.map(({ count }) => count));
  const digits = String(most).length;
  const room = Math.max(12, width - barWidth - digits - 20);
  const nameWidth = Math.min(room, Math.max(...rows.map(({ name }) => cleanLine(name).length)));
  return rows
    .map(({ name, count, note, style }) => {
      const fitted = fitText(cleanLine(name), nameWidth);
      const bar = "▇".repeat(Math.ceil((count / most) * barWidth));
      const line = `  ${fitted.padEnd(nameWidth)}  ${String(count).padStart(digits)}  ${style === null ? bar : paint(style, bar)}`;
      return `${note === "" ? line : `${line}${" ".repeat(barWidth - bar.length)}  ${paint("dim", note)}`}\n`;
    })
    .join("");
}

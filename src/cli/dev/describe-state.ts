/** The site as it stands in, what every page is told of it out: which state this is, and what is wrong in the notes just saved. */
import type { Diagnostic } from "../../diagnostics.ts";
import { pagePath } from "../../page-path.ts";
import type { SiteOptions } from "../../prepare-site.ts";
import { cleanLine, cleanText } from "../clean-text.ts";
import type { CheckedNote } from "./check-notes-again.ts";
import type { OpenSite } from "./open-site.ts";

export interface DevFault {
  /** `file:line:column`, or the file alone. */
  at: string;
  severity: Diagnostic["severity"];
  rule: string;
  message: string;
  note: string | null;
  /** The line it is about, and which part of it; null where there is none. */
  line: { before: string; marked: string; after: string } | null;
  /** The line on the page of the note. */
  href: string | null;
}

export interface DevState {
  /** Of the command: another one has other numbers. */
  run: string;
  revision: number;
  faults: DevFault[];
  /** Diagnostics beyond those. */
  more: number;
}

interface StateSource {
  run: string;
  revision: number;
  site: OpenSite;
  configFault: Diagnostic | null;
}

/** As many as anybody reads in a corner of a page. */
const most = 20;

export function describeState({ run, revision, site, configFault }: StateSource): DevState {
  const { options, followed, faulty, unread } = site;
  const slugs = new Map(followed.base.sessions.map(({ path, slug }) => [path, slug]));
  const all = [...faulty.values()].flatMap((note) =>
    note.diagnostics
      .filter(({ severity }) => severity !== "info")
      .map((diagnostic) => describeFault(diagnostic, note, addressOf(options, slugs.get(note.path)))),
  );
  const ofFiles = [
    ...(configFault === null ? [] : [configFault]),
    ...unread.filter(({ severity }) => severity !== "info"),
  ];
  const faults = [...ofFiles.map((one) => describeFault(one, null, null)), ...all];
  return { run, revision, faults: faults.slice(0, most), more: Math.max(0, faults.length - most) };
}

export const issueAddress = ({ base }: SiteOptions, slug: string): string => base + pagePath("issues", slug);

const addressOf = ({ base }: SiteOptions, slug: string | undefined): string | null =>
  slug === undefined ? null : base + pagePath("sessions", slug);

function describeFault(
  { file, place, severity, ruleId, message, note }: Diagnostic,
  source: CheckedNote | null,
  page: string | null,
): DevFault {
  return {
    at: cleanLine(place === null ? file : `${file}:${place.start.line}:${place.start.column}`),
    severity,
    rule: ruleId,
    message: cleanLine(message),
    note: note === null ? null : cleanText(note),
    line: place === null || source === null ? null : cutLine(source.source, place),
    href: page === null ? null : place === null ? page : `${page}#L${place.start.line}`,
  };
}

/** Characters shown of a line before and after what is meant. */
const around = 60;
const longest = 160;

function cutLine(source: string, { start, end }: NonNullable<Diagnostic["place"]>): DevFault["line"] {
  const text = source.split("\n", start.line)[start.line - 1] ?? "";
  const from = start.column - 1;
  const to = end.line === start.line ? end.column - 1 : text.length;
  const clean = (part: string): string => cleanText(part).replace(/\s+/g, " ");
  const cut = (part: string, atStart: boolean): string =>
    clean(part.length <= around ? part : atStart ? `${part.slice(0, around)}…` : `…${part.slice(-around)}`);
  const marked = text.slice(from, to);
  return {
    before: cut(text.slice(0, from), false),
    marked: clean(marked.length > longest ? `${marked.slice(0, longest)}…` : marked),
    after: cut(text.slice(to), true),
  };
}

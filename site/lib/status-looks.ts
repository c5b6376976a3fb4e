/** Statuses and severities in, how each is told without colour out: a word and a shape on a grid of 16 by 16. */
import type { Severity, Status } from "./knowledge.ts";

interface Look {
  word: string;
  /** What the word means to a reader, for titles of lists. */
  meaning: string;
  /** One of four hues: the shape and the word tell the rest. */
  hue: "red" | "amber" | "green" | "grey";
  shape: string;
}

const ring = `<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5"/>`;
const disc = `<circle cx="8" cy="8" r="7" fill="currentColor"/>`;
const cut = (path: string): string =>
  `<path d="${path}" fill="none" stroke="var(--sheet)" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/>`;
const line = (path: string): string =>
  `<path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/>`;

export const statusLooks: Record<Status, Look> = {
  open: {
    word: "Open",
    meaning: "found, not yet fixed",
    hue: "red",
    shape: `${ring}<circle cx="8" cy="8" r="2.5" fill="currentColor"/>`,
  },
  blocked: {
    word: "Blocked",
    meaning: "waiting for something else",
    hue: "red",
    shape: `<path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2z" fill="currentColor"/>${cut("M4.75 8h6.5")}`,
  },
  "in-progress": {
    word: "In progress",
    meaning: "being worked on",
    hue: "amber",
    shape: `${ring}<path d="M8 4.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor"/>`,
  },
  partial: {
    word: "Partly fixed",
    meaning: "better, not done",
    hue: "amber",
    shape: `<path d="M8 1.2 14.8 8 8 14.8 1.2 8z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M8 1.2v13.6L1.2 8z" fill="currentColor"/>`,
  },
  unknown: {
    word: "Not stated",
    meaning: "the notes do not say how it ended",
    hue: "grey",
    shape: `<circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 2.7"/>`,
  },
  deferred: {
    word: "Deferred",
    meaning: "put off on purpose",
    hue: "grey",
    shape: `${ring}${line("M8 4.6V8l2.3 1.6")}`,
  },
  fixed: {
    word: "Fixed",
    meaning: "mended, or done",
    hue: "green",
    shape: `${disc}${cut("m4.9 8.3 2.1 2.1 4.1-4.5")}`,
  },
  "wont-fix": {
    word: "Won’t fix",
    meaning: "left as it is on purpose",
    hue: "grey",
    shape: `${ring}${line("m3.7 12.3 8.6-8.6")}`,
  },
  "not-a-bug": {
    word: "Not a bug",
    meaning: "works as it should",
    hue: "grey",
    shape: `${ring}${line("M5.2 6.8h5.6M5.2 9.4h5.6")}`,
  },
};

/** Bars as on a signal: as many filled as it is severe. */
export const severityLooks: Record<Severity, { word: string; bars: number }> = {
  critical: { word: "Critical", bars: 4 },
  high: { word: "High", bars: 3 },
  medium: { word: "Medium", bars: 2 },
  low: { word: "Low", bars: 1 },
};

const bars = ({ bars }: { bars: number }): string =>
  [0, 1, 2, 3]
    .map(
      (bar) =>
        `<rect x="${1 + bar * 3.75}" y="${11 - bar * 3}" width="2.5" height="${4 + bar * 3}" rx=".75" fill="currentColor"${bar < bars ? "" : ` opacity=".22"`}/>`,
    )
    .join("");

/** Every icon that stands in text, by its name in `icons.svg`: drawn there once, a page has thousands of them to name. */
export const iconShapes: Record<string, string> = {
  ...Object.fromEntries(Object.entries(statusLooks).map(([status, { shape }]) => [status, shape])),
  ...Object.fromEntries(Object.entries(severityLooks).map(([severity, look]) => [severity, bars(look)])),
  brand: `<g transform="scale(.6667)" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M5 2v20"/><path d="m10.5 12.5 3.6 3.7L21 7.5"/></g>`,
};

/** `base` is the base path of the site. */
const icon = (name: string, kind: string, base: string): string =>
  `<svg class="icon ${kind}" aria-hidden="true"><use href="${base}icons.svg#${name}"/></svg>`;

export const statusIcon = (status: Status, base: string): string =>
  icon(status, `hue-${statusLooks[status].hue}`, base);
export const severityIcon = (severity: Severity, base: string): string => icon(severity, "bars", base);

/** A status or severity in, the colour it has on every terminal page out. The word always stands beside the colour. */
import type { Severity, Status } from "../model.ts";
import type { Style } from "./terminal.ts";

export const statusStyles: Readonly<Record<Status, Style>> = {
  open: "red",
  blocked: "red",
  "in-progress": "yellow",
  partial: "yellow",
  unknown: "magenta",
  deferred: "blue",
  fixed: "green",
  "wont-fix": "gray",
  "not-a-bug": "gray",
};

export const severityStyles: Readonly<Record<Severity, Style>> = {
  critical: "red",
  high: "yellow",
  medium: "cyan",
  low: "gray",
};

/** A status in, the words out that a note states it with. */
import { statuses, type Status } from "../../model.ts";

/** What an author can say; nobody states that a status is unknown. */
export type StatedStatus = Exclude<Status, "unknown">;

export const statusWords: Readonly<Record<StatedStatus, string>> = {
  open: "Open",
  "in-progress": "In progress",
  blocked: "Blocked",
  partial: "Partially fixed",
  fixed: "Fixed",
  deferred: "Deferred",
  "wont-fix": "Won't fix",
  "not-a-bug": "Not a bug",
};

export const statedStatuses = statuses.filter((status) => status !== "unknown");

/** The base in, what the notes say is still to be done out, the newest note first. */
import { site, type Action, type Session } from "./knowledge.ts";

export interface OpenAction {
  action: Action;
  session: Session;
}

export const horizons = [
  ["immediate", "Now"],
  ["short-term", "Soon"],
  ["long-term", "Later"],
  [null, "No date given"],
] as const;

export function openActions(): OpenAction[] {
  return site().knowledge.sessions.flatMap((session) =>
    session.actions.filter((action) => action.state !== "done").map((action) => ({ action, session })),
  );
}

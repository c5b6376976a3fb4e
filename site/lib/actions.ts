/** The base in, what the notes say is still to be done out: by horizon the newest note first, and by issue. */
import { lookup, openStatuses, severities, type Action, type Excerpt, type Issue, type Session } from "./knowledge.ts";
import { onceABase } from "./once-per.ts";

export interface OpenAction {
  action: Action;
  session: Session;
  issue: Issue | null;
}

export interface IssueWork {
  issue: Issue;
  actions: OpenAction[];
  /** What the issue itself says is left. */
  left: { excerpt: Excerpt; session: Session | undefined }[];
}

/** In the order to work in; `slug` is the address of the list. */
export const horizons = [
  { horizon: "immediate", slug: "now", word: "Now" },
  { horizon: "short-term", slug: "soon", word: "Soon" },
  { horizon: "long-term", slug: "later", word: "Later" },
  { horizon: null, slug: "undated", word: "No date given" },
] as const;

export const openActions = onceABase((knowledge): OpenAction[] => {
  const { issues } = lookup();
  const byId = new Map(knowledge.issues.flatMap((issue) => (issue.id === null ? [] : [[issue.id, issue] as const])));
  return knowledge.sessions.flatMap((session) => {
    const own = session.issues.flatMap((slug) => issues.get(slug) ?? []);
    return session.actions
      .filter(({ state }) => state !== "done")
      .map((action) => ({
        action,
        session,
        // The note's own issue of that name goes before one of another note.
        issue: own.find(({ id }) => id !== null && id === action.issue) ?? byId.get(action.issue ?? "") ?? null,
      }));
  });
});

/** The numbers of the tabs. */
export const actionCounts = onceABase(() => ({
  all: openActions().length,
  byHorizon: Map.groupBy(openActions(), ({ action }) => action.horizon),
  issues: issueWork().length,
}));

const rank = ({ severity }: Issue): number => (severity === null ? severities.length : severities.indexOf(severity));

/** Issues with something left to do, the worst first. */
export const issueWork = onceABase((knowledge): IssueWork[] => {
  const { sessions } = lookup();
  const named = Map.groupBy(openActions(), ({ issue }) => issue);
  return knowledge.issues
    .flatMap((issue) => {
      const left = openStatuses.has(issue.status)
        ? (["remaining", "nextSteps"] as const).flatMap((field) => {
            const excerpt = issue[field];
            const session = sessions.get(issue.origin[field] ?? issue.sessions.at(-1) ?? "");
            return excerpt === null ? [] : [{ excerpt, session }];
          })
        : [];
      const actions = named.get(issue) ?? [];
      return left.length + actions.length > 0 ? [{ issue, actions, left }] : [];
    })
    .sort((a, b) => rank(a.issue) - rank(b.issue) || (b.issue.updated ?? "").localeCompare(a.issue.updated ?? ""));
});

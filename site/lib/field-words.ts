/** The fields of an issue in, the words for them on the site out. */
import type { IssueField } from "./knowledge.ts";

export const fieldWords: Record<IssueField, { title: string; short: string }> = {
  problem: { title: "Problem", short: "problem" },
  rootCause: { title: "Root cause", short: "cause" },
  fix: { title: "Fix", short: "fix" },
  verification: { title: "Verification", short: "verified" },
  impact: { title: "Impact", short: "impact" },
  symptoms: { title: "Symptoms", short: "symptoms" },
  possibleCauses: { title: "Possible causes", short: "causes?" },
  remaining: { title: "Remaining work", short: "remaining" },
  nextSteps: { title: "Next steps", short: "next" },
};

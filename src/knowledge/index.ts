/** From what was read of single notes to one base: planned first, then built record by record, then related. */
export { compareBases, type Comparison, type IssueChange } from "./compare-bases.ts";
export { buildRecord, notesOfPlan } from "./build-records.ts";
export { growBase, type TraitChanges } from "./grow-base.ts";
export { mergeRecords } from "./merge-records.ts";
export { orderRecords } from "./order-records.ts";
export { planBase, type RecordPlan } from "./plan-base.ts";
export { describeIssue, relateIssues, type IssueTraits } from "./relate-issues.ts";
export { spellLabels } from "./spell-labels.ts";
export { planAlike, summarizeNote, type NoteSummary } from "./summarize-note.ts";

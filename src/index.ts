/** The public API: what a program that uses Fixlore as a library may import. */
export { readExtractions, readKnowledge, readNote } from "./build-knowledge.ts";
export type { Config } from "./config/config-schema.ts";
export { defineConfig } from "./config/define-config.ts";
export { createDiagnostic, formatDiagnostic, type Diagnostic } from "./diagnostics.ts";
export { mergeRecords } from "./knowledge/merge-records.ts";
export type * from "./model.ts";
export { issueFields, openStatuses, severities, statuses } from "./model.ts";

/** The index: derived from the notes and disposable, so that a second run reads only what changed. */
export { extractorVersion } from "./extractor-version.ts";
export { keepData, readKept } from "./keep-data.ts";
export { hashBytes, listKnownNotes, loadExtraction } from "./known-notes.ts";
export { isCurrent, loadBase, loadDiagnostics, loadErrors, type LoadedRecords, type Narrowing } from "./load-base.ts";
export { listRecordNames, loadIssuesOfFiles, loadRecord, type RecordName } from "./look-up.ts";
export { createMemoryIndex, isBusy, openIndex, transact, type Index } from "./open-index.ts";
export { areRelated, listRelations, relateRecords } from "./relate-records.ts";
export { OutdatedIndex, type NoteState } from "./save-notes.ts";
export { otherTables, publicTables, type AnyRecord } from "./schema.ts";
export { stampFile, stampInputs } from "./stamp-inputs.ts";
export { updateIndex, type IndexedState, type Stages } from "./update-index.ts";

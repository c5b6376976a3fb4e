/** The index: derived from the notes and disposable, so that a second run reads only what changed. */
export { cacheExtractions } from "./cache-extractions.ts";
export { extractorVersion } from "./extractor-version.ts";
export { isCurrent, loadBase, type Narrowing } from "./load-base.ts";
export { isBusy, openIndex, type Index } from "./open-index.ts";
export { saveBase, type RecordKind } from "./save-base.ts";
export { stampInputs } from "./stamp-inputs.ts";

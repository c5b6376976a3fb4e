/** The rules, in the order in which their list shows them: what is checked of a note, and how much it weighs. */
import { ambiguousPairing } from "./ambiguous-pairing.ts";
import { binaryFile } from "./binary-file.ts";
import { brokenFrontMatter } from "./broken-front-matter.ts";
import { byteOrderMark } from "./byte-order-mark.ts";
import { contradictingStatus } from "./contradicting-status.ts";
import { danglingDocument } from "./dangling-document.ts";
import { emptyNote } from "./empty-note.ts";
import { excessiveMarkup } from "./excessive-markup.ts";
import { futureDate } from "./future-date.ts";
import { invalidUtf8 } from "./invalid-utf-8.ts";
import { lineEndings } from "./line-endings.ts";
import { linkOutside } from "./link-outside.ts";
import { missingCause } from "./missing-cause.ts";
import { missingDate } from "./missing-date.ts";
import { missingFile } from "./missing-file.ts";
import { missingFix } from "./missing-fix.ts";
import { missingInput } from "./missing-input.ts";
import { missingStatus } from "./missing-status.ts";
import { misspeltLabel } from "./misspelt-label.ts";
import { nestedFence } from "./nested-fence.ts";
import { noNotes } from "./no-notes.ts";
import { nulCharacter } from "./nul-character.ts";
import { oversizedFile } from "./oversized-file.ts";
import { repairedEncoding } from "./repaired-encoding.ts";
import { reusedId } from "./reused-id.ts";
import { secret } from "./secret.ts";
import { sharedName } from "./shared-name.ts";
import { tooManyUnits } from "./too-many-units.ts";
import { unknownIssue } from "./unknown-issue.ts";
import { unknownStatus } from "./unknown-status.ts";
import { unreadableFile } from "./unreadable-file.ts";
import type { Rule } from "./rule.ts";

export { checkNote } from "./check-note.ts";
export { findSecrets } from "./find-secrets.ts";
export { maskSecrets } from "./mask-secrets.ts";
export type { Rule, RuleContext } from "./rule.ts";
export { weighDiagnostics } from "./weigh-diagnostics.ts";

export const rules: readonly Rule[] = [
  secret,
  unknownStatus,
  misspeltLabel,
  missingStatus,
  missingFix,
  missingCause,
  ambiguousPairing,
  reusedId,
  contradictingStatus,
  sharedName,
  missingDate,
  futureDate,
  missingFile,
  danglingDocument,
  unknownIssue,
  brokenFrontMatter,
  emptyNote,
  excessiveMarkup,
  nestedFence,
  tooManyUnits,
  repairedEncoding,
  invalidUtf8,
  byteOrderMark,
  lineEndings,
  nulCharacter,
  binaryFile,
  missingInput,
  unreadableFile,
  oversizedFile,
  linkOutside,
  noNotes,
];

export const ruleIds: readonly string[] = rules.map(({ id }) => id);

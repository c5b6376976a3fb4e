/** The text of a note in, the same without its secrets out: for what is published, and before anything is read from it. */
import { createDiagnostic } from "./diagnostics.ts";
import type { SourceText } from "./model.ts";
import { findSecrets, maskSecrets } from "./rules/index.ts";
import { placeOf } from "./source/place-of.ts";

/** What is read from the masked text are slices of it, with the places that they have in the note. Each secret is told. */
export async function maskNote(source: SourceText): Promise<SourceText> {
  const { path, text, diagnostics } = source;
  const secrets = await findSecrets(path, text);
  if (secrets.length === 0) return source;
  return {
    ...source,
    text: maskSecrets(text, secrets),
    diagnostics: [
      ...diagnostics,
      ...secrets.map(({ start, end, what }) =>
        createDiagnostic({
          file: path,
          place: placeOf(text, start, end),
          severity: "warning",
          ruleId: "secret",
          message: `Unexpected secret (${what}), expected none in a note: it is shown as █ wherever it would be published`,
          note: "Replace the secret where it is used: whoever can read the note knows it. Then take it out of the note.",
        }),
      ),
    ],
  };
}

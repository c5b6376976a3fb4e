/**
 * Finds passwords, tokens and private keys.
 *
 * What is found by the recommended rules of secretlint, but for placeholders (`xxxx`, `your-token`) and credentials of
 * test databases on the own machine. The site shows them as █. A secret that was committed is known: replace it where it
 * is used, then take it out of the note. `<!-- secretlint-disable-line -->` behind a line says that there is none in it.
 *
 * ## Unexpected
 *
 * ```markdown note.md escaped
 * # Access to the store
 *
 * **Date**: 2026-02-03
 *
 * We connect to postgres://shop:q7Rw\u{32}kfT9xLm4@db.shop.example.com:5432/orders from the outside.
 * ```
 *
 * ## Expected
 *
 * ```markdown note.md
 * # Access to the store
 *
 * **Date**: 2026-02-03
 *
 * We connect to postgres://shop:$PASSWORD@db.shop.example.com:5432/orders from the outside.
 * ```
 */
import { findSecrets } from "./find-secrets.ts";
import type { Rule } from "./rule.ts";

export const secret: Rule = {
  id: "secret",
  level: "error",
  check: async ({ source, session: { path } }, { placeOf }) =>
    (await findSecrets(path, source)).map(({ start, end, what }) => ({
      place: placeOf(source, start, end),
      message: `Unexpected secret (${what}), expected none in a note`,
      expected: ["a name for it, as `$PASSWORD`"],
      note: "Replace the secret where it is used: whoever can read the note knows it. Then take it out of the note.",
    })),
};

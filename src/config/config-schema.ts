/** The ids of the rules in, the schema of a configuration file out: what may be written there, key by key. */
import { z } from "zod";
import { roles, ruleLevels, sectionKinds, type RuleLevel } from "../config.ts";
import { statuses } from "../model.ts";

const text = z.string().trim().min(1);
const address = z.url({ protocol: /^https?$/ });

function isPattern(source: string): boolean {
  try {
    return !new RegExp(`(?:${source})`, "gu").test("");
  } catch {
    return false;
  }
}

/** `ruleIds` are the rules whose weight can be set. */
export function createConfigSchema(ruleIds: readonly string[]) {
  return z.strictObject({
    $schema: z.string().optional().meta({ description: "Address of this schema, for editors." }),
    content: z
      .union([text, z.array(text).min(1)])
      .optional()
      .meta({
        description:
          "Folders, notes or patterns of them, from the folder of this file. A pattern that begins with ! leaves notes out. Default: content.",
      }),
    site: z
      .strictObject({
        title: text.optional().meta({ description: "Name of the site." }),
        url: address.optional().meta({ description: "Address that the site will have, for feeds and the sitemap." }),
        base: text.optional().meta({ description: "Path that the site is served below, as /kb." }),
      })
      .optional(),
    repository: z
      .strictObject({
        url: address.optional().meta({ description: "Repository of the code, for links to files." }),
        root: text.optional().meta({
          description: "Folder of the code, from the folder of this file: paths that notes name are looked up there.",
        }),
      })
      .optional(),
    ids: z
      .array(text.refine(isPattern, { error: "expected a regular expression that matches at least one character" }))
      .optional()
      .meta({ description: "Regular expressions of further identifiers that name issues, as PRB\\d{7}." }),
    lexicon: z
      .strictObject({
        labels: z
          .record(text, z.enum(roles))
          .optional()
          .meta({ description: "Labels of your notes and what they announce." }),
        headings: z
          .record(text, z.enum(sectionKinds))
          .optional()
          .meta({ description: "Headings of your notes and what their sections are about." }),
        statuses: z.record(text, z.enum(statuses)).optional().meta({ description: "Words and the status they state." }),
      })
      .optional()
      .meta({ description: "Words that your notes use beside those that are known." }),
    components: z
      .record(text, text)
      .optional()
      .meta({ description: "Patterns of paths and the component that the files there belong to." }),
    templates: z
      .record(text, text)
      .optional()
      .meta({ description: "Names of templates for new notes, and their files." }),
    rules: z
      .strictObject(Object.fromEntries(ruleIds.map((id) => [id, z.enum(ruleLevels).optional()])))
      .optional()
      .meta({ description: "How much each rule weighs." }),
  });
}

/** A configuration as it is written. */
export type Config = Omit<z.input<ReturnType<typeof createConfigSchema>>, "rules"> & {
  rules?: Record<string, RuleLevel> | undefined;
};

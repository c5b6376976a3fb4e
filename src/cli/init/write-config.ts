/** The choices of `fixlore init` in, a configuration out that explains itself. */
import type { InitChoices } from "./init-files.ts";

export function writeConfig({ folder, title, repository }: InitChoices): string {
  const link =
    repository === null
      ? `// repository: { url: "https://git.example.org/shop" },`
      : `repository: { url: ${JSON.stringify(repository)} },`;
  // In one string, a line of the text that a module could begin with would look like one of this module's.
  const opening = "export default {";
  return `// What fixlore goes by, from here down. Every key may be left out; a mistyped one is an error that names the nearest.
import type { Config } from "fixlore";

${opening}
  // Where the notes are: folders, notes, or patterns of notes. A pattern that begins with "!" leaves notes out.
  content: [${JSON.stringify(folder)}],

  // Name of the site. "url" is its address, for feeds and the sitemap; "base" the path it is served below.
  site: { title: ${JSON.stringify(title)} },

  // Files that notes name are linked to their repository. With "root", they are looked up in that folder as well.
  ${link}

  // Further identifiers that name issues, as regular expressions.
  // ids: ["PRB\\\\d{7}"],

  // Words of your notes that fixlore does not know: labels, headings, and words for a status.
  // lexicon: { labels: { Trigger: "rootCause" }, statuses: { parked: "deferred" } },

  // Which component the files of a path belong to.
  // components: { "cmd/gateway/**": "gateway" },

  // Templates of your own for \`fixlore new --from NAME\`.
  // templates: { leak: "docs/templates/leak.md" },
} satisfies Config;
`;
}

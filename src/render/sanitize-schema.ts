/** The list of what a note may bring into a page: elements, attributes and protocols. All else is dropped. */
import { defaultSchema, type Options } from "rehype-sanitize";

const cell: NonNullable<Options["attributes"]>[string] = [["align", "left", "center", "right"], "colSpan", "rowSpan"];

/**
 * Reviewed against GitHub's list, from which it takes away: presentational attributes (a strict content policy refuses
 * some, the validator the rest), `name` (clobbers properties of the document), `picture` and `source` (their `srcset`
 * is not checked), `cite` and `longdesc` (addresses nobody sees). Every `id` gets a prefix for the same reason.
 * `data-line` is our own trace, see mark-lines.ts; it does not reach the page.
 */
export const sanitizeSchema: Options = {
  ...defaultSchema,
  clobberPrefix: "note-",
  tagNames: (defaultSchema.tagNames ?? [])
    .filter((name) => !["picture", "source", "strike", "tt"].includes(name))
    .concat("mark", "small"),
  attributes: {
    a: ["href", "dataFootnoteBackref", "dataFootnoteRef", "ariaLabel"],
    code: [["className", /^language-./]],
    details: ["open"],
    h2: [["className", "sr-only"]],
    img: ["src", "alt"],
    input: [
      ["disabled", true],
      ["type", "checkbox"],
      ["checked", true],
    ],
    li: [["className", "task-list-item"], "value"],
    ol: [["className", "contains-task-list"], "start", "reversed"],
    section: ["dataFootnotes", ["className", "footnotes"]],
    td: cell,
    th: cell,
    ul: [["className", "contains-task-list"]],
    "*": ["dir", "lang", "title", "id", "dataLine"],
  },
  protocols: { href: ["http", "https", "mailto"], src: ["https"] },
  // The text within these is code of some language, never words of the note.
  strip: ["script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "textarea", "title"],
};

/** HTML in, what of it could act on a page or its reader out: nothing, if it came from a note. */
import { Parser } from "htmlparser2";

const plainElements = new Set(
  `a b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s
  samp section small span strong sub summary sup table tbody td tfoot th thead tr ul var`.split(/\s+/),
);
const plainAttributes = new Set(
  `href src alt title id class rel dir lang align colspan rowspan start reversed value open tabindex role scope loading
  decoding referrerpolicy data-language data-footnotes data-footnote-ref data-footnote-backref`.split(/\s+/),
);

/** One line for each element, attribute or address that has no business in the text of a note. */
export function findActive(html: string): string[] {
  const found: string[] = [];
  new Parser({
    onopentag(name, attributes) {
      if (!plainElements.has(name)) found.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!plainAttributes.has(attribute) && !attribute.startsWith("aria-"))
          found.push(`${name} ${attribute}="${value}"`);
      }
      const { href, src } = attributes;
      if (href !== undefined && !/^(?:https?:\/\/|mailto:|#|\/(?!\/))/i.test(href))
        found.push(`${name} href="${href}"`);
      if (src !== undefined && !/^https:\/\//i.test(src)) found.push(`${name} src="${src}"`);
    },
    oncomment: (text) => found.push(`<!--${text}-->`),
    onprocessinginstruction: (name) => found.push(`<${name}>`),
  }).end(html);
  return found;
}

/** The names that scripts of the page could mistake for its own. */
export function idsOf(html: string): string[] {
  const ids: string[] = [];
  new Parser({ onopentag: (_name, { id }) => void (id !== undefined && ids.push(id)) }).end(html);
  return ids;
}

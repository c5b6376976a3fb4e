/** A whole page of the site in, what of it could act for a note out: elements, handlers, addresses and names that are not the site's own. */
import { createHash } from "node:crypto";
import { Parser } from "htmlparser2";

const never = new Set(
  "iframe object embed applet base frame frameset marquee portal audio video source style".split(" "),
);
const withAddress = new Set(["href", "src", "action", "formaction", "data", "poster", "xlink:href", "cite", "ping"]);

/** `base` is the path of the site, `hashes` those that its policy allows. */
export function inspectPage(html: string, base: string): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  let policy = "";
  let script: string | null = null;
  new Parser({
    onopentag(name, attributes) {
      if (never.has(name)) faults.push(`<${name}>`);
      if (name === "meta" && attributes["http-equiv"] !== undefined) {
        if (attributes["http-equiv"] !== "Content-Security-Policy" || policy !== "") faults.push("a second policy");
        policy = attributes["content"] ?? "";
      }
      if (name === "img") faults.push(`<img src="${attributes["src"]}">`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (/^on|^style$|^srcset$|^srcdoc$/.test(attribute)) faults.push(`${name} ${attribute}="${value}"`);
        if (!withAddress.has(attribute)) continue;
        const isLink = name === "a" || (name === "link" && attributes["rel"] === "canonical");
        const isOwn = value.startsWith("#") || (value.startsWith(base) && !value.startsWith("//"));
        if (!isOwn && !(isLink && /^(?:https?:\/\/|mailto:)/i.test(value)))
          faults.push(`${name} ${attribute}="${value}"`);
        if (name === "a" && !isOwn && !/\bnoopener\b/.test(attributes["rel"] ?? "")) faults.push(`no rel: ${value}`);
      }
      const { id } = attributes;
      if (id !== undefined && ids.has(id)) faults.push(`id "${id}" twice`);
      if (id !== undefined) ids.add(id);
      if (name === "script" && attributes["src"] === undefined && attributes["type"] !== "application/ld+json")
        script = "";
      if (name === "script" && attributes["type"] === "application/ld+json") script = null;
    },
    ontext: (text) => void (script !== null && (script += text)),
    onclosetag(name) {
      if (name !== "script" || script === null) return;
      const hash = createHash("sha256").update(script).digest("base64");
      if (!policy.includes(`'sha256-${hash}'`)) faults.push(`script: ${script.slice(0, 80)}`);
      script = null;
    },
  }).end(html);
  if (!policy.startsWith("default-src 'none'") || /unsafe-inline|'unsafe-eval'|https?:|\*/.test(policy))
    faults.push(`policy: ${policy}`);
  return faults;
}

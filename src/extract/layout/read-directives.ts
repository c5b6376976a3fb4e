/** An HTML comment of the author in, what it tells the reader out. */

const directive = /^\s*<!--\s*fixlore:\s*([^>]*?)\s*-->\s*$/;

/** `<!-- fixlore: ignore -->` and `<!-- fixlore: status=open, severity=high -->`; null for any other HTML. */
export function readDirectives(html: string): ReadonlyMap<string, string> | null {
  const said = directive.exec(html)?.[1];
  if (said === undefined) return null;
  const pairs = said.split(/[,;]\s*|(?<!\s)\s+(?=[a-z]+=)/).map((part) => part.split("=").map((word) => word.trim()));
  return new Map(pairs.map(([name = "", value = ""]) => [name, value] as const));
}

/** Names of facet values in, addresses out: ASCII, none twice, in the order given. */
import { slug as githubSlug } from "github-slugger";

export function slugNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const wanted =
      githubSlug(name.replace(/[/.]+/g, "-"))
        .replace(/[^a-z0-9-]+/g, "")
        .replace(/^-+|-+$/g, "")
        .slice(0, 60)
        // Windows makes no folder of such a name.
        .replace(/^(?:con|prn|aux|nul|com\d|lpt\d)$/, "$&-0") || "other";
    let slug = wanted;
    for (let copy = 2; taken.has(slug); copy++) slug = `${wanted}-${copy}`;
    taken.add(slug);
    return slug;
  });
}

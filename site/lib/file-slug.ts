/** The path of a source file in, the address of its page out; nothing where no issue names it so. */
import { door } from "./knowledge.ts";
import { onceABase } from "./once-per.ts";

const slugsByPath = onceABase(({ files }) => new Map(files.map(({ path, slug }) => [path, slug])));

export const fileSlug = door("slug of file", (path): string | undefined => {
  const slugs = slugsByPath();
  return (
    slugs.get(path) ??
    slugs.get(
      path
        .replaceAll("\\", "/")
        .replace(/^(?:\.\/)+/, "")
        .replace(/\/{2,}/g, "/"),
    )
  );
});

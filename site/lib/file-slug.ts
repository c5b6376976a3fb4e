/** The path of a source file in, the address of its page out; nothing where no issue names it so. */
import { door, site } from "./knowledge.ts";

const memo = new WeakMap<object, Map<string, string>>();

export const fileSlug = door("slug of file", (path): string | undefined => {
  const { knowledge } = site();
  let slugs = memo.get(knowledge);
  if (!slugs) memo.set(knowledge, (slugs = new Map(knowledge.files.map((file) => [file.path, file.slug]))));
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

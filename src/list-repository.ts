/** The folder of a repository in, a test whether it has a file out: by its path, or by the end of its path. */
import { glob } from "tinyglobby";

export async function listRepository(root: string): Promise<(path: string) => boolean> {
  const files = await glob("**", {
    cwd: root,
    dot: true,
    ignore: ["**/.git/**", "**/node_modules/**"],
    followSymbolicLinks: false,
  });
  const byName = Map.groupBy(files, nameOf);
  return (path) => {
    const wanted = path.replaceAll("\\", "/").replace(/^(?:\.{0,2}\/)+/, "");
    return (byName.get(nameOf(wanted)) ?? []).some((file) => `/${file}`.endsWith(`/${wanted}`));
  };
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

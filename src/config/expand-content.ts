/** The `content` of a configuration in, the folders and notes that it names out: patterns become the notes that match them. */
import { glob, isDynamicPattern } from "tinyglobby";

/** In the order of `content`; the notes of all patterns come last, sorted. */
export async function expandContent(content: readonly string[], root: string): Promise<string[]> {
  const isPattern = (entry: string): boolean => entry.startsWith("!") || isDynamicPattern(entry);
  const patterns = content.filter(isPattern);
  const plain = content.filter((entry) => !isPattern(entry));
  const left = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  // What is left out of a folder can only be left out by naming the notes of the folder one by one.
  const wanted = [
    ...patterns.filter((pattern) => !pattern.startsWith("!")),
    ...(left.length > 0
      ? plain.map((folder) => `${folder.replace(/(?<!\/)\/+$/, "")}/**/*.{md,markdown,mdown,txt}`)
      : []),
  ];
  if (wanted.length === 0) return plain;
  const notes = await glob(wanted, { cwd: root, ignore: ["**/node_modules/**", ...left], followSymbolicLinks: false });
  return [...(left.length > 0 ? [] : plain), ...notes.sort()];
}

/** Files and their issues in, rectangles of a treemap out, neighbours where their folders are. */
import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import type { FileEntry } from "./knowledge.ts";

export interface FileArea {
  file: FileEntry;
  x: number;
  y: number;
  w: number;
  h: number;
  /** Of the file with the most issues: 0 to 1. */
  share: number;
  /** Empty where there is no room. */
  label: string;
  sub: string;
}

interface Node {
  file?: FileEntry;
  children?: Node[];
}

/** Width of a letter of the chart's text, in its own units. */
const letter = 8.3;

export function treemapFiles(files: readonly FileEntry[], width: number, height: number): FileArea[] {
  if (files.length === 0) return [];
  const folders = Map.groupBy(files, ({ path }) => path.split("/").slice(0, -1).join("/"));
  const root: Node = {
    children: [...folders.values()].map((inside) => ({ children: inside.map((file) => ({ file })) })),
  };
  const tree = hierarchy(root)
    .sum((node) => node.file?.issues.length ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Node>().tile(treemapSquarify.ratio(2)).size([width, height]).paddingInner(2).round(true)(tree);
  const most = Math.max(...files.map((file) => file.issues.length));
  return laid.leaves().flatMap(({ data, x0, x1, y0, y1 }) => {
    if (!data.file) return [];
    const [w, h] = [x1 - x0, y1 - y0];
    const name = data.file.path.split("/").at(-1) ?? "";
    const room = Math.floor((w - 16) / letter);
    const label = h < 28 || room < 6 ? "" : name.length > room ? `${name.slice(0, room - 1)}…` : name;
    const number = data.file.issues.length;
    const told = `${number} ${number === 1 ? "issue" : "issues"}`;
    const sub = label === "" || h < 46 ? "" : told.length > room ? String(number) : told;
    return [{ file: data.file, x: x0, y: y0, w, h, share: number / most, label, sub }];
  });
}

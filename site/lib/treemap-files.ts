/** Files and their issues in, rectangles of a treemap out: each folder a frame with its name, each file an area within. */
import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import { count } from "./count.ts";
import { openIssuesOf } from "./open-issues.ts";
import type { FileEntry } from "./knowledge.ts";

interface Area {
  x: number;
  y: number;
  w: number;
  h: number;
  /** Empty where there is no room. */
  label: string;
}

export interface FileArea extends Area {
  file: FileEntry;
  /** Of its issues, how many are open: 0 to 1. */
  open: number;
  says: string;
  sub: string;
}

interface Node {
  file?: FileEntry;
  folder?: string;
  children?: Node[];
}

/** Widths of a letter of the text face at 13 units and of the code face at 11. */
const letter = { file: 7, folder: 6.9 };
const head = 20;

const fit = (text: string, room: number): string =>
  room < 4 ? "" : text.length > room ? `${text.slice(0, room - 1)}…` : text;

/** Of a path too long the end tells more. */
const fitEnd = (text: string, room: number): string =>
  text.length <= room ? text : room < 4 ? "" : `…${text.slice(text.length - room + 1)}`;

export const folderOf = (path: string): string => path.split("/").slice(0, -1).slice(0, 3).join("/");

export function treemapFiles(files: readonly FileEntry[], width: number, height: number) {
  const folders = Map.groupBy(files, ({ path }) => folderOf(path));
  const root: Node = {
    children: [...folders].map(([folder, inside]) => ({ folder, children: inside.map((file) => ({ file })) })),
  };
  const tree = hierarchy(root)
    .sum((node) => node.file?.issues.length ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Node>()
    .tile(treemapSquarify.ratio(1.6))
    .size([width, height])
    .paddingInner((node) => (node.depth === 0 ? 6 : 2))
    .paddingTop((node) => (node.depth === 1 ? head : 0))
    .round(true)(tree);
  const frames: Area[] = (files.length === 0 ? [] : (laid.children ?? [])).map(({ data, x0, x1, y0, y1 }) => ({
    x: x0,
    y: y0,
    w: x1 - x0,
    h: y1 - y0,
    label: fitEnd(
      data.folder === "" ? "without a folder" : (data.folder ?? ""),
      Math.floor((x1 - x0 - 4) / letter.folder),
    ),
  }));
  const areas = laid.leaves().flatMap(({ data, x0, x1, y0, y1 }): FileArea[] => {
    if (!data.file) return [];
    const [w, h] = [x1 - x0, y1 - y0];
    const room = Math.floor((w - 16) / letter.file);
    const number = data.file.issues.length;
    const open = openIssuesOf(data.file);
    const told = `${count(number, "issue")}${open > 0 ? `, ${open} open` : ""}`;
    const label = h < 26 ? "" : fit(data.file.path.split("/").at(-1) ?? "", room);
    const sub = label === "" || h < 44 ? "" : told.length <= room ? told : String(number);
    return [
      { file: data.file, x: x0, y: y0, w, h, open: open / number, label, sub, says: `${data.file.path}: ${told}` },
    ];
  });
  return { frames, areas };
}

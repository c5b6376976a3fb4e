/** A unit in, every unit under it out, in the order of the note. */
import type { Unit } from "./unit.ts";

export function* walkUnits(unit: Unit): Generator<Unit> {
  for (const child of unit.children) {
    yield child;
    yield* walkUnits(child);
  }
}

/** The headings above a unit, nearest first. */
export function* headingsAbove(unit: Unit): Generator<Unit> {
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) {
    if (above.kind === "heading" || above.kind === "bold") yield above;
  }
}

/** The blocks of a unit and of the headings and bold lines inside it. */
export function nodesOf(unit: Unit): Unit["blocks"] {
  return [
    ...unit.blocks,
    ...unit.children.filter(({ kind }) => kind === "heading" || kind === "bold").flatMap(nodesOf),
  ];
}

/** A unit in, every unit under it out, in the order of the note. */
import type { Unit } from "./unit.ts";

export function* walkUnits(unit: Unit): Generator<Unit> {
  // One generator for all: one in another would hand each unit up through all levels.
  const stack = unit.children.toReversed();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) stack.push(next.children[at]!);
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

/** A unit in, whether it stands under a label out: it is a part of what the label tells, no issue of its own. */
import type { Unit } from "../layout/unit.ts";
import { roleOf } from "../words/read-label.ts";

/** "Fixes Applied" and "Root Causes" hold issues, "Fix" and "Root Cause" speak of the one above them. */
const plural =
  /\b(issues|problems|bugs|errors|failures|fixes|solutions|root causes|changes|corrections|violations|findings|gaps|causes|vulnerabilities|blockers|tests|results)\b|^\W*what (was|were|we|got) /i;

/** A "Root Cause Analysis" that falls into several sections is a group, not a label. */
function holdsSections(unit: Unit): boolean {
  let sections = 0;
  return unit.children.some((child) => child.kind === "heading" && roleOf(child.title) === null && ++sections === 2);
}

export function hasLabelAbove(unit: Unit): boolean {
  for (let above = unit.parent; above && above.kind !== "note"; above = above.parent) {
    if (roleOf(above.title) !== null && !plural.test(above.title) && !holdsSections(above)) return true;
  }
  return false;
}

/** Candidates and the units that say a problem, cause or fix in, for each candidate the share of those beside it that say one out. */
import type { Unit } from "../layout/unit.ts";
import { roleOf } from "../words/read-label.ts";
import type { Candidate } from "./candidate.ts";

interface Count {
  all: number;
  explained: number;
}

/** Counted once a list: a list of thousands would be gone through once an item. */
export function explainedShare(
  candidates: readonly Candidate[],
  explained: ReadonlySet<Unit>,
): (candidate: Candidate) => number {
  const lists = new Map<readonly Unit[], Map<Unit["kind"], Count>>();
  for (const { siblings } of candidates) if (!lists.has(siblings)) lists.set(siblings, countKinds(siblings, explained));
  return ({ unit, siblings }) => {
    const found = lists.get(siblings)?.get(unit.kind) ?? { all: 0, explained: 0 };
    const isCounted = siblings.length > 0 && roleOf(unit.title) === null;
    const beside = found.all - Number(isCounted);
    return beside <= 0 ? 0 : (found.explained - Number(isCounted && explained.has(unit))) / beside;
  };
}

/** A label ("Fix:") is no neighbour but a part. */
function countKinds(siblings: readonly Unit[], explained: ReadonlySet<Unit>): Map<Unit["kind"], Count> {
  const kinds = new Map<Unit["kind"], Count>();
  for (const unit of siblings) {
    if (roleOf(unit.title) !== null) continue;
    const count = kinds.get(unit.kind) ?? { all: 0, explained: 0 };
    kinds.set(unit.kind, { all: count.all + 1, explained: count.explained + Number(explained.has(unit)) });
  }
  return kinds;
}

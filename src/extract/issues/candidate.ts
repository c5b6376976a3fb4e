/** A unit that may be an issue, with all that its signals look at, and what a row of their tables is. */
import type { Field } from "../layout/read-fields.ts";
import type { Unit } from "../layout/unit.ts";
import type { SectionKind } from "../words/lexicon.ts";
import type { TitleReading } from "./read-title.ts";
import type { ToldFixed } from "./told-fixed.ts";

/** Everything a signal may look at. */
export interface Candidate {
  unit: Unit;
  title: TitleReading;
  rawTitle: string;
  /** The whole first line of an item, the title of any other unit. */
  line: string;
  fields: readonly Field[];
  roles: ReadonlySet<string>;
  /** Kind of the nearest section above that says what it holds. */
  group: SectionKind;
  /** Kinds of all sections above, nearest first. */
  groups: readonly SectionKind[];
  ownKind: SectionKind;
  siblings: readonly Unit[];
  /** Share of the other units of its kind beside it that carry a problem, cause or fix field. */
  explainedSiblings: number;
  /** Whether any unit of the note states a problem or a cause. */
  noteExplains: boolean;
  /** What the note's own title says that it holds. */
  noteKind: SectionKind;
  /** The first words under the title. */
  opening: string;
  /** What an item says was fixed, and how. */
  outcome: ToldFixed | null;
  score: number;
}

export interface Signal {
  name: string;
  /** Added to the score when the test holds; a candidate with a score above zero is an issue. */
  weight: number;
  test: (candidate: Candidate) => boolean;
}

/** A unit that needs no signals: what it is has been settled. */
export function settledCandidate(
  told: Pick<Candidate, "unit" | "title" | "rawTitle" | "fields">,
  groups: readonly SectionKind[] = [],
): Candidate {
  return {
    ...told,
    line: told.rawTitle,
    roles: new Set(told.fields.map(({ role }) => role)),
    group: "other",
    groups,
    ownKind: "other",
    siblings: [],
    noteExplains: false,
    noteKind: "other",
    opening: "",
    outcome: null,
    explainedSiblings: 0,
    score: 0,
  };
}

/** A candidate in, how much speaks for an issue out: the sum of its signals, each with a name, so that a reader can be told why. */
import type { Candidate, Signal } from "./candidate.ts";
import { signalsOfFields } from "./signals-of-fields.ts";
import { signalsOfListing } from "./signals-of-listing.ts";
import { signalsOfPlace } from "./signals-of-place.ts";
import { signalsOfTitle } from "./signals-of-title.ts";

export const signals: readonly Signal[] = [
  ...signalsOfFields,
  ...signalsOfTitle,
  ...signalsOfPlace,
  ...signalsOfListing,
];

/** Adds up the weights of the signals that hold, in tenths: a sum of zero is zero, whatever order it was added in. */
export function scoreCandidate(candidate: Candidate): number {
  const sum = signals.reduce((total, { weight, test }) => (test(candidate) ? total + weight : total), 0);
  return Math.round(sum * 10) / 10;
}

/** The names of the signals that hold, for explanations. */
export function explainScore(candidate: Candidate): string[] {
  return signals
    .filter(({ test }) => test(candidate))
    .map(({ name, weight }) => `${name} (${weight > 0 ? "+" : ""}${weight})`);
}

/** What stands in a line "Status" in, the status out when all of its clauses are weighed: a later one may take back an earlier one. */
import { readStatus, takesStock, type StatusReading } from "./read-status.ts";

/** "Infrastructure complete, config fix needed": what is claimed first is taken back in part by what follows. */
export function readClaims(words: string): StatusReading | null {
  const reading = readStatus(words);
  if (!reading?.worded || (reading.status !== "fixed" && reading.status !== "partial")) return reading;
  const outright = words.replace(/\([^()]*\)/g, " ");
  // "24/28 passing (86 %) with 3 fixes in progress" is under way.
  if (reading.status === "partial" && /\bin[- ]progress\b/i.test(outright))
    return { ...reading, status: "in-progress" };
  const [, ...rest] = outright.split(/[,;]\s|\s[-–—|]\s|\s\+\s/);
  for (const clause of rest) {
    const later = readStatus(clause);
    if (/^\W*⏳/u.test(clause) && awaitsProof.test(clause)) continue;
    if (reading.status === "fixed" && /^\W*(?:⚠|❌|⏸|🚧|⏳)/u.test(clause)) return { ...reading, status: "partial" };
    if (reading.status === "fixed" && /\bremain(?:s|ing)?\b/i.test(clause) && !nothingLeft.test(clause))
      return { ...reading, status: "partial" };
    // What was done and waits to be seen to work was done, and so was that of which nothing is left.
    if (later?.worded !== true || awaitsProof.test(clause) || nothingLeft.test(clause)) continue;
    // "Complete - root cause identified" is what was to be found out; "resolved - …" is all of it.
    if (takesStock(clause) && !/^complete/i.test(reading.words)) continue;
    if (takesStock(clause)) return { ...later, status: "open" };
    if (
      /\bin progress\b|\bongoing\b|\b(?:phase|stage|part|step) \w+ (?:was )?(?:started|underway|begun)\b/i.test(clause)
    )
      return { ...later, status: "in-progress" };
    const unfinished =
      /\bneeds?\b/i.test(clause) || later.status === "open" || later.status === "blocked" || later.status === "partial";
    if (reading.status === "fixed" && unfinished) return { ...later, status: "partial" };
  }
  return reading;
}

/** "Pending validation": what was done waits to be seen to work. */
export const isToBeProven = (words: string): boolean => awaitsProof.test(words);

const awaitsProof =
  /\b(?:awaiting|waiting for|pending|ready for) (?:the )?(?:\w+ ){0,4}(?:ci|pipeline|tests?|testing|validation|verification|results|review|approval|guidance|decision|input|feedback|merge|push|re-?run)\b|\b(?:tests?|suite|testing|validation|verification|review|approval) (?:is |are |still )*(?:pending|outstanding|running)\b(?! implementation)/i;
/** "0 failed", "zero violations remaining", "23/23 active tests", "all identified gaps closed", "reports test failures". */
const nothingLeft =
  /\b(?:0|zero|no|none|without|never|no longer)\b|(?<!\d)(\d{1,6}) ?\/ ?\1(?!\d)|\b100 ?%|\ball\b.*\b(?:fixed|resolved|addressed|closed|complete[d]?|passing)\b|\b(?:detects?|logs?|logging|exports?|reports?|handl\w+|catch\w*|on) (?:\w+ ){0,3}(?:failures?|errors?|missing)\b/i;

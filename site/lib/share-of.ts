/** A measure as written in, the share of a whole that it states out: "4/5" and "80%" are 0.8, "3 s" is none. */
export function shareOf(value: string | null): number | null {
  // "Expected 80 %, got 65 %" states two: a bar of either would mislead.
  const stated = (value ?? "").match(/\d\s?%|\d\s?\/\s?\d/g) ?? [];
  if (stated.length !== 1) return null;
  const percent = /(?:^|[^\d.])(\d{1,3}(?:\.\d+)?)\s?%/.exec(value ?? "");
  if (percent) return Math.min(1, Number(percent[1]) / 100);
  const ratio = /(?:^|\D)(\d+)\s?\/\s?(\d+)(?!\d)/.exec(value ?? "");
  return ratio && Number(ratio[2]) > 0 && Number(ratio[1]) <= Number(ratio[2])
    ? Number(ratio[1]) / Number(ratio[2])
    : null;
}

/** A measure as written in, the share of a whole that it states out: "4/5" and "80%" are 0.8, "3 s" is none. */
export function shareOf(value: string | null): number | null {
  const text = value ?? "";
  const percent = /(?:^|[^\d.])(\d{1,3}(?:\.\d+)?)\s?%/.exec(text);
  const ratio = /(?:^|\D)(\d+)\s?\/\s?(\d+)(?!\d)/.exec(text);
  const shares = [
    ...(percent ? [Math.min(1, Number(percent[1]) / 100)] : []),
    ...(ratio && Number(ratio[2]) > 0 && Number(ratio[1]) <= Number(ratio[2])
      ? [Number(ratio[1]) / Number(ratio[2])]
      : []),
  ];
  // "Expected 80 %, got 65 %" states two: a bar of either would mislead. "42/50 (84 %)" states one, twice.
  const stated = text.match(/\d\s?%|\d\s?\/\s?\d/g) ?? [];
  const agrees = stated.length === 1 || (stated.length === 2 && Math.abs((shares[0] ?? 0) - (shares[1] ?? 2)) < 0.011);
  return agrees ? (shares[0] ?? null) : null;
}

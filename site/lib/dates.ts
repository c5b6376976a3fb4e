/** ISO days in, the same as people read them out. No clock: the same notes give the same pages. */
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export function formatDay(iso: string | null): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  return match ? `${Number(match[3])} ${months[Number(match[2]) - 1]} ${match[1]}` : "undated";
}

/** "2026-01" to "Jan 2026". */
export function formatMonth(month: string): string {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  return match ? `${months[Number(match[2]) - 1]} ${match[1]}` : month;
}

export const monthOf = (iso: string | null): string | null => iso?.slice(0, 7) ?? null;

/** What was searched for lately, kept in this browser alone. */
const key = "fixlore-searches";
const most = 6;

/** Newest first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((words) => typeof words === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(words: string): void {
  if (words.length < 3) return;
  try {
    const others = recentSearches().filter((other) => other !== words);
    localStorage.setItem(key, JSON.stringify([words, ...others].slice(0, most)));
  } catch {
    // Storage is forbidden: nothing is remembered.
  }
}

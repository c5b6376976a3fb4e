/** A title in, the words that tell what it is about out. */

/** Words that say something of any issue, and so of none. */
const hollow = new Set(
  `a an the and or of in on to for with by from at as is are was be not no it its this that into after before all
  issue issues bug bugs fix fixes fixed fixing problem problems error errors failure failures failing fails failed
  test tests testing gap gaps item items status analysis detailed details summary overview update updates report
  result results root cause causes solution resolution pattern complete completed done resolved open closed partial
  pending validated validation verified verification critical high medium low priority known remaining new work`.split(
    /\s+/,
  ),
);

const word = /[\p{L}\p{N}]+/gu;

/** Lower-case words with their plural `s` taken off, without hollow ones and without bare numbers. */
export function titleWords(title: string): Set<string> {
  const words = new Set<string>();
  for (const [found] of title.toLowerCase().matchAll(word)) {
    if (hollow.has(found) || /^\d+$/.test(found) || found.length < 2) continue;
    words.add(found.length > 3 ? found.replace(/(?<!s)s$/, "") : found);
  }
  return words;
}

/** Two titles speak of one thing: most words of the shorter stand in the longer, and more than one of them. */
export function titlesAgree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = sharedWords(a, b);
  const shorter = Math.min(a.size, b.size);
  return shared >= Math.min(2, Math.max(a.size, b.size)) && shared / shorter >= 0.6;
}

export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared++;
  return shared;
}

/** A long list and what is to be done with each part of it in, the same done out: keys and clicks come in between. */
const part = 250;
/** Milliseconds that nobody notices. */
const unnoticed = 12;

export async function inParts<Item>(
  items: readonly Item[],
  work: (part: readonly Item[], from: number) => void,
  isWanted: () => boolean = () => true,
): Promise<void> {
  let start = performance.now();
  for (let from = 0; from < items.length && isWanted(); from += part) {
    work(items.slice(from, from + part), from);
    if (performance.now() - start < unnoticed) continue;
    await new Promise((resolve) => setTimeout(resolve));
    start = performance.now();
  }
}

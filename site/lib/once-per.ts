/** A function of a record or of the base in, the same out, worked out once for each: records outlive the base they are in. */
import { site, type KnowledgeBase } from "./knowledge.ts";

export function oncePer<Kind extends object, Made>(make: (record: Kind) => Made): (record: Kind) => Made {
  const memo = new WeakMap<Kind, { made: Made }>();
  return (record) => {
    let known = memo.get(record);
    if (known === undefined) memo.set(record, (known = { made: make(record) }));
    return known.made;
  };
}

/** Of the base as it is now: pages ask for the same list again and again. */
export function onceABase<Made>(make: (base: KnowledgeBase) => Made): () => Made {
  const made = oncePer(make);
  return () => made(site().knowledge);
}

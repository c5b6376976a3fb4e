/** A function of a record in, the same out, worked out once for each record: records outlive the base they are in. */
export function oncePer<Kind extends object, Made>(make: (record: Kind) => Made): (record: Kind) => Made {
  const memo = new WeakMap<Kind, { made: Made }>();
  return (record) => {
    let known = memo.get(record);
    if (known === undefined) memo.set(record, (known = { made: make(record) }));
    return known.made;
  };
}

/** Numbers and nouns in, what people say out. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${formatNumber(number)} ${number === 1 ? noun : plural}`;

const grouped = new Intl.NumberFormat("en");

/** Thousands with a thin space: "12 345". */
export const formatNumber = (number: number): string => grouped.format(number).replaceAll(",", " ");

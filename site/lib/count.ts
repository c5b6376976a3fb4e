/** Numbers and nouns in, what people say out. */
export const count = (number: number, noun: string, plural = `${noun}s`): string =>
  `${formatNumber(number)} ${number === 1 ? noun : plural}`;

/** Thousands with a thin space: "12 345". */
export const formatNumber = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, " ");

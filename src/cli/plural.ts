/** A number and a noun in, both as they are read out: `1 note`, `2 notes`. */
export const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

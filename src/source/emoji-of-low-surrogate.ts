/** Turns the second half of an emoji whose first half was lost into the emoji, where only one has that half. */

/** The halves that emoji begin with. */
const highSurrogates = [0xd83c, 0xd83d, 0xd83e];

/** `low` is 0xDC00–0xDFFF. Null where no emoji, or more than one, ends in it. */
export function emojiOfLowSurrogate(low: number): string | null {
  const emoji = highSurrogates
    .map((high) => String.fromCharCode(high, low))
    .filter((character) => /^\p{Extended_Pictographic}$/u.test(character) && !/\p{Cn}/u.test(character));
  const [only] = emoji;
  return emoji.length === 1 && only !== undefined ? only : null;
}

/** Text in, its words out: long tables of words read best as plain text, entries between commas. */
export function listWords(text: string): string[] {
  return text
    .split(",")
    .map((word) => word.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

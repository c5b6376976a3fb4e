/** A text in, as much of it as there is room for out: in one line, cut between words. */
export function brief(text: string, longest: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest).replace(/\s+\S*$/, "")} …` : line;
}

/** A pure function of a string in, the same function that remembers its answers out: notes ask about the same words all the time. */

/** Answers kept before the memory is emptied: some megabytes at most. */
const limit = 20_000;

export function memoize<Result>(read: (text: string) => Result): (text: string) => Result {
  const answers = new Map<string, Result>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as Result;
    if (answers.size >= limit) answers.clear();
    const answer = read(text);
    answers.set(text, answer);
    return answer;
  };
}

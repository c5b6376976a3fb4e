/**
 * The words that a team adds to the tables in, what is made of them for looking words up out.
 *
 * Nearly every line that reads a note asks what a word means. So that none of them has to hand the team's words on, they
 * are in force while one note is read, from the first line of that to the last, and never beyond: reading stays a
 * function of the note and the settings.
 */
import { usualReading, type ReadingSettings } from "../../config.ts";

let inForce: ReadingSettings = usualReading;

/** `read` must not wait for anything: what runs meanwhile would read with these words too. */
export function withWords<Result>(settings: ReadingSettings, read: () => Result): Result {
  const before = inForce;
  inForce = settings;
  try {
    return read();
  } finally {
    inForce = before;
  }
}

/** Made once for the words that are in force. */
export function perWords<Made>(make: (settings: ReadingSettings) => Made): () => Made {
  let last: { settings: ReadingSettings; made: Made } | null = null;
  return () => {
    if (last?.settings !== inForce) last = { settings: inForce, made: make(inForce) };
    return last.made;
  };
}

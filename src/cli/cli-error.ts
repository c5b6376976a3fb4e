/** An expected failure of a command: its message is for the user, its code for the shell. */

/** `usage` exits with 2: the command line is wrong. `failure` exits with 1: the notes are. */
export type CliErrorKind = "usage" | "failure";

export class CliError extends Error {
  readonly kind: CliErrorKind;
  /** Lines printed below the message: what to do. */
  readonly hints: readonly string[];

  constructor(kind: CliErrorKind, message: string, hints: readonly string[] = []) {
    super(message);
    this.name = "CliError";
    this.kind = kind;
    this.hints = hints;
  }
}

export const exitCodes: Readonly<Record<CliErrorKind, number>> = { failure: 1, usage: 2 };

/** What is wrong with a configuration: every place of it that is not as expected, told at once. */

export interface ConfigProblem {
  /** Path of the key, as "site.url"; "" for the file as a whole. */
  key: string;
  /** "Unexpected X, expected Y". */
  message: string;
}

export class ConfigError extends Error {
  readonly file: string;
  readonly problems: readonly ConfigProblem[];

  constructor(file: string, problems: readonly ConfigProblem[]) {
    super(problems.map(({ key, message }) => `${file}: ${key === "" ? "" : `${key}: `}${message}`).join("\n"));
    this.name = "ConfigError";
    this.file = file;
    this.problems = problems;
  }
}

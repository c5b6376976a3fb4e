/** A question in, the answer of whoever sits at the terminal out: asked on standard error, so that standard output stays data. */
import { openSync } from "node:fs";
import { ReadStream } from "node:tty";
import type { CommonOptions } from "@clack/prompts";
import { CliError } from "../cli-error.ts";

type Prompts = typeof import("@clack/prompts");

/** Whether somebody is there to answer. What is piped in is a note: then the terminal itself is asked. */
export function canAsk(): boolean {
  return process.stderr.isTTY === true && process.env["CI"] === undefined && terminal() !== null;
}

let opened: ReadStream | null | undefined;

function terminal(): NodeJS.ReadStream | ReadStream | null {
  if (process.stdin.isTTY === true) return process.stdin;
  if (opened === undefined) {
    try {
      opened = new ReadStream(openSync("/dev/tty", "r"));
    } catch {
      opened = null;
    }
  }
  return opened;
}

/**
 * `question` gets the prompts and where to ask. Throws a usage error where nobody can answer, with `flag` as the way
 * out, and a failure where the answer was Ctrl+C.
 */
export async function ask<Answer>(
  question: (prompts: Prompts, options: CommonOptions) => Promise<Answer>,
  flag: string,
): Promise<Exclude<Answer, symbol>> {
  if (!canAsk()) throw new CliError("usage", "Nobody can be asked: this is not a terminal", [flag]);
  const prompts = await import("@clack/prompts");
  // A terminal that does not know its width says 0, and every letter would get a line.
  if (process.stderr.columns === 0) process.stderr.columns = 80;
  const answer = await question(prompts, { input: terminal()!, output: process.stderr });
  opened?.destroy();
  opened = undefined;
  if (prompts.isCancel(answer)) throw new CliError("failure", "Stopped: nothing was written");
  return answer as Exclude<Answer, symbol>;
}

/** The shape of a file in commands/: a citty definition, and examples for its help. */
import type { CommandDef } from "citty";

export interface CommandModule {
  /** `run` gives the exit code, or nothing for 0. */
  // oxlint-disable-next-line typescript/no-explicit-any -- commands of any options
  command: CommandDef<any>;
  /** Command line and what it is for. */
  examples?: readonly (readonly [line: string, purpose: string])[] | undefined;
  /** Sections below the options: a title and its lines. */
  /** Rewrites the arguments before they are parsed, where operands may look like options. */
  protectArguments?: (rawArgs: readonly string[]) => string[];
  notes?: readonly (readonly [title: string, lines: readonly string[]])[] | undefined;
}

export interface CommandEntry {
  summary: string;
  load: () => Promise<CommandModule>;
}

/** The `--config` option of a command in, the settings of the project out; what is wrong with its file is a usage error. */
import type { StringArgDef } from "citty";
import type { Settings } from "../config.ts";
import { ConfigError } from "../config/config-error.ts";
import { loadConfig } from "../config/load-config.ts";
import { CliError } from "./cli-error.ts";

export const configArgument = {
  type: "string",
  valueHint: "FILE",
  description: "Configuration to go by (default: fixlore.config.ts or .json, from here up to the repository's root)",
} as const satisfies StringArgDef;

export async function readSettings(file: string | undefined): Promise<Settings> {
  try {
    return await loadConfig({ file: file ?? null });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [first, ...others] = error.message.split("\n");
    throw new CliError("usage", first!, others);
  }
}

export interface Inputs {
  inputs: readonly string[];
  /** What they are relative to. */
  cwd: string;
}

/** What the command line names counts from where the command was started, what the configuration names from its own folder. */
export function chooseInputs(named: readonly string[], { content, root }: Settings): Inputs {
  return named.length > 0 ? { inputs: named, cwd: process.cwd() } : { inputs: content, cwd: root };
}

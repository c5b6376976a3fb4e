/** A configuration in TypeScript in, the same out: its type is what an editor completes and checks. */
import type { Config } from "./config-schema.ts";

export function defineConfig(config: Config): Config {
  return config;
}

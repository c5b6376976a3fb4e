/** Arguments for git in, the line it answers out; null where it has none to give or is not there. */
import { spawnSync } from "node:child_process";

export function askGit(...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 && stdout.trim() !== "" ? stdout.trim() : null;
}

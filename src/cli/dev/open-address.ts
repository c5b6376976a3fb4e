/** An address in, the browser of the user with it out; where there is none, the address was printed. */
import { spawn } from "node:child_process";

const openers: Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>> = {
  darwin: ["open"],
  // `start` is a command of the shell, and takes a first argument in quotes for a title.
  win32: ["cmd", "/c", "start", ""],
};

export function openAddress(address: string): void {
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  child.on("error", () => process.stdout.write(`No browser could be opened with ${command}.\n`));
  child.unref();
}

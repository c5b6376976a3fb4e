/** Loaded before a program that is measured: at its end, writes what it used to the file that `FIXLORE_USAGE` names. */
import { readFileSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env["FIXLORE_USAGE"];
if (file !== undefined && isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6 + secondsOfChildren();
    writeFileSync(file, JSON.stringify({ cpuSeconds, peakBytes: maxRSS * 1024 }));
  });
}

/** Of those that have ended, with theirs; 0 where the system does not show it. Linux counts it in hundredths. */
function secondsOfChildren(): number {
  try {
    const stat = readFileSync("/proc/self/stat", "utf8");
    // The name in parentheses may hold anything.
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(13, 15)
      .map(Number);
    return (user + system) / 100;
  } catch {
    return 0;
  }
}

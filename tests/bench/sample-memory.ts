/** A process in, the most that it and those it starts held together out: looked at often, as no system call tells it. */
import { readdirSync, readFileSync } from "node:fs";

const milliseconds = 100;

export interface MemorySamples {
  /** Ends the sampling. Bytes, null where the system does not show them: it has no `/proc`. */
  end(): number | null;
}

export function sampleMemory(pid: number): MemorySamples {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, residentBytes(pid))), milliseconds);
  return {
    end() {
      clearInterval(timer);
      return peak === 0 ? null : peak;
    },
  };
}

/** 0 for a process that has ended meanwhile. */
function residentBytes(pid: number): number {
  try {
    const own = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
    );
    return children.reduce((sum, child) => sum + residentBytes(Number(child)), own);
  } catch {
    return 0;
  }
}

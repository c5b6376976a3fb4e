/** What a build threw and where it wrote in, a failure that tells the user of a full disk or a missing permission out; anything else as it came. */
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { CliError } from "./cli-error.ts";

/** Each tool below us has words of its own for it: Node, the bundler and the indexer. */
const reasons: readonly [pattern: RegExp, reason: string][] = [
  [/\bENOSPC\b|no space left|StorageFull|\bEDQUOT\b|quota exceeded/i, "the disk is full"],
  [/\bEROFS\b|read-only file ?system/i, "the file system cannot be written to"],
  [/\bEACCES\b|\bEPERM\b|permission denied|operation not permitted/i, "permission was denied"],
  [/\bEMFILE\b|\bENFILE\b|too many open files/i, "too many files are open"],
];

/** Less than a page needs: what fails then fails for that, whatever it says. Bytes. */
const almostNothing = 256 * 1024;

export async function explainFailure(error: unknown, folder: string): Promise<unknown> {
  if (error instanceof CliError) return error;
  const text = describe(error);
  const found =
    reasons.find(([pattern]) => pattern.test(text))?.[1] ?? ((await isFull(folder)) ? reasons[0]?.[1] : null);
  if (!found) return error;
  return new CliError("failure", `The site could not be written to ${dirname(folder)}: ${found}`, [
    "What was there before is as it was. A build needs room there and in the folder for temporary files.",
  ]);
}

/** The codes and messages of an error and of those that it was caused by; how deep does not matter beyond a few. */
function describe(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return String(error);
  const inner = [error.cause, ...(error instanceof AggregateError ? error.errors : [])].filter(Boolean);
  return [(error as NodeJS.ErrnoException).code, error.message, ...inner.map((one) => describe(one, depth + 1))].join(
    "\n",
  );
}

async function isFull(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(dirname(folder));
    return bavail * bsize < almostNothing;
  } catch {
    return false;
  }
}

/** What a benchmark is, and what it gives: tables whose cells are numbers with a unit, fit to print and to keep as JSON. */

/** What a benchmark measures on. */
export interface BenchContext {
  /** Folder of notes, absolute. */
  folder: string;
  notes: number;
  /** Of all notes together. */
  bytes: number;
  /** How often each thing is measured; the median counts, as the machine may have other things to do. */
  repeats: number;
  /** An empty folder to write to, taken away at the end. */
  scratch: string;
  /** Tells on standard error what is being measured. */
  say(text: string): void;
}

export type Cell = string | number | null;

export interface Column {
  /** Key of the column in JSON, and its head. */
  name: string;
  /** `s`, `ms`, `MB`, `MB/s`, `×`, `%`: printed behind the head. Nothing for words and counts. */
  unit?: string;
}

export interface BenchTable {
  title: string;
  columns: readonly Column[];
  rows: readonly Readonly<Record<string, Cell>>[];
  /** What one has to know to read the figures. */
  notes?: readonly string[];
}

export interface Benchmark {
  name: string;
  /** One line for the help: what it measures. */
  about: string;
  run(context: BenchContext): Promise<BenchTable[]>;
}

/** The middle one of several; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

/** Runs things in turn, as often as told, so that what else the machine does meets all of them alike. Results by name. */
export async function alternate<Result>(
  repeats: number,
  rivals: Readonly<Record<string, () => Result | Promise<Result>>>,
): Promise<Record<string, Result[]>> {
  const results: Record<string, Result[]> = Object.fromEntries(Object.keys(rivals).map((name) => [name, []]));
  for (let round = 0; round < repeats; round++) {
    for (const [name, run] of Object.entries(rivals)) results[name]!.push(await run());
  }
  return results;
}

/** Turns text into the stretches of it that are valid UTF-8 when read back through a code page, with how sure that is. */
import { codePages, western, type CodePage } from "./code-pages.ts";
import { isWritten } from "./is-written.ts";
import { plausibilityOf, type Plausibility } from "./plausible-character.ts";

/** One character, misread as two to four. Offsets are half-open, in UTF-16 units. */
export interface Misread {
  start: number;
  end: number;
  character: string;
  plausibility: Exclude<Plausibility, null>;
  /** Line of the text, from 0. */
  line: number;
  /** Nobody writes these characters side by side on purpose. */
  certain: boolean;
}

interface Sequence {
  length: number;
  codePoint: number;
}

/** The UTF-8 sequence whose bytes stand at `at`, without overlong forms and surrogates. */
function readSequence(text: string, at: number, bytes: Uint8Array): Sequence | null {
  const lead = bytes[text.charCodeAt(at)] ?? 0;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > text.length) return null;
  let codePoint = lead & (0x7f >> length);
  for (let index = at + 1; index < at + length; index++) {
    const byte = bytes[text.charCodeAt(index)] ?? 0;
    if ((byte & 0xc0) !== 0x80) return null;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  if (length === 3 && (codePoint < 0x800 || (codePoint >= 0xd800 && codePoint <= 0xdfff))) return null;
  if (length === 4 && (codePoint < 0x10000 || codePoint > 0x10ffff)) return null;
  return { length, codePoint };
}

/** Every misread character of `text`, in order. Neighbours vouch for each other: see `settleCluster`. */
export function findMisread(text: string, page: CodePage, depth = 0): Misread[] {
  const found: Misread[] = [];
  let clusterStart = 0;
  let line = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const sequence = unit > 0x7f ? readSequence(text, at, page.bytes) : null;
    const plausibility = sequence && plausibilityOf(sequence.codePoint);
    if (!sequence || !plausibility) {
      if (unit === 0x0a) line++;
      at++;
      continue;
    }
    const end = at + sequence.length;
    if (found.length > clusterStart && found.at(-1)?.end !== at) {
      settleCluster(found, clusterStart, page, depth);
      clusterStart = found.length;
    }
    found.push({
      start: at,
      end,
      character: String.fromCodePoint(sequence.codePoint),
      plausibility,
      line,
      certain: !isWritten(text, at, end, page),
    });
    at = end;
  }
  settleCluster(found, clusterStart, page, depth);
  return found.filter((misread) => misread.plausibility !== "step" || misread.certain);
}

/**
 * Decides for characters that stand side by side. Letters of a foreign script need company of their own script: two
 * of them where one is certain by itself, or three. One certain character vouches for its doubtful neighbours.
 * Steps count only where they are in turn part of misread text, which is how text damaged twice looks.
 */
function settleCluster(found: Misread[], from: number, page: CodePage, depth: number): void {
  const cluster = found.slice(from);
  if (cluster.length === 0) return;
  const scripts = new Map<Plausibility, { count: number; certain: number }>();
  for (const { plausibility, certain } of cluster) {
    const tally = scripts.get(plausibility) ?? { count: 0, certain: 0 };
    tally.count++;
    if (certain) tally.certain++;
    scripts.set(plausibility, tally);
  }
  const isStep = scripts.has("step") && resolves(cluster, depth);
  for (const misread of cluster) {
    const { plausibility } = misread;
    if (plausibility === "common") continue;
    const { count, certain } = scripts.get(plausibility) ?? { count: 0, certain: 0 };
    if (plausibility === "step") misread.certain = isStep;
    else if (plausibility === "mark") misread.certain = false;
    else
      misread.certain = count >= 3 || (certain >= 1 && count >= 2) || (misread.certain && standsAlone(misread, page));
  }
  if (!cluster.some(({ certain }) => certain)) return;
  for (const misread of cluster) misread.certain ||= misread.plausibility !== "step";
}

/** In Windows-1252 most letters of three bytes are a letter and two signs that nobody writes side by side. */
function standsAlone({ start, end }: Misread, page: CodePage): boolean {
  return page === western && end - start === 3;
}

/** Whether a further reading leaves no step over. */
function resolves(cluster: readonly Misread[], depth: number): boolean {
  const decoded = cluster.map(({ character }) => character).join("");
  return depth < 3 && codePages.some((page) => !hasStep(removeMisread(decoded, page, depth + 1)));
}

const hasStep = (text: string): boolean => /[\u0080-\u009f\uf8ff]/.test(text);

function removeMisread(text: string, page: CodePage, depth: number): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, certain } of findMisread(text, page, depth)) {
    if (!certain) continue;
    parts.push(text.slice(at, start));
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** Lessons in, the same by what they are about out: a table from theme to the words that speak of it. */
import type { Lesson } from "./knowledge.ts";
import { onceABase, oncePer } from "./once-per.ts";
import { isToldLast } from "./recurring-lessons.ts";
import { sortLessons } from "./sort-lessons.ts";

export interface Theme {
  slug: string;
  title: string;
  lessons: Lesson[];
  /** The same without those that another note tells in nearly the same words, and later. */
  told: Lesson[];
}

/** Beginnings of words. Where two themes have as many words in a lesson, the one that comes first here has it. */
const table = [
  ["tests", "Tests", "test spec mock fixture coverage tdd assert e2e flak suite regression"],
  [
    "waiting",
    "Waiting and timing",
    "wait timeout timer race async await eventual retry retries poll deadline delay sleep event timing backoff flush",
  ],
  [
    "concurrency",
    "Doing things at once",
    "concurren parallel thread lock goroutine atomic idempot deadlock mutex worker",
  ],
  ["caches", "Caches and state", "cache stale state snapshot session memo buffer"],
  [
    "errors",
    "Errors and their messages",
    "error exception panic crash fail failure message fallback nil null undefined",
  ],
  [
    "seeing",
    "Logs and measures",
    "log logging metric trace tracing monitor alert audit observab telemetry debug diagnos",
  ],
  [
    "data",
    "Data and schemas",
    "data database schema migration sql query table column json yaml encoding unicode index",
  ],
  [
    "interfaces",
    "Interfaces and contracts",
    "api interface contract openapi client server http grpc endpoint request response protocol",
  ],
  ["types", "Types and checks", "type typed validat schema compile compiler lint strict generated constant enum"],
  [
    "builds",
    "Builds and releases",
    "build docker image container deploy release pipeline ci makefile package version dependenc pin podman",
  ],
  [
    "configuration",
    "Configuration",
    "config configuration setting flag environment default port secret credential variable",
  ],
  [
    "security",
    "Access and safety",
    "security auth permission token role rbac certificate tls escape injection sanitiz",
  ],
  [
    "speed",
    "Speed and resources",
    "performance slow fast memory cpu resource cleanup leak disk load throughput latency",
  ],
  [
    "structure",
    "Structure of the code",
    "refactor pattern design architecture module helper shared duplicat abstraction boundary naming name",
  ],
  ["writing", "Notes and documents", "document documentation docs readme comment note changelog specification adr"],
  [
    "working",
    "How to work",
    "team process review communicat confidence plan decision priorit feedback collaborat incremental step methodolog root user",
  ],
] as const;

const tests = table.map(([slug, title, words]) => ({
  slug,
  title,
  pattern: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.split(" ").join("|")})`, "giu"),
}));

/** A word of the title says three times as much as one of the text. */
const themeOf = oncePer(({ title, text }: Lesson): string => {
  const head = text.slice(0, 400);
  let best = { slug: "other", score: 0 };
  for (const { slug, pattern } of tests) {
    const score = 3 * (title.match(pattern)?.length ?? 0) + (head.match(pattern)?.length ?? 0);
    if (score > best.score) best = { slug, score };
  }
  return best.slug;
});

/** The fullest theme first, what fits nowhere last. */
export const lessonThemes = onceABase((): Theme[] => {
  const groups = Map.groupBy(sortLessons(), themeOf);
  const theme = (slug: string, title: string): Theme => {
    const lessons = groups.get(slug) ?? [];
    return { slug, title, lessons, told: lessons.filter(isToldLast) };
  };
  const named = tests.map(({ slug, title }) => theme(slug, title)).sort((a, b) => b.told.length - a.told.length);
  // Of a lesson told twice, the last may stand under another theme: its own has then nothing to show.
  return [...named, theme("other", "Other lessons")].filter(({ lessons }) => lessons.length > 0);
});

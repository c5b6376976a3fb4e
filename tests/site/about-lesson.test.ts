/** Lessons in, what their cards say out: never the title over again. */
import { expect, it } from "vitest";
import { aboutLesson } from "../../site/lib/about-lesson.ts";
import type { Excerpt, Lesson } from "../../site/lib/knowledge.ts";

const excerpt = (text: string): Excerpt => ({
  markdown: text,
  text,
  place: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: text.length + 1, offset: text.length } },
});

it.each([
  ["Wait for events: A sleep hides the race.", "A sleep hides the race."],
  ["Wait for events ✅ Name the event that is waited for", "Name the event that is waited for"],
  ["Wait for events, not only on good days", "Wait for events, not only on good days"],
  ["Wait for events: 12 runs showed it", "12 runs showed it"],
  ["wait for Events - a sleep hides the race", "a sleep hides the race"],
  ["- Name the event\n- [ ] Say who\n  sends it", "Name the event · Say who sends it"],
  ["Wait for events.", ""],
])("%s", (solution, said) => {
  const lesson = { title: "Wait for events", solution: excerpt(solution) } as Lesson;
  expect(aboutLesson(lesson)).toBe(said);
});

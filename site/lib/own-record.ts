/** The address of a page of one record in, the record out, and the records that stand beside it in their list. */
import { door, lookup, site, type FileEntry, type Issue, type Lesson, type Session } from "./knowledge.ts";
import { lessonThemes } from "./lesson-themes.ts";
import { onceABase } from "./once-per.ts";

interface Neighbours<Kind> {
  newer: Kind | undefined;
  older: Kind | undefined;
}

/** Slugs of a list in, for each those before and after it out. Made once a base. */
function neighboursIn(list: () => readonly { slug: string }[]): (slug: string) => readonly (string | undefined)[] {
  const places = onceABase(() => new Map(list().map((record, place) => [record.slug, place])));
  return (slug) => {
    const records = list();
    const place = places().get(slug) ?? -2;
    return [records[place - 1]?.slug, records[place + 1]?.slug];
  };
}

const besideIssue = door(
  "beside issue",
  neighboursIn(() => site().knowledge.issues),
);
const besideSession = door(
  "beside session",
  neighboursIn(() => site().knowledge.sessions),
);

/** A page that asks this is known by what it reads: no properties may reach it. */
function own<Kind>(slug: string | undefined, find: (slug: string) => Kind | undefined): Kind {
  site().reads.open();
  const record = find(slug ?? "");
  if (record === undefined) throw new Error(`No page is asked for but those of records, ${slug} is none.`);
  return record;
}

export const ownIssue = (slug: string | undefined): Issue => own(slug, lookup().issues.get);
export const ownLesson = (slug: string | undefined): Lesson => own(slug, lookup().lessons.get);
export const ownSession = (slug: string | undefined): Session => own(slug, lookup().sessions.get);

const filesBySlug = onceABase(({ files }) => new Map(files.map((entry) => [entry.slug, entry])));
const file = door("file", (slug) => filesBySlug().get(slug));
export const ownFile = (slug: string | undefined): FileEntry => own(slug, file);

export function neighboursOfIssue({ slug }: Issue): Neighbours<Issue> {
  const [newer, older] = besideIssue(slug).map((other) => (other === undefined ? other : lookup().issues.get(other)));
  return { newer, older };
}

export function neighboursOfSession({ slug }: Session): Neighbours<Session> {
  const [newer, older] = besideSession(slug).map((o) => (o === undefined ? o : lookup().sessions.get(o)));
  return { newer, older };
}

interface LessonPlace {
  theme: { slug: string; title: string };
  previous: string | undefined;
  next: string | undefined;
}

const lessonPlaces = onceABase(
  () =>
    new Map(
      lessonThemes().flatMap(({ slug, title, lessons }) =>
        lessons.map((lesson, index): [string, LessonPlace] => [
          lesson.slug,
          { theme: { slug, title }, previous: lessons[index - 1]?.slug, next: lessons[index + 1]?.slug },
        ]),
      ),
    ),
);
const lessonPlace = door("place of lesson", (slug) => lessonPlaces().get(slug)!);

/** Its theme, and the lessons before and after it there. */
export function placeOfLesson({ slug }: Lesson) {
  const { theme, previous, next } = lessonPlace(slug);
  const { get } = lookup().lessons;
  return { theme, previous: previous && get(previous), next: next && get(next) };
}

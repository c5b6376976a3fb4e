/** Records in, addresses of their pages out: with the base path, each segment encoded. */
import { door, pagePath, site, type Excerpt } from "./knowledge.ts";

/** `path` begins without a slash: "issues/". */
export const href = (path: string): string => site().options.base + path;

const record =
  (folder: string) =>
  (slug: string): string =>
    href(pagePath(folder, slug));
export const issueHref = record("issues");
export const lessonHref = record("lessons");
export const sessionHref = record("sessions");
export const fileHref = record("files");
export const statusHref = record("status");
export const componentHref = record("components");
export const tagHref = record("tags");
export const severityHref = record("severity");
export const monthHref = record("months");
export const themeHref = record("lessons/themes");

/** The line of a note, on the page that shows all of it. */
export const lineHref = (session: string, line: number): string => `${sessionHref(session)}#L${line}`;
export const excerptHref = (session: string, excerpt: Excerpt): string => lineHref(session, excerpt.place.start.line);

/** With the origin where it is known, as feeds and canonical links want it. */
export const absolute = (path: string): string => {
  const { origin } = site().options;
  return origin === null ? path : new URL(path, origin).href;
};

/** A note in the repository, from where it can be edited; null where it is in none. Only the page that shows it knows its branch. */
export const noteHref = door("place of note", (path) => {
  const place = site().notePlaces.get(path);
  return place === undefined ? null : repositoryHref(place, null);
});

/** A file in the repository, null where its address is not configured. */
export function repositoryHref(path: string, line: number | null): string | null {
  const { repository } = site().options;
  if (repository === null) return null;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return `${repository.replace(/\/$/, "")}/blob/HEAD/${encoded}${line === null ? "" : `#L${line}`}`;
}

/** A knowledge base in, Pagefind's search index as files out: one record for each issue, lesson, note and file. */
import type { KnowledgeBase } from "../model.ts";
import { issueFields } from "../model.ts";

export interface SearchIndex {
  /** Writes the index below `folder`, and ends the indexer. */
  write(folder: string): Promise<void>;
}

/** Kept as parts of words: identifiers, paths and versions are looked for as they are written. */
const includeCharacters = "_-./:";

/** A word that the index would cut up differently than people look for it: its parts beside it. */
function withParts(text: string): string {
  const parts = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:[_\-./:]+[\p{L}\p{N}]+)+/gu)) for (const part of word.split(/[_\-./:]+/)) if (part.length > 2) parts.add(part);
  return `${text}\n${[...parts].join(" ")}`;
}

const joinTexts = (texts: readonly (string | null | undefined)[]): string => texts.filter(Boolean).join(". \n");

/** The indexer is a process of its own: it works while the pages are made. `base` begins and ends with a slash. */
export async function indexSearch(knowledge: KnowledgeBase, base: string): Promise<SearchIndex> {
  const pagefind = await import("pagefind");
  const { index, errors } = await pagefind.createIndex({ forceLanguage: "en", includeCharacters, verbose: false });
  if (!index) throw new Error(`The search index could not be begun: ${errors.join("; ")}`);
  const add = async (kind: string, folder: string, slug: string, title: string, about: string, content: string, filters: Record<string, string[]>): Promise<void> => {
    const given = Object.fromEntries(Object.entries({ kind: [kind], ...filters }).filter(([, values]) => values.length > 0));
    const status = filters["status"]?.[0];
    const { errors } = await index.addCustomRecord({
      url: `${base}${folder}/${encodeURIComponent(slug)}/`,
      content: withParts(`${content}\n`),
      language: "en",
      meta: { title, kind, ...(about && { about }), ...(status && { status }) },
      filters: given,
    });
    if (errors.length > 0) throw new Error(`The search index refused "${title}": ${errors.join("; ")}`);
  };
  const work = (async () => {
    for (const issue of knowledge.issues) {
      const texts = joinTexts([issue.title, issue.id, ...issueFields.map((field) => issue[field]?.text), ...issue.attempts.map(({ text }) => text), ...issue.code.map(({ text }) => text), ...issue.files.map(({ path }) => path), ...issue.commits.map(({ message }) => message)]);
      await add("issue", "issues", issue.slug, issue.title, [issue.id, issue.files[0]?.path].filter(Boolean).join(" · "), texts, { status: [issue.status], severity: issue.severity ? [issue.severity] : [], component: issue.components });
    }
    for (const lesson of knowledge.lessons) await add("lesson", "lessons", lesson.slug, lesson.title, "", joinTexts([lesson.title, lesson.body.text]), {});
    for (const file of knowledge.files) await add("file", "files", file.slug, file.path, "", file.path, {});
    for (const session of knowledge.sessions) await add("session", "sessions", session.slug, session.title, session.path, joinTexts([session.title, session.path, session.source]), { status: [session.status] });
  })();
  // Awaited in `write`; until then a failure must not end the process.
  work.catch(() => undefined);
  return {
    async write(folder) {
      try {
        await work;
        const { errors } = await index.writeFiles({ outputPath: folder });
        if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join("; ")}`);
      } finally {
        await pagefind.close();
      }
    },
  };
}

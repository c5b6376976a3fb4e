/** The text of a template and what is known of the new note in, the text of the note out. */

/** What a template can ask for as `{{name}}`. */
export const placeholders = {
  title: "title of the note",
  id: "identifier of the issue",
  name: "identifier and title, or the title alone",
  date: "today",
  status: "status of the issue",
  author: "your name, as git knows it",
  branch: "branch that git is on",
} as const;

export type TemplateValues = Partial<Record<Exclude<keyof typeof placeholders, "name">, string | null>> & {
  title: string;
};

/**
 * What is not known becomes a hint, as what is left to fill in. `{{id}}: ` disappears where there is no identifier.
 * Other words in braces are the template's own.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  const id = values.id ?? null;
  const all: TemplateValues & { name: string } = {
    ...values,
    name: id === null ? values.title : `${id}: ${values.title}`,
  };
  const text = id === null ? template.replace(/\{\{ *id *\}\}[:.]? */g, "") : template;
  return text.replace(/\{\{ *([a-z]+) *\}\}/g, (whole, key: string) => {
    if (!(key in placeholders)) return whole;
    const value = all[key as keyof typeof placeholders] ?? null;
    if (value === null) return `<!-- ${placeholders[key as keyof typeof placeholders]} -->`;
    return key === "title" || key === "name" ? escapeTags(value) : value;
  });
}

/** Markdown would read `<T>` as a tag and lose it; in code it stands as it is. */
export function escapeTags(text: string): string {
  return text.replace(/`[^`]*`|<(?=[\w/!?])/g, (found) => (found === "<" ? "\\<" : found));
}

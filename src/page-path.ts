/** The list that a record is in and its slug in, the path of its page below the base of the site out: `issues/pump-1/`. */
export const pagePath = (list: string, slug: string): string => `${list}/${encodeURIComponent(slug)}/`;

/** The orders that `sort:` knows: names only, so that the parser need not know how records are compared. */

export interface SortKeyRow {
  name: string;
  aliases: string[];
  /** The direction without -asc or -desc: what one looks for stands first. */
  descending: boolean;
}

export const sortKeys: readonly SortKeyRow[] = [
  { name: "relevance", aliases: ["best", "score"], descending: true },
  { name: "updated", aliases: [], descending: true },
  { name: "date", aliases: ["created", "reported"], descending: true },
  { name: "severity", aliases: ["priority"], descending: true },
  { name: "status", aliases: ["state"], descending: true },
  { name: "reports", aliases: ["sessions"], descending: true },
  { name: "title", aliases: ["name"], descending: false },
  { name: "id", aliases: [], descending: false },
];

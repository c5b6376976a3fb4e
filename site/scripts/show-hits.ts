/** Records found in, a list of them by kind out, each with the mark of its status and the place where the words stand. */
import { formatNumber } from "../lib/count.ts";
import { statusIcon, statusLooks } from "../lib/status-looks.ts";
import type { Status } from "../lib/knowledge.ts";
import type { Found } from "./find-records.ts";
import type { FoundRecord } from "./load-pagefind.ts";
import { makeElement } from "./make-element.ts";
import { recentSearches } from "./recent-searches.ts";

export const kinds = [
  ["issue", "Issues"],
  ["lesson", "Lessons"],
  ["file", "Files"],
  ["session", "Notes"],
] as const;

/** Pagefind gives the excerpt as HTML whose only marks are its own: taken apart, so that nothing else can be in it. */
function excerptOf({ excerpt, meta }: FoundRecord): DocumentFragment {
  const parts = excerpt.split(/(<mark>.*?<\/mark>)/gs).map((part) => {
    const marked = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1];
    // What a textarea holds is text with entities: no element can come of it.
    const decoder = document.createElement("textarea");
    decoder.innerHTML = marked ?? part;
    return { text: decoder.value, isMarked: marked !== undefined };
  });
  const plain = parts.map(({ text }) => text).join("");
  // From the page, not from the module that knows it: with that would come all of the query language.
  const partsMark = document.body.dataset["partsMark"] ?? "\n";
  // The title stands above already; behind the mark are parts of words, for the index alone.
  const at = plain.slice(0, 60).indexOf(meta["title"] ?? "");
  const from = meta["title"] && at !== -1 ? at + meta["title"].length : 0;
  const end = plain.includes(partsMark) ? plain.indexOf(partsMark) : plain.length;
  const fragment = document.createDocumentFragment();
  let offset = 0;
  for (const { text, isMarked } of parts) {
    const shown = text.slice(Math.max(0, from - offset), Math.max(0, end - offset));
    offset += text.length;
    // Blanks too: between two marks they are all that keeps the words apart.
    if (shown !== "") fragment.append(isMarked ? makeElement("mark", {}, shown) : shown);
  }
  return fragment;
}

function hit(record: FoundRecord): HTMLLIElement {
  const { url, meta } = record;
  const link = makeElement("a", { href: url, className: "hit" });
  const title = makeElement("span", { className: "hit-title" });
  const status = meta["status"] as Status | undefined;
  if (status && Object.hasOwn(statusLooks, status)) {
    const icon = makeElement("span", { className: "status", title: statusLooks[status].word });
    icon.innerHTML = statusIcon(status, document.body.dataset["base"] ?? "/");
    icon.append(makeElement("span", { className: "visually-hidden" }, `${statusLooks[status].word}: `));
    title.append(icon);
  }
  title.append(meta["title"] ?? url);
  link.append(title);
  if (meta["about"]) link.append(makeElement("span", { className: "hit-about mono" }, meta["about"]));
  if (meta["kind"] !== "file") {
    const text = makeElement("span", { className: "hit-excerpt" });
    text.append(excerptOf(record));
    if (text.textContent.trim() !== "") link.append(text);
  }
  return makeElement("li", {}, link);
}

/** At most `perKind` of each kind. */
export function showHits(words: string, found: Found, into: HTMLElement, perKind: number): void {
  const groups = kinds.flatMap(([kind, title]) => {
    const all = found.records.filter(({ meta }) => meta["kind"] === kind);
    if (all.length === 0) return [];
    const heading = makeElement("h2", { className: "hit-kind" }, title);
    return [
      makeElement("section", {}, heading, makeElement("ul", { className: "hits" }, ...all.slice(0, perKind).map(hit))),
    ];
  });
  const says =
    found.total === 0
      ? `Nothing is told of “${words.trim()}”.`
      : `${formatNumber(found.total)} found${found.isPartial ? ", by the most telling words" : ""}`;
  // Who has gone into the results already stays in them when later ones come.
  const hitsOf = (): HTMLElement[] => [...into.querySelectorAll<HTMLElement>("a.hit")];
  const at = hitsOf().indexOf(document.activeElement as HTMLElement);
  into.replaceChildren(
    makeElement("p", { className: found.total === 0 ? "empty" : "quiet small", role: "status" }, says),
    ...groups,
  );
  if (at !== -1) hitsOf()[Math.min(at, hitsOf().length - 1)]?.focus();
}

export function showRecent(into: HTMLElement): void {
  const words = recentSearches();
  if (words.length === 0) return into.replaceChildren();
  const address = (text: string): string =>
    `${document.body.dataset["base"] ?? "/"}search/?q=${encodeURIComponent(text)}`;
  const items = words.map((text) => {
    const link = makeElement("a", { className: "hit", href: address(text) });
    link.append(makeElement("span", { className: "hit-title" }, text));
    return makeElement("li", {}, link);
  });
  into.replaceChildren(
    makeElement("h2", { className: "hit-kind" }, "Searched lately"),
    makeElement("ul", { className: "hits" }, ...items),
  );
}

/** What was found before stays until more is known; where nothing was, a word says that something is being done. */
export function showWaiting(into: HTMLElement): void {
  if (into.querySelector("[role=status]") === null)
    into.replaceChildren(makeElement("p", { className: "quiet small", role: "status" }, "Searching …"));
}

export const showFailure = (into: HTMLElement): void =>
  into.replaceChildren(
    makeElement("p", { className: "empty", role: "alert" }, "The search index could not be loaded."),
  );

/** Arrow keys go through the results and back to the field. */
export function steer(field: HTMLInputElement, results: HTMLElement): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops: HTMLElement[] = [field, ...results.querySelectorAll<HTMLElement>("a.hit")];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (at === -1 || !next) return;
    event.preventDefault();
    next.focus();
  };
}

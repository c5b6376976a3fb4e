/** Words in, records found by Pagefind out: in a dialog on every page, and on the search page, where the address keeps the words. */
import { statusIcon, statusLooks } from "../lib/status-looks.ts";
import type { Status } from "../lib/knowledge.ts";

interface Fragment {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}
interface Pagefind {
  init(): Promise<void>;
  options(options: object): Promise<void>;
  debouncedSearch(
    words: string,
    options?: object,
    delay?: number,
  ): Promise<{
    results: { id: string; data(): Promise<Fragment> }[];
    filters: Record<string, Record<string, number>>;
  } | null>;
}

const base = document.body.dataset["base"] ?? "/";
const kinds = [
  ["issue", "Issues"],
  ["lesson", "Lessons"],
  ["file", "Files"],
  ["session", "Notes"],
] as const;
const perKind = 6;
const recentKey = "fixlore-searches";

let loading: Promise<Pagefind> | null = null;
function pagefind(): Promise<Pagefind> {
  loading ??= (async () => {
    const address = `${base}pagefind/pagefind.js`;
    const module = (await import(/* @vite-ignore */ address)) as Pagefind;
    await module.options({ excerptLength: 24, ranking: { termSaturation: 1.6 } });
    await module.init();
    return module;
  })();
  return loading;
}

function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(recentKey) ?? "[]");
    return Array.isArray(kept) ? kept.filter((words) => typeof words === "string").slice(0, 6) : [];
  } catch {
    return [];
  }
}

function remember(words: string): void {
  try {
    if (words.length > 2)
      localStorage.setItem(
        recentKey,
        JSON.stringify([words, ...recent().filter((other) => other !== words)].slice(0, 6)),
      );
  } catch {
    // Storage is forbidden: nothing is remembered.
  }
}

const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** Pagefind gives the excerpt as HTML whose only marks are its own: taken apart, so that nothing else can be in it. */
function excerptOf(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  html.split(/(<mark>.*?<\/mark>)/gs).forEach((part) => {
    const marked = /^<mark>(.*)<\/mark>$/s.exec(part)?.[1];
    // What a textarea holds is text with entities: no element can come of it.
    const decoder = document.createElement("textarea");
    decoder.innerHTML = marked ?? part;
    const text = decoder.value;
    fragment.append(marked === undefined ? text : make("mark", {}, text));
  });
  return fragment;
}

function hit({ url, excerpt, meta }: Fragment): HTMLLIElement {
  const link = make("a", { href: url, className: "hit" });
  const title = make("span", { className: "hit-title" });
  const status = meta["status"] as Status | undefined;
  if (status && Object.hasOwn(statusLooks, status)) {
    const icon = make("span", { className: "status", title: statusLooks[status].word });
    icon.innerHTML = statusIcon(status);
    icon.append(make("span", { className: "visually-hidden" }, `${statusLooks[status].word}: `));
    title.append(icon);
  }
  title.append(meta["title"] ?? url);
  link.append(title);
  if (meta["about"]) link.append(make("span", { className: "hit-about mono" }, meta["about"]));
  const text = make("span", { className: "hit-excerpt" });
  text.append(excerptOf(excerpt));
  link.append(text);
  return make("li", {}, link);
}

/** An error pasted with its addresses and times finds more without them. */
const clean = (words: string): string =>
  words
    .replace(/0x[0-9a-f]+|\d{4}-\d\d-\d\dT[\d:.Z+-]+/gi, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 400);

async function show(words: string, into: HTMLElement, perGroup: number): Promise<void> {
  const asked = clean(words);
  if (asked === "") return showRecent(into);
  let found;
  let isPartial = false;
  try {
    const engine = await pagefind();
    found = await engine.debouncedSearch(asked, {}, 120);
    if (found === null) return;
    // A pasted line rarely stands in a note word for word: its rarest-looking words do.
    if (found.results.length === 0 && asked.includes(" ")) {
      const telling = asked
        .split(" ")
        .filter((word) => word.length > 3)
        .sort((a, b) => b.length - a.length)
        .slice(0, 4);
      for (let many = telling.length; many > 0 && found && found.results.length === 0; many--)
        found = await engine.debouncedSearch(telling.slice(0, many).join(" "), {}, 0);
      isPartial = true;
      if (!found) return;
    }
  } catch {
    into.replaceChildren(make("p", { className: "empty" }, "The search index could not be loaded."));
    return;
  }
  const fragments = await Promise.all(found.results.slice(0, 60).map((result) => result.data()));
  const groups = kinds.flatMap(([kind, title]) => {
    const hits = fragments.filter(({ meta }) => meta["kind"] === kind);
    if (hits.length === 0) return [];
    const heading = make("h2", { className: "hit-kind" }, title);
    return [make("section", {}, heading, make("ul", { className: "hits" }, ...hits.slice(0, perGroup).map(hit)))];
  });
  const total = found.results.length;
  const says =
    total === 0 ? `Nothing is told of “${asked}”.` : `${total} found${isPartial ? ", by the most telling words" : ""}`;
  into.replaceChildren(
    make("p", { className: total === 0 ? "empty" : "quiet small", role: "status" }, says),
    ...groups,
  );
}

function showRecent(into: HTMLElement): void {
  const words = recent();
  if (words.length === 0) return into.replaceChildren();
  const items = words.map((text) =>
    make(
      "li",
      {},
      make(
        "a",
        { className: "hit", href: `${base}search/?q=${encodeURIComponent(text)}` },
        make("span", { className: "hit-title" }, text),
      ),
    ),
  );
  into.replaceChildren(
    make("h2", { className: "hit-kind" }, "Searched lately"),
    make("ul", { className: "hits" }, ...items),
  );
}

/** Arrow keys go through the results and back to the field. */
function steer(field: HTMLInputElement, results: HTMLElement): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops: HTMLElement[] = [field, ...results.querySelectorAll<HTMLElement>("a.hit")];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
}

let dialog: HTMLDialogElement | null = null;

export function openDialog(): void {
  if (!dialog) {
    const field = make("input", {
      type: "search",
      autocomplete: "off",
      spellcheck: false,
      placeholder: "An error, a path, an identifier, words",
    });
    field.name = "q";
    field.setAttribute("aria-label", "Search");
    const results = make("div", { className: "dialog-results" });
    const form = make(
      "form",
      { className: "dialog-form", action: `${base}search/` },
      field,
      make("button", { type: "submit", className: "dialog-all" }, "All results"),
    );
    dialog = make("dialog", { className: "search-dialog" }, form, results);
    dialog.setAttribute("aria-label", "Search");
    dialog.addEventListener("keydown", steer(field, results));
    dialog.addEventListener("click", (event) => event.target === dialog && dialog?.close());
    results.addEventListener("click", () => remember(field.value.trim()));
    field.addEventListener("input", () => void show(field.value, results, perKind));
    form.addEventListener("submit", (event) => {
      remember(field.value.trim());
      const first = results.querySelector<HTMLAnchorElement>("a.hit");
      if (event.submitter?.classList.contains("dialog-all") && document.activeElement === event.submitter) return;
      if (!first) return;
      event.preventDefault();
      first.click();
    });
    document.body.append(dialog);
    showRecent(results);
  }
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector("input");
  field?.focus();
  field?.select();
  void pagefind().catch(() => undefined);
}

export function startPage(page: HTMLElement): void {
  const field = page.querySelector("input");
  const results = page.querySelector<HTMLElement>("[data-search-results]");
  if (!field || !results) return;
  const words = (): string => new URL(location.href).searchParams.get("q") ?? "";
  const refresh = (): void => {
    field.value = words();
    void show(field.value, results, 30);
  };
  const keep = (push: boolean): void => {
    const url = new URL(location.href);
    if (field.value.trim() === "") url.searchParams.delete("q");
    else url.searchParams.set("q", field.value);
    history[push ? "pushState" : "replaceState"](null, "", url);
  };
  page.addEventListener("keydown", steer(field, results));
  page.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(field.value.trim());
    keep(true);
    void show(field.value, results, 30);
  });
  field.addEventListener("input", () => {
    keep(false);
    void show(field.value, results, 30);
  });
  addEventListener("popstate", refresh);
  refresh();
  if (field.value === "") field.focus();
}

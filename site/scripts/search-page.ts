/** The address of the search page in, its results out: words and filters are kept in the address, and nowhere else. */
import { formatNumber } from "../lib/count.ts";
import { findRecords, type Filters } from "./find-records.ts";
import { loadPagefind, type FilterCounts } from "./load-pagefind.ts";
import { takePastedError } from "./pasted-error.ts";
import { rememberSearch } from "./recent-searches.ts";
import { showFailure, showHits, showRecent, showWaiting, steer } from "./show-hits.ts";

const perKind = 30;

function startPage(page: HTMLElement): void {
  const field = page.querySelector<HTMLInputElement>("[name=q]");
  const form = page.querySelector("form");
  const results = page.querySelector<HTMLElement>("[data-search-results]");
  if (!field || !form || !results) return;
  const choices = [...page.querySelectorAll<HTMLInputElement>("[name=kind]")];
  const selects = [...page.querySelectorAll<HTMLSelectElement>("[data-filter]")];

  const read = (): void => {
    const { searchParams } = new URL(location.href);
    field.value = searchParams.get("q") ?? "";
    for (const choice of choices) choice.checked = choice.value === (searchParams.get("kind") ?? "");
    for (const select of selects) {
      const wanted = searchParams.get(select.name) ?? "";
      if (wanted !== "" && ![...select.options].some(({ value }) => value === wanted))
        select.add(new Option(wanted, wanted));
      select.value = wanted;
    }
  };
  const keep = (isStep: boolean): void => {
    const url = new URL(location.href);
    const kind = choices.find(({ checked }) => checked)?.value ?? "";
    for (const [name, value] of [
      ["q", field.value.trim()],
      ["kind", kind],
      ...selects.map(({ name, value }) => [name, value]),
    ])
      if (value) url.searchParams.set(name!, value);
      else url.searchParams.delete(name!);
    if (url.href !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", url);
  };
  const chosen = (): Filters => {
    const { searchParams } = new URL(location.href);
    return Object.fromEntries(
      ["kind", ...selects.map(({ name }) => name)].flatMap((name) => {
        const value = searchParams.get(name);
        return value ? [[name, [value]]] : [];
      }),
    );
  };
  const count = (counts: FilterCounts): void => {
    for (const choice of choices) {
      const number = choice.value === "" ? null : (counts["kind"]?.[choice.value] ?? 0);
      const place = choice.parentElement?.querySelector(".number");
      if (place) place.textContent = number === null ? "" : formatNumber(number);
    }
  };
  /** Filters whose values are not known beforehand are filled from the index. */
  const fill = async (): Promise<void> => {
    const known = await (await loadPagefind()).filters();
    for (const select of selects) {
      const values = Object.entries(known[select.name] ?? {}).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
      const present = new Set([...select.options].map(({ value }) => value));
      if (select.options.length > 2) continue;
      for (const [value] of values.slice(0, 300)) if (!present.has(value)) select.add(new Option(value, value));
      select.closest("label")!.hidden = values.length === 0;
    }
  };
  const filled = fill().catch(() => undefined);
  const refresh = async (): Promise<void> => {
    const filters = chosen();
    if (field.value.trim() === "" && Object.keys(filters).length === 0) return showRecent(results);
    showWaiting(results);
    try {
      // The numbers beside the kinds are counted by filters that are there already, or come out as nothing.
      await filled;
      const found = await findRecords(field.value, filters);
      if (!found) return;
      showHits(field.value, found, results, "kind" in filters ? 90 : perKind);
      count(found.counts);
    } catch {
      showFailure(results);
    }
  };

  page.addEventListener("keydown", steer(field, results));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    rememberSearch(field.value.trim());
    keep(true);
    void refresh();
  });
  form.addEventListener("change", (event) => {
    if (event.target === field) return;
    keep(true);
    void refresh();
  });
  field.addEventListener("input", () => {
    keep(false);
    void refresh();
  });
  results.addEventListener("click", () => rememberSearch(field.value.trim()));
  addEventListener("popstate", () => {
    read();
    void refresh();
  });
  read();
  void refresh();
  startErrorField(page, field);
  if (field.value === "" && location.hash === "") field.focus();
}

/** A trace of many lines goes to the field that ranks issues by its rare words. */
function startErrorField(page: HTMLElement, field: HTMLInputElement): void {
  const box = page.querySelector<HTMLDetailsElement>("[data-error-box]");
  const text = box?.querySelector("textarea");
  const results = box?.querySelector<HTMLElement>("[data-error-results]");
  if (!box || !text || !results) return;
  const rank = async (): Promise<void> => {
    const { rankError } = await import("./rank-error.ts");
    await rankError(text.value, box.dataset["index"] ?? "", box.dataset["text"] ?? "", results);
  };
  box.querySelector("form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    void rank();
  });
  const take = (pasted: string): void => {
    box.open = true;
    text.focus();
    if (pasted === "") return;
    text.value = pasted;
    void rank();
  };
  field.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (!pasted.trim().includes("\n")) return;
    event.preventDefault();
    take(pasted);
  });
  if (location.hash === "#error") take(takePastedError());
}

/** Part of the page itself: a trace that is sent before its form has a reader would reload the page and be lost. */
const page = document.querySelector<HTMLElement>("[data-search-page]");
if (page) startPage(page);

/** A key pressed on any page in, a dialog to search in out. */
import { findRecords } from "./find-records.ts";
import { loadPagefind } from "./load-pagefind.ts";
import { makeElement } from "./make-element.ts";
import { rememberSearch } from "./recent-searches.ts";
import { showFailure, showHits, showRecent, showWaiting, steer } from "./show-hits.ts";

const perKind = 6;
let dialog: HTMLDialogElement | null = null;

function makeDialog(): HTMLDialogElement {
  const field = makeElement("input", {
    type: "search",
    autocomplete: "off",
    spellcheck: false,
    placeholder: "An error, a path, an identifier, words",
    name: "q",
  });
  field.setAttribute("aria-label", "Search");
  const results = makeElement("div", { className: "dialog-results" });
  const all = makeElement("button", { type: "submit", className: "dialog-all" }, "All results");
  const form = makeElement("form", { className: "dialog-form" }, field, all);
  form.action = `${document.body.dataset["base"] ?? "/"}search/`;
  const made = makeElement("dialog", { className: "search-dialog" }, form, results);
  made.setAttribute("aria-label", "Search");
  const refresh = async (): Promise<void> => {
    if (field.value.trim() === "") return showRecent(results);
    showWaiting(results);
    try {
      const found = await findRecords(field.value);
      if (found) showHits(field.value, found, results, perKind);
    } catch {
      showFailure(results);
    }
  };
  made.addEventListener("keydown", steer(field, results));
  // In a field that is not empty, Escape would only empty it.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    made.close();
  });
  made.addEventListener("click", (event) => event.target === made && made.close());
  results.addEventListener("click", () => rememberSearch(field.value.trim()));
  field.addEventListener("input", () => void refresh());
  form.addEventListener("submit", (event) => {
    rememberSearch(field.value.trim());
    const first = results.querySelector<HTMLAnchorElement>("a.hit");
    if (!first || document.activeElement === all) return;
    event.preventDefault();
    first.click();
  });
  document.body.append(made);
  showRecent(results);
  return made;
}

export function openDialog(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector("input");
  field?.focus();
  field?.select();
  void loadPagefind().catch(() => undefined);
}

/** What every page does beyond HTML: light or dark, copy buttons, and the search, which is loaded when it is asked for. */
import { addCopyButtons } from "./copy-buttons.ts";
import { openDialog } from "./search-dialog.ts";

const root = document.documentElement;

document.querySelector("[data-theme-toggle]")?.addEventListener("click", () => {
  const isDark = root.dataset["theme"]
    ? root.dataset["theme"] === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset["theme"] = isDark ? "light" : "dark";
  try {
    localStorage.setItem("fixlore-theme", root.dataset["theme"]);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
});

addCopyButtons();

/** The dialog comes with the page: what is typed right after the slash must not be lost. */
const openSearch = (event: Event): void => {
  event.preventDefault();
  openDialog();
};

document.querySelector("[data-search-open]")?.addEventListener("click", (event) => {
  const { metaKey, ctrlKey, shiftKey } = event as MouseEvent;
  if (!metaKey && !ctrlKey && !shiftKey) openSearch(event);
});
document.addEventListener("keydown", (event) => {
  const isTyping =
    event.target instanceof HTMLElement &&
    (event.target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
  if (
    (event.key === "k" && (event.metaKey || event.ctrlKey)) ||
    (event.key === "/" && !isTyping && !event.metaKey && !event.ctrlKey && !event.altKey)
  )
    openSearch(event);
});

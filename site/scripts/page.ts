/** What every page does beyond HTML: light or dark, around the page too, copy buttons, and the search, which is loaded when it is asked for. */
import { addCopyButtons } from "./copy-buttons.ts";
import { followPastedError } from "./pasted-error.ts";
import { openDialog } from "./search-dialog.ts";

const root = document.documentElement;

/** The bars of the browser take the colour of the page: as the reader chose it, which no media query knows. */
const tint = document.createElement("meta");
tint.name = "theme-color";
const tintBars = (): void => void (tint.content = getComputedStyle(root).backgroundColor);
tintBars();
document.head.append(tint);
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
prefersDark.addEventListener("change", tintBars);

document.querySelector("[data-theme-toggle]")?.addEventListener("click", () => {
  const isDark = root.dataset["theme"] ? root.dataset["theme"] === "dark" : prefersDark.matches;
  root.dataset["theme"] = isDark ? "light" : "dark";
  tintBars();
  try {
    localStorage.setItem("fixlore-theme", root.dataset["theme"]);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
});

addCopyButtons();
document.addEventListener("paste", followPastedError);

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

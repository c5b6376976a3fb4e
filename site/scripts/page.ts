/** What every page does beyond HTML: light or dark, copy buttons, and the search, which is loaded when it is asked for. */
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

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const block = button.closest(".code");
    const text =
      block?.querySelector("template")?.content.textContent ?? block?.querySelector("code")?.textContent ?? "";
    const word = button.textContent;
    await navigator.clipboard.writeText(text).then(
      () => (button.textContent = "Copied"),
      () => (button.textContent = "Could not copy"),
    );
    setTimeout(() => (button.textContent = word), 1600);
  });
}

const openSearch = async (event: Event): Promise<void> => {
  event.preventDefault();
  (await import("./search-dialog.ts")).openDialog();
};

document.querySelector("[data-search-open]")?.addEventListener("click", (event) => {
  const { metaKey, ctrlKey, shiftKey } = event as MouseEvent;
  if (!metaKey && !ctrlKey && !shiftKey) void openSearch(event);
});
document.addEventListener("keydown", (event) => {
  const isTyping =
    event.target instanceof HTMLElement &&
    (event.target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
  if (
    (event.key === "k" && (event.metaKey || event.ctrlKey)) ||
    (event.key === "/" && !isTyping && !event.metaKey && !event.ctrlKey && !event.altKey)
  )
    void openSearch(event);
});

const page = document.querySelector<HTMLElement>("[data-search-page]");
if (page) void import("./search-page.ts").then(({ startPage }) => startPage(page));

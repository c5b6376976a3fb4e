/** What is wrong in the notes just saved in, a panel over the page out: it takes no focus, and goes when it is told to or all is mended. */
import style from "../styles/fault-panel.css?inline";
import { count } from "../lib/count.ts";
import { makeElement } from "./make-element.ts";

export interface Fault {
  /** `file:line:column`. */
  at: string;
  severity: "error" | "warning" | "info";
  rule: string;
  message: string;
  note: string | null;
  line: { before: string; marked: string; after: string } | null;
  href: string | null;
}

/** What was hidden stays so on the next page, until something else is wrong. */
const key = "fixlore-hidden-faults";

class FaultPanel extends HTMLElement {
  readonly #panel = makeElement("section", { className: "panel", hidden: true });
  /** Before anything is in it: only what is added later is read out. */
  readonly #live = makeElement("p", { className: "says", role: "status" });
  readonly #list = makeElement("ol");
  #shown = "";

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    const close = makeElement("button", { type: "button", title: "Hide until something else is wrong" }, "Hide ");
    close.append(makeElement("kbd", {}, "Esc"));
    close.addEventListener("click", () => this.hide());
    this.#panel.setAttribute("aria-label", "What is wrong in the notes just saved");
    this.#panel.append(makeElement("div", { className: "head" }, this.#live, close), this.#list);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#panel);
    document.addEventListener("keydown", ({ key: pressed }) => {
      // The search has its own.
      if (pressed === "Escape" && !document.querySelector("dialog[open]")) this.hide();
    });
  }

  hide(): void {
    if (this.#panel.hidden) return;
    this.#panel.hidden = true;
    store(this.#shown);
  }

  show(faults: readonly Fault[], more: number): void {
    this.#shown = JSON.stringify(faults);
    if (faults.length === 0) store("");
    this.#panel.hidden = faults.length === 0 || stored() === this.#shown;
    if (this.#panel.hidden) return;
    const counts = (["error", "warning"] as const)
      .map((severity) => [faults.filter((fault) => fault.severity === severity).length, severity] as const)
      .filter(([number]) => number > 0)
      .map(([number, severity]) => count(number, severity));
    this.#list.replaceChildren(...faults.map(describe));
    if (more > 0)
      this.#list.append(makeElement("li", { className: "quiet" }, `and ${more} more: fixlore check shows all`));
    requestAnimationFrame(() => (this.#live.textContent = counts.join(", ")));
  }
}

/** What stands between backticks is code. */
const withCode = (text: string): (string | HTMLElement)[] =>
  text.split("`").map((part, at, all) => (at % 2 === 1 && at < all.length - 1 ? makeElement("code", {}, part) : part));

function describe({ at, severity, rule, message, note, line, href }: Fault): HTMLLIElement {
  const place =
    href === null ? makeElement("span", { className: "at" }, at) : makeElement("a", { className: "at", href }, at);
  const item = makeElement(
    "li",
    { className: severity },
    makeElement(
      "p",
      { className: "where" },
      makeElement("strong", {}, severity),
      " ",
      place,
      " ",
      makeElement("span", { className: "quiet rule" }, rule),
    ),
    makeElement("p", {}, ...withCode(message)),
  );
  if (line !== null && (line.before + line.marked + line.after).trim() !== "")
    item.append(makeElement("pre", {}, line.before, makeElement("mark", {}, line.marked), line.after));
  if (note !== null) item.append(makeElement("p", { className: "quiet" }, ...withCode(note)));
  return item;
}

function store(shown: string): void {
  try {
    if (shown === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, shown);
  } catch {
    // Storage is forbidden: it is hidden on this page.
  }
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

customElements.define("fixlore-faults", FaultPanel);
let panel: FaultPanel | null = null;

export function showFaults(faults: readonly Fault[], more: number): void {
  if (panel === null) {
    if (faults.length === 0) return store("");
    panel = new FaultPanel();
    document.body.append(panel);
  }
  panel.show(faults, more);
}

/** A line that no record begins at has no anchor: the nearest above it has. */
function findLine(): void {
  const line = Number(/^#L(\d+)$/.exec(location.hash)?.[1]);
  if (!line || document.getElementById(`L${line}`)) return;
  const lines = [...document.querySelectorAll<HTMLElement>("[id^='L']")]
    .map((element) => [Number(/^L(\d+)$/.exec(element.id)?.[1] ?? Number.NaN), element] as const)
    .filter(([at]) => at < line);
  lines.toSorted(([a], [b]) => b - a)[0]?.[1].scrollIntoView();
}
addEventListener("hashchange", findLine);
findLine();

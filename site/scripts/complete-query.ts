/** The field of the query in, completions of qualifiers and values below it out, by keyboard and pointer. */
import { foldLabel, qualifiers, severities, statuses, type KnowledgeBase } from "../lib/knowledge.ts";

interface Completion {
  text: string;
  about: string;
}

const fields = [
  "problem",
  "cause",
  "fix",
  "verification",
  "impact",
  "symptoms",
  "remaining",
  "next-steps",
  "attempts",
  "code",
  "commit",
  "severity",
  "file",
  "component",
];
const most = 9;

/** Labels that mean the same to a query, once. */
const oneOfEach = (labels: readonly string[] = []): string[] => [
  ...new Map(labels.map((label) => [foldLabel(label), label])).values(),
];

function valuesFor(name: string, base: KnowledgeBase | null): string[] {
  const known: Record<string, () => readonly string[]> = {
    is: () => [...new Set(["open", "closed", ...statuses])],
    status: () => statuses,
    severity: () => [...severities, ">=high", "none"],
    has: () => fields,
    no: () => fields,
    in: () => ["title", ...fields],
    sort: () => ["updated-desc", "severity", "status", "reports", "title", "relevance"],
    updated: () => ["7d", "30d", "90d"],
    date: () => ["7d", "30d", "90d"],
    component: () => oneOfEach(base?.issues.flatMap((issue) => issue.components)),
    tag: () => oneOfEach(base?.sessions.flatMap((session) => session.tags)),
    file: () => [...new Set(base?.issues.flatMap((issue) => issue.files.map(({ path }) => path)))],
    id: () => base?.issues.flatMap((issue) => issue.id ?? []) ?? [],
    session: () => base?.sessions.map(({ slug }) => slug) ?? [],
    branch: () => [...new Set(base?.sessions.flatMap(({ branch }) => branch ?? []))],
  };
  return Object.hasOwn(known, name) ? [...(known[name]?.() ?? [])] : [];
}

function completions(word: string, base: KnowledgeBase | null): Completion[] {
  const colon = word.indexOf(":");
  const sign = word.startsWith("-") ? "-" : "";
  if (colon === -1) {
    const start = word.slice(sign.length).toLowerCase();
    return qualifiers
      .filter(({ name, kinds }) => kinds.includes("issue") && start !== "" && name.startsWith(start))
      .map(({ name, summary }) => ({ text: `${sign}${name}:`, about: summary }));
  }
  const name = word.slice(sign.length, colon).toLowerCase();
  const typed = word.slice(colon + 1);
  const comma = typed.lastIndexOf(",") + 1;
  const start = typed.slice(comma).replace(/^"/, "").toLowerCase();
  const row = qualifiers.find((row) => row.name === name || row.aliases.includes(name));
  const values = row ? valuesFor(row.name, base) : [];
  const found = values.filter((value) => value.toLowerCase().includes(start) && value.toLowerCase() !== start);
  found.sort((a, b) => Number(b.toLowerCase().startsWith(start)) - Number(a.toLowerCase().startsWith(start)));
  return found.slice(0, most).map((value) => ({
    text: word.slice(0, colon + 1) + typed.slice(0, comma) + (/\s/.test(value) ? `"${value}"` : value),
    about: "",
  }));
}

export function completeQuery(
  field: HTMLInputElement,
  list: HTMLElement,
  base: () => KnowledgeBase | null,
  onChange: () => void,
): void {
  let active = -1;
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const close = (): void => {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const wordAt = (): [start: number, word: string] => {
    const before = field.value.slice(0, field.selectionStart ?? field.value.length);
    const word = /(?:[^\s"]|"[^"]*"?)*$/.exec(before)?.[0] ?? "";
    return [before.length - word.length, word];
  };
  const choose = (text: string): void => {
    const [start, word] = wordAt();
    const end = text.endsWith(":") ? "" : " ";
    field.setRangeText(text + end, start, start + word.length, "end");
    close();
    onChange();
    if (end === "") show();
  };
  const show = (): void => {
    const found = completions(wordAt()[1], base());
    list.replaceChildren(
      ...found.map(({ text, about }, index) => {
        const option = document.createElement("li");
        option.id = `completion-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        const code = document.createElement("code");
        code.textContent = text;
        option.append(code);
        if (about)
          option.append(
            Object.assign(document.createElement("span"), { className: "quiet small", textContent: about }),
          );
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          choose(text);
        });
        return option;
      }),
    );
    list.hidden = found.length === 0;
    active = -1;
    field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-expanded", String(found.length > 0));
  };
  const move = (step: number): void => {
    const all = options();
    active = (active + step + all.length + (active === -1 && step < 0 ? 1 : 0)) % all.length;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    field.setAttribute("aria-activedescendant", `completion-${active}`);
  };
  field.addEventListener("input", show);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if ((event.key === "Enter" || event.key === "Tab") && active >= 0) {
      event.preventDefault();
      choose(options()[active]?.querySelector("code")?.textContent ?? "");
    } else if (event.key === "Enter") close();
  });
}

/** The static list of issues in, the same with a query box and filters out. The query in the field is all the state there is, and the address keeps it. */
import type { BrowseIndex, BrowseTexts } from "../lib/browse-data.ts";
import { count, formatNumber } from "../lib/count.ts";
import { issueRow } from "../lib/issue-row.ts";
import { evaluateQuery, foldLabel, parseQuery, type Issue, type KnowledgeBase } from "../lib/knowledge.ts";
import { restoreBase } from "./browse-base.ts";
import { completeQuery } from "./complete-query.ts";
import { inParts } from "./in-parts.ts";
import { valuesOf, withValues } from "./query-text.ts";

const root = document.querySelector<HTMLElement>("[data-browser]");
if (root) startBrowser(root);

function startBrowser(root: HTMLElement): void {
  const find = <Found extends Element>(selector: string): Found => root.querySelector<Found>(selector)!;
  const [form, field, says, sort] = [
    find<HTMLFormElement>("[data-query]"),
    find<HTMLInputElement>("#query"),
    find<HTMLElement>("[data-says]"),
    find<HTMLSelectElement>("[data-sort]"),
  ];
  const [still, found, facets] = [
    find<HTMLElement>("[data-static]"),
    find<HTMLElement>("[data-found]"),
    find<HTMLDetailsElement>("[data-facets]"),
  ];
  const [list, more] = [find<HTMLElement>("[data-found] .rows"), find<HTMLButtonElement>(".more-rows")];
  const base = document.body.dataset["base"] ?? "/";
  const atFirst = says.textContent;
  const batch = 100;
  let index: BrowseIndex | null = null;
  let knowledge: KnowledgeBase | null = null;
  let hasTexts = false;
  let loading: Promise<void> | null = null;
  let loadingTexts: Promise<void> | null = null;
  let results: Issue[] = [];
  let shown = 0;
  let run = 0;

  const load = async (address: string | undefined): Promise<unknown> => {
    const response = await fetch(address ?? "");
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  };
  const loadIndex = (): Promise<void> =>
    (loading ??= (async () => {
      index = (await load(root.dataset["index"])) as BrowseIndex;
      knowledge = await restoreBase(index, null);
    })().catch((error: unknown) => {
      // The next try asks again.
      loading = null;
      throw error;
    }));
  const loadTexts = (rows: BrowseIndex): Promise<void> =>
    // Once, however many keys are pressed meanwhile.
    (loadingTexts ??= (async () => {
      const { texts } = (await load(root.dataset["text"])) as { texts: BrowseTexts };
      knowledge = await restoreBase(rows, texts);
      answers.clear();
      hasTexts = true;
    })().catch((error: unknown) => {
      loadingTexts = null;
      throw error;
    }));

  const showMore = (): void => {
    list.insertAdjacentHTML(
      "beforeend",
      results
        .slice(shown, shown + batch)
        .map((issue) => issueRow(issue, base))
        .join(""),
    );
    shown = Math.min(results.length, shown + batch);
    more.hidden = shown >= results.length;
    more.textContent = `Show more (${formatNumber(results.length - shown)} left)`;
  };
  const say = (text: string, isError = false): void => {
    says.textContent = text;
    says.classList.toggle("query-error", isError);
    field.setAttribute("aria-invalid", String(isError));
  };
  const today = new Date().toISOString().slice(0, 10);
  /** Answers by query, as long as the base is the same: filters that are not in use all ask the same one. */
  const answers = new Map<string, Issue[]>();
  const issuesFor = (text: string): Issue[] => {
    const known = answers.get(text);
    if (known) return known;
    const { query } = parseQuery(text);
    const found =
      query && query.kind === "issue" && knowledge
        ? (evaluateQuery(query, knowledge, { today }).results as Issue[])
        : [];
    if (answers.size > 20) answers.clear();
    answers.set(text, found);
    return found;
  };

  const syncBoxes = (): void => {
    for (const group of root.querySelectorAll<HTMLElement>("[data-facet]")) {
      const chosen = valuesOf(field.value, group.dataset["facet"] ?? "");
      for (const box of group.querySelectorAll("input")) box.checked = chosen.includes(box.value);
    }
    const order = valuesOf(field.value, "sort")[0] ?? "";
    sort.value = [...sort.options].some((option) => option.value === order) ? order : "";
  };
  /** Beside each box: how many there would be with it, other filters as they are. */
  const syncCounts = (): void => {
    const notes = new Map(knowledge?.sessions.map((session) => [session.slug, session]));
    const read: Record<string, (issue: Issue) => (string | null)[]> = {
      status: (issue) => [issue.status],
      severity: (issue) => [issue.severity],
      component: (issue) => issue.components,
      tag: (issue) => issue.sessions.flatMap((slug) => notes.get(slug)?.tags ?? []),
      file: (issue) => issue.files.map(({ path }) => path),
      updated: (issue) => [issue.updated?.slice(0, 7) ?? null],
      session: (issue) => issue.sessions,
    };
    for (const group of root.querySelectorAll<HTMLElement>("[data-facet]")) {
      const name = group.dataset["facet"] ?? "";
      const counts = new Map<string, number>();
      const fold = name === "component" || name === "tag" ? foldLabel : (value: string) => value.toLowerCase();
      for (const issue of issuesFor(withValues(field.value.trim(), name, []))) {
        for (const value of new Set(read[name]?.(issue).map((value) => fold(value ?? ""))))
          counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      for (const box of group.querySelectorAll("input")) {
        const many = counts.get(fold(box.value)) ?? 0;
        const label = box.closest("label");
        label?.classList.toggle("is-empty", many === 0);
        const place = label?.querySelector(".number");
        if (place) place.textContent = formatNumber(many);
      }
    }
  };

  const refresh = async (): Promise<void> => {
    const turn = ++run;
    const text = field.value.trim();
    syncBoxes();
    try {
      const { query, errors } = parseQuery(text);
      if (!query) return say(errors.map(({ message }) => message).join(" "), true);
      if (query.kind !== "issue") return say(`This list holds issues; the search finds ${query.kind}s, too.`, true);
      if (text !== "" || loading) {
        if (!index) say("Loading …");
        await loadIndex();
        if (/"type":"(?:word|phrase)"/.test(JSON.stringify(query.filter))) {
          if (!hasTexts) say("Loading the texts …");
          if (index) await loadTexts(index);
          const base = knowledge;
          // What issues are searched by is made when they are first asked: a few at a time, before all are.
          if (base && !answers.has(text))
            await inParts(
              base.issues,
              (issues) => evaluateQuery(query, { ...base, issues: [...issues] }, { today }),
              () => turn === run,
            );
        }
        if (turn !== run) return;
      }
      if (text === "") found.before(still);
      else still.remove();
      found.hidden = text === "";
      // The rows first: the numbers beside the boxes may come a moment later.
      setTimeout(() => turn === run && index && syncCounts());
      if (text === "") return say(atFirst);
      results = issuesFor(text);
      shown = 0;
      list.replaceChildren();
      showMore();
      say(results.length === 0 ? "No issue is like this." : count(results.length, "issue"));
    } catch {
      if (turn === run) say("The list could not be loaded: look at your connection and try again.", true);
    }
  };

  const keep = (isStep: boolean): void => {
    const url = new URL(location.href);
    if (field.value.trim() === "") url.searchParams.delete("q");
    else url.searchParams.set("q", field.value.trim());
    if (url.href !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", url);
  };
  const change = (text: string): void => {
    field.value = text;
    keep(true);
    void refresh();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(true);
    void refresh();
  });
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    // Half a word is no error yet.
    waiting = window.setTimeout(() => {
      // While a value is being completed, what is there so far is a value of nothing.
      const isCompleting = /:\S*$/.test(field.value) && field.getAttribute("aria-expanded") === "true";
      if (!isCompleting && !field.value.endsWith(":") && parseQuery(field.value).query) {
        keep(false);
        void refresh();
      }
    }, 250);
  });
  field.addEventListener("focus", () => void loadIndex().catch(() => undefined), { once: true });
  sort.addEventListener("change", () => change(withValues(field.value, "sort", sort.value === "" ? [] : [sort.value])));
  facets.addEventListener("change", (event) => {
    const box = event.target as HTMLInputElement;
    const name = box.closest<HTMLElement>("[data-facet]")?.dataset["facet"] ?? "";
    const chosen = valuesOf(field.value, name).filter((value) => value !== box.value);
    change(withValues(field.value, name, box.checked ? [...chosen, box.value] : chosen));
  });
  more.addEventListener("click", showMore);
  addEventListener("popstate", () => {
    field.value = new URL(location.href).searchParams.get("q") ?? "";
    void refresh();
  });
  completeQuery(
    field,
    find("#query-completions"),
    () => knowledge,
    () => void refresh(),
  );
  // Others show the filters by style alone, so that nothing moves.
  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 64rem)").matches) facets.open = true;
  field.value = new URL(location.href).searchParams.get("q") ?? "";
  if (field.value !== "") void refresh();
}

/** A pasted error and the files of the list of issues in, the issues that share its rare words out, the likeliest first. */
import type { BrowseIndex, BrowseTexts } from "../lib/browse-data.ts";
import { issueRow } from "../lib/issue-row.ts";
import { rankErrorText, type KnowledgeBase } from "../lib/knowledge.ts";
import { restoreBase } from "./browse-base.ts";
import { makeElement } from "./make-element.ts";

const shownTerms = 6;
let loading: Promise<KnowledgeBase> | null = null;

async function load<Body>(address: string): Promise<Body> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as Body;
}

function loadBase(index: string, text: string): Promise<KnowledgeBase> {
  loading ??= Promise.all([load<BrowseIndex>(index), load<{ texts: BrowseTexts }>(text)]).then(([rows, { texts }]) =>
    restoreBase(rows, texts),
  );
  loading.catch(() => (loading = null));
  return loading;
}

export async function rankError(error: string, index: string, text: string, into: HTMLElement): Promise<void> {
  const say = (words: string): void =>
    into.replaceChildren(makeElement("p", { className: "quiet small", role: "status" }, words));
  if (error.trim() === "") return say("Paste an error first.");
  say("Reading the issues …");
  try {
    const ranked = rankErrorText(error, await loadBase(index, text));
    if (ranked.length === 0) return say("No issue shares a telling word with this error.");
    say(
      `${ranked.length} ${ranked.length === 1 ? "issue shares" : "issues share"} telling words with it, the likeliest first.`,
    );
    const list = makeElement("ul", { className: "rows" });
    list.setAttribute("aria-label", "Issues like the error");
    const base = document.body.dataset["base"] ?? "/";
    for (const { issue, terms } of ranked) {
      list.insertAdjacentHTML("beforeend", issueRow(issue, base));
      const shares = terms.filter((term) => !term.includes(" ")).slice(0, shownTerms);
      const line = makeElement(
        "div",
        { className: "row-more" },
        makeElement("span", {}, `shares ${shares.join(", ")}`),
      );
      list.lastElementChild?.querySelector(".row-text")?.append(line);
    }
    into.append(list);
  } catch {
    say("The issues could not be loaded: look at your connection and try again.");
  }
}

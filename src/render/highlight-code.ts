/** Code and the name of its grammar in, HTML with one class a kind of token out; Shiki tokenises, the style sheet colours. */
import { createHighlighterCore } from "shiki/core";
import { createOnigurumaEngine } from "shiki/engine/oniguruma";
import { bundledLanguages } from "shiki/langs";
import type { CodeBlock } from "./code-block.ts";
import { codeClass, codeTheme } from "./code-theme.ts";
import { escapeHtml } from "./escape-html.ts";

export interface Highlighter {
  /** Grammars are loaded once; names that Shiki does not have are passed over. */
  load(languages: Iterable<string>): Promise<void>;
  /** Never throws: what cannot be tokenised comes back as plain, escaped text. */
  highlight(block: CodeBlock): string;
}

/** None: a limit by the clock would colour the same code otherwise on a busy machine. Lengths are bounded instead, see code-block.ts. */
const lineTimeLimit = 0;

export async function createHighlighter(): Promise<Highlighter> {
  const core = await createHighlighterCore({
    engine: createOnigurumaEngine(import("shiki/wasm")),
    themes: [codeTheme],
    langs: [],
  });
  const loaded = new Set<string>();
  return {
    async load(languages) {
      for (const language of languages) {
        if (loaded.has(language) || !Object.hasOwn(bundledLanguages, language)) continue;
        await core.loadLanguage(bundledLanguages[language as keyof typeof bundledLanguages]);
        loaded.add(language);
      }
    },
    highlight({ language, text }) {
      if (!loaded.has(language)) return escapeHtml(text);
      try {
        const lines = core.codeToTokensBase(text, {
          lang: language,
          theme: "fixlore",
          tokenizeTimeLimit: lineTimeLimit,
        });
        return joinTokens(lines.map((line) => line.map(({ content, color }) => ({ content, name: codeClass(color) }))));
      } catch {
        return escapeHtml(text);
      }
    },
  };
}

/** Neighbours of one class share an element, and white space belongs to whoever stands before it. */
function joinTokens(lines: readonly { content: string; name: string | null }[][]): string {
  const runs: { text: string; name: string | null }[] = [];
  const add = (text: string, name: string | null): void => {
    const last = runs.at(-1);
    if (last !== undefined && (last.name === name || text.trim() === "")) last.text += text;
    else runs.push({ text, name });
  };
  for (const [index, line] of lines.entries()) {
    if (index > 0) add("\n", null);
    for (const { content, name } of line) add(content, name);
  }
  return runs
    .map(({ text, name }) => (name === null ? escapeHtml(text) : `<span class="t-${name}">${escapeHtml(text)}</span>`))
    .join("");
}

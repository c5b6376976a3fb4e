/** Fenced blocks of code in Markdown are found as CommonMark has them: closed by as many marks or more, or by the end. */
import { expect, it } from "vitest";
import { replaceFences } from "../../site/lib/replace-fences.ts";

const shorten = (markdown: string): string =>
  replaceFences(markdown, ({ text, isClosed }) => `<${text.replaceAll("\n", "+")}${isClosed ? "" : "…"}>`);

it.each([
  ["a\n```ts\none\ntwo\n```\nb", "a\n<one+two>\nb"],
  ["- item\n\n  ~~~\n  one\n  ~~~  \n  more", "- item\n\n<  one>\n  more"],
  ["````md\n```\ninner\n```\n````", "<```+inner+```>"],
  ["```\none\n`````\nb", "<one>\nb"],
  ["```\none\n~~~", "<one+~~~…>"],
  ["`code` and ``more``", "`code` and ``more``"],
])("%j", (markdown, expected) => expect(shorten(markdown)).toBe(expected));

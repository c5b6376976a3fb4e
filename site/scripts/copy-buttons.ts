/** Blocks of code in, a button beside each that copies it out; where nothing can be copied to, none. */
import { makeElement } from "./make-element.ts";

function work(button: HTMLButtonElement, read: () => string): void {
  button.addEventListener("click", async () => {
    const word = button.textContent;
    await navigator.clipboard.writeText(read()).then(
      () => (button.textContent = "Copied"),
      () => (button.textContent = "Could not copy"),
    );
    setTimeout(() => (button.textContent = word), 1600);
  });
}

export function addCopyButtons(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const block = button.closest(".code");
    const mended = block?.querySelector("template")?.content.textContent;
    button.hidden = false;
    work(button, () => mended ?? block?.querySelector("code")?.textContent ?? "");
  }
  // Code within the text of a note: the button lies over its corner, so that nothing moves.
  for (const block of document.querySelectorAll<HTMLElement>(".prose pre")) {
    const button = makeElement("button", { type: "button", className: "copy" }, "Copy");
    const frame = makeElement("div", { className: "copy-frame" });
    block.replaceWith(frame);
    frame.append(block, button);
    work(button, () => block.textContent);
  }
}

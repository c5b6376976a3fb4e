/** A path in, its HTML out: a narrow column breaks it behind a slash or an underscore before it breaks a word. */
import { escapeHtml } from "./knowledge.ts";

export function breakablePath(path: string): string {
  return escapeHtml(path).replace(/[/_](?=[^/_])/g, "$&<wbr>");
}

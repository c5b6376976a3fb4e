import { text } from "../lib/respond.ts";
import { iconShapes } from "../lib/status-looks.ts";

/** What stands in every page, once for all of them: a page names its icons. */
export function GET(): Response {
  const symbols = Object.entries(iconShapes).map(
    ([name, shape]) => `<symbol id="${name}" viewBox="0 0 16 16">${shape}</symbol>`,
  );
  return text(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`, "image/svg+xml");
}

/** An open page in, what axe finds wrong with it out, in light and in dark. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

export async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    // Colours that are on their way from one scheme to the other would be judged.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).analyze();
    for (const { id, nodes } of violations)
      for (const { html, failureSummary } of nodes) found.push(`${colorScheme}, ${id}: ${html} ${failureSummary}`);
  }
  return found;
}

/** Labels that differ only in capitals, blanks and hyphens have one name: the one that is used most. */
import { expect, it } from "vitest";
import { spellLabels } from "../../src/knowledge/spell-labels.ts";

it("names a label as most uses do, and each list counts once", () => {
  const spell = spellLabels([["Flour Mill"], ["FlourMill", "FlourMill"], ["flour-mill"], ["FlourMill"], ["Oven", " "]]);
  for (const label of ["Flour Mill", "flour_mill", "FLOURMILL "]) expect(spell(label)).toBe("FlourMill");
  expect(spell("Oven")).toBe("Oven");
  expect(spell(" ")).toBe("");
  expect(spell(" Unknown ")).toBe("Unknown");
});

it("does not depend on the order of what is as frequent", () => {
  const lists = [["Flour Mill"], ["flour mill"], ["FlourMill"]];
  expect(spellLabels(lists)("flourmill")).toBe(spellLabels(lists.toReversed())("flourmill"));
});

/** A folder and a number in, that many made-up notes in the folder out: always the same ones, in several layouts. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const parts = "pump valve boiler meter queue parser ledger cache gateway scheduler importer renderer".split(" ");
const faults = "leaks under load|loses the last entry|reports the wrong unit|hangs at shutdown|counts twice".split("|");
const causes = "the lock is taken too late|the buffer is shared|the clock is read twice|an error is swallowed".split(
  "|",
);
const statuses = ["✅ Fixed", "Open", "🟡 Partially fixed", "In progress"];

/** A plain congruential generator: the notes must not differ from one run to the next. */
function createPicker(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed * 2_654_435_761 + 12_345;
  return (items) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return items[(state >>> 8) % items.length]!;
  };
}

function writeIssue(id: string, pick: ReturnType<typeof createPicker>): string {
  const [part, fault, cause] = [pick(parts), pick(faults), pick(causes)];
  return `### ${id}: The ${part} ${fault}

**Status**: ${pick(statuses)}
**File**: \`src/${part}/${pick(parts)}.go:${id.length * 7}\`

**Problem**: The ${part} ${fault} when the ${pick(parts)} restarts. The log of the night says \`ERR_${part.toUpperCase()}_${id.replace("-", "_")}\`.

**Root Cause**: In the ${part}, ${cause}, and the ${pick(parts)} relies on it.

**Fix**: Guard the ${part} before the ${pick(parts)} is asked.

\`\`\`go
func guard${id.replace("-", "")}(ctx context.Context, ${part} *Part) error {
	if ${part} == nil {
		return fmt.Errorf("no ${part} for %s", "${id}")
	}
	${part}.mu.Lock()
	defer ${part}.mu.Unlock()
	return ${part}.Check(ctx)
}
\`\`\`

**Verification**: ${pick(["All tests pass", "Three runs of the suite", "Checked by hand on the test bench"])}.
`;
}

/** Gives the folder. */
export function generateNotes(folder: string, count: number): string {
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    const pick = createPicker(number + 1);
    const day = new Date(Date.UTC(2026, 0, 1 + (number % 300))).toISOString().slice(0, 10);
    const issues = Array.from({ length: 1 + (number % 4) }, (_, index) =>
      writeIssue(`PLANT-${(number * 3 + index) % (count * 2)}`, pick),
    );
    const rows = parts.map((part) => `| ${part} | ${pick(["ok", "failed", "skipped"])} | ${pick(causes)} |`);
    writeFileSync(
      join(folder, `note-${String(number).padStart(5, "0")}.md`),
      `# Work on the plant, day ${number}\n\n**Date**: ${day}\n\n## Issues\n\n${issues.join("\n")}\n## Results\n\n| Part | Result | Remark |\n| --- | --- | --- |\n${rows.join("\n")}\n\n## Lessons learned\n\n- **Ask the ${pick(parts)} first**: what ${pick(faults)} hides where it comes from.\n\n## Next steps\n\n- [ ] Watch the ${pick(parts)} for a week\n- [x] Write this down\n`,
    );
  }
  return folder;
}

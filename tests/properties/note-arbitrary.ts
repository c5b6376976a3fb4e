/** Notes made of what notes are made of: lines of every layout, in any order, with any text between them. */
import fc from "fast-check";

const lines: readonly string[] = [
  "# Cache warm-up fails after a deploy ✅",
  "Setext title",
  "============",
  "---",
  "## Issue 2 of 3: Totals off by one ⚠️ PARTIAL",
  "### **APP-7: Retry loop never ends** ❌",
  "#### Root Cause",
  "**Bold line of its own**",
  "1. **Wrong zone**: dates move by a day — fixed",
  "   - nested item with `code`",
  "- [x] committed",
  "- [ ] pushed",
  "- **Fix**: close the handle first",
  "**Status**: ✅ FIXED, verification pending",
  "**Date**: 2025-03-09 to 2025-03-11",
  "**File**: `lib/cache/store.py:40-52`",
  "Root Cause: the handle was closed twice",
  "| # | Problem | Fix | Status |",
  "|---|---|---|---|",
  "| 1 | slow start | cache the index | done |",
  "```python",
  "# BEFORE",
  "close(handle)",
  "# AFTER",
  "```",
  "~~~~",
  "> quoted **Lesson**: measure first",
  "<!-- a comment",
  "-->",
  "<details><summary>log</summary>",
  "</details>",
  "[link][ref] and ![image](a.png)",
  '[ref]: https://example.org/x "title"',
  "## Lessons Learned",
  "## Remaining Work",
  "## Commits",
  "- `a1b2c3d` fix: close the handle once",
  "~~**Status**: open~~",
  "\ttab-indented",
  "        deep",
  "para graph with trailing blanks   ",
  "**unclosed bold `and code",
  "根本原因: 缓存未失效",
  "title: x",
  "date: 2025-01-01",
  "status: [",
  "",
  "",
];

/** One line that may be anything. */
const anyLine = fc.oneof(
  { arbitrary: fc.constantFrom(...lines), weight: 8 },
  { arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }), weight: 1 },
  { arbitrary: fc.string({ unit: "binary", maxLength: 30 }), weight: 1 },
  { arbitrary: fc.stringMatching(/^[#*_`|>\-+\d.[\]()<>!~: \t]{0,20}$/), weight: 2 },
);

/** A text that looks like a note, as often broken as not. */
export const noteText = fc.array(anyLine, { maxLength: 60 }).map((parts) => parts.join("\n"));

/** Whatever was read from the notes: no report is lost, every reference leads somewhere, and the order of the notes is nothing. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeRecords } from "../../src/knowledge/merge-records.ts";
import type { Extraction } from "../../src/model.ts";
import { createExtraction } from "./create-extraction.ts";
import { issue, notes } from "./extraction-arbitrary.ts";

describe("mergeRecords", () => {
  it("does not depend on the order of the notes, nor on how often one is given", () => {
    const shuffled = notes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
    );
    fc.assert(
      fc.property(shuffled, ([all, other, again]) => {
        const base = mergeRecords(all);
        expect(mergeRecords(other)).toEqual(base);
        expect(mergeRecords([...again, ...all])).toEqual(base);
      }),
    );
  });

  it("leaves what it was given as it was", () => {
    fc.assert(
      fc.property(notes, (all) => {
        const before = structuredClone(all);
        mergeRecords(all);
        expect(all).toEqual(before);
      }),
    );
  });

  it("keeps each report once, in the history of one issue, oldest first", () => {
    fc.assert(
      fc.property(notes, (all) => {
        const { issues, sessions } = mergeRecords(all);
        const pathOf = new Map(sessions.map(({ slug, path: of }) => [slug, of]));
        const kept = issues.flatMap(({ history }) =>
          history.map(({ session, report }) => [
            pathOf.get(session),
            report.place.start.line,
            report.title,
            report.status,
          ]),
        );
        const given = all.flatMap((extraction) =>
          extraction.issues.map((report) => [
            extraction.session.path,
            report.place.start.line,
            report.title,
            report.status,
          ]),
        );
        expect(kept.map(String).sort()).toEqual(given.map(String).sort());
        for (const { history, firstSeen, updated } of issues) {
          const dates = history.map((entry) => entry.date ?? "");
          expect(dates).toEqual(dates.toSorted());
          expect(updated).toBe(dates.at(-1) || null);
          expect(firstSeen).toBe(dates.find((day) => day !== "") ?? null);
        }
      }),
    );
  });

  it("takes each field from the newest report that states it", () => {
    fc.assert(
      fc.property(notes, (all) => {
        for (const merged of mergeRecords(all).issues) {
          const newest = merged.history.toReversed().map(({ report }) => report);
          expect(merged.status).toBe((newest.find(({ status }) => status !== "unknown") ?? newest[0])?.status);
          expect(merged.severity).toBe(newest.find(({ severity }) => severity !== null)?.severity ?? null);
          expect(merged.problem).toEqual(newest.find(({ problem }) => problem !== null)?.problem ?? null);
          expect(newest.map((report) => report.title)).toContain(merged.title);
        }
      }),
    );
  });

  it("gives each record an address of its own, fit for a path, and references that lead somewhere", () => {
    fc.assert(
      fc.property(notes, (all) => {
        const base = mergeRecords(all);
        const addresses = {
          issues: new Set<string>(),
          lessons: new Set<string>(),
          sessions: new Set<string>(),
          files: new Set<string>(),
        };
        for (const kind of ["issues", "lessons", "sessions", "files"] as const) {
          for (const { slug } of base[kind]) {
            expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
            addresses[kind].add(slug);
          }
          expect(addresses[kind].size).toBe(base[kind].length);
        }
        const lead = (slugs: readonly string[], to: ReadonlySet<string>) =>
          expect(slugs.filter((slug) => !to.has(slug))).toEqual([]);
        for (const merged of base.issues) {
          lead(merged.sessions, addresses.sessions);
          lead(Object.values(merged.origin), addresses.sessions);
          lead(merged.lessons, addresses.lessons);
          lead(
            merged.related.map(({ slug }) => slug),
            addresses.issues,
          );
          expect(merged.related.map(({ slug }) => slug)).not.toContain(merged.slug);
        }
        for (const learned of base.lessons) lead(learned.issues, addresses.issues);
        for (const session of base.sessions) lead(session.issues, addresses.issues);
        for (const named of base.files) lead(named.issues, addresses.issues);
      }),
    );
  });

  it("keeps the addresses of dated notes when a later note without counters comes", () => {
    const later = fc
      .record({
        issues: fc.array(
          issue.filter((given) => given.id === null || given.id === "OVEN-3"),
          { maxLength: 3 },
        ),
      })
      .map((given) => createExtraction({ path: "later.md", date: "2026-12-31", ...given }));
    const dated = notes.map((all) => all.filter(({ session }: Extraction) => session.date !== null));
    fc.assert(
      fc.property(dated, later, (all, more) => {
        const after = new Set(mergeRecords([...all, more]).issues.map(({ slug }) => slug));
        // What continues an issue that is not there yet has its own address only until it comes.
        const told = mergeRecords(all).issues.filter(({ history }) =>
          history.some(({ report }) => report.continues === null),
        );
        expect(told.filter(({ slug }) => !after.has(slug))).toEqual([]);
      }),
    );
  });
});

/** Notes that come, change and go in, the base of all of them out, at any time: only records that depend on what has changed are built anew. */
import { isDeepStrictEqual } from "node:util";
import { usualReading, type ReadingSettings } from "../config.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { Extraction, Issue, KnowledgeBase, Lesson, Relation, Session } from "../model.ts";
import { buildRecord, notesOfPlan } from "./build-records.ts";
import { collectFiles } from "./collect-files.ts";
import { compareBases, type Comparison } from "./compare-bases.ts";
import { orderRecords } from "./order-records.ts";
import { planBase, type RecordPlan } from "./plan-base.ts";
import { describeIssue, type IssueTraits } from "./relate-issues.ts";
import { planAlike, summarizeNote, type NoteSummary } from "./summarize-note.ts";

/** Null for what is there no more. */
export type TraitChanges = Map<string, IssueTraits | null>;

export interface Growth {
  /** What a reader sees of it, as between two bases. */
  comparison: Comparison;
  /** Traits of issues that are new or have others now, by slug: where there are any, relations are to be found again. */
  traits: TraitChanges;
}

export interface GrowingBase {
  /** What `mergeRecords` gives for the notes as they are: a new object after each change. Relations are those that were given last. */
  readonly base: KnowledgeBase;
  /** By path; null for a note that is gone. */
  take(notes: ReadonlyMap<string, Extraction | null>): Growth;
  /** Puts relations in, by the slug of an issue; gives the slugs of those that have others now. */
  relate(related: ReadonlyMap<string, readonly Relation[]>): string[];
}

interface Built {
  /** As text: the same plan of the same notes gives the same record. */
  recipe: string;
  record: Issue | Lesson | Session;
  diagnostics: Diagnostic[];
}

const nothing: KnowledgeBase = { issues: [], lessons: [], sessions: [], files: [], diagnostics: [] };

export function growBase({ ids: shapes }: ReadingSettings = usualReading): GrowingBase {
  const notes = new Map<string, Extraction>();
  /** Made once for each. */
  const summaries = new WeakMap<Extraction, NoteSummary>();
  let plans: Record<RecordPlan["kind"], readonly RecordPlan[]> = { issue: [], lesson: [], session: [] };
  let ofPlan: Diagnostic[] = [];
  let built: Record<RecordPlan["kind"], Map<string, Built>> = {
    issue: new Map(),
    lesson: new Map(),
    session: new Map(),
  };
  let base = nothing;

  const summaryOf = (extraction: Extraction): NoteSummary => {
    const known = summaries.get(extraction);
    if (known !== undefined) return known;
    const made = summarizeNote(extraction);
    summaries.set(extraction, made);
    return made;
  };
  /** What is told of a plan names places, which move with any line. */
  const isTold = (path: string): boolean => {
    const written = JSON.stringify(path).slice(1, -1);
    return ofPlan.some((diagnostic) => JSON.stringify(diagnostic).includes(written));
  };
  const keepsPlan = (path: string, after: Extraction | null): boolean => {
    const before = notes.get(path);
    return before !== undefined && after !== null && planAlike(summaryOf(before), summaryOf(after)) && !isTold(path);
  };
  const assemble = (): void => {
    const recordsOf = <T>(kind: RecordPlan["kind"]): T[] => [...built[kind].values()].map(({ record }) => record as T);
    const diagnostics = [...built.issue.values(), ...built.session.values()].flatMap((one) => one.diagnostics);
    const records = {
      issues: recordsOf<Issue>("issue"),
      lessons: recordsOf<Lesson>("lesson"),
      sessions: recordsOf<Session>("session"),
      diagnostics: [...ofPlan, ...diagnostics],
    };
    orderRecords(records);
    base = { ...records, files: collectFiles(records.issues) };
  };

  return {
    get base() {
      return base;
    },
    take(changes) {
      const isPlanKept = [...changes].every(([path, extraction]) => keepsPlan(path, extraction));
      for (const [path, extraction] of changes) {
        if (extraction === null) notes.delete(path);
        else notes.set(path, extraction);
      }
      if (!isPlanKept) {
        const plan = planBase([...notes.values()].map(summaryOf), shapes);
        ofPlan = plan.diagnostics;
        plans = { issue: plan.issues, lesson: plan.lessons, session: plan.sessions };
      }
      const get = (path: string): Extraction => notes.get(path)!;
      const [before, after] = [emptyLists(), emptyLists()];
      const make = (kind: RecordPlan["kind"]): Map<string, Built> => {
        const old = built[kind];
        const made = new Map<string, Built>();
        for (const planned of plans[kind]) {
          const known = old.get(planned.slug);
          old.delete(planned.slug);
          const recipe = isPlanKept && known !== undefined ? known.recipe : JSON.stringify(planned);
          if (known?.recipe === recipe && !notesOfPlan(planned).some((path) => changes.has(path))) {
            made.set(planned.slug, known);
            continue;
          }
          const fresh = { recipe, ...buildRecord(planned, get) };
          if (known !== undefined && "related" in fresh.record)
            fresh.record = { ...fresh.record, related: (known.record as Issue).related };
          made.set(planned.slug, fresh);
          if (known !== undefined) before[kind].push(known.record);
          after[kind].push(fresh.record);
        }
        for (const { record } of old.values()) before[kind].push(record);
        return made;
      };
      built = { issue: make("issue"), lesson: make("lesson"), session: make("session") };
      assemble();
      return { comparison: compareBases(asBase(before), asBase(after)), traits: compareTraits(before, after) };
    },
    relate(related) {
      const changed: string[] = [];
      for (const [slug, one] of built.issue) {
        const issue = one.record as Issue;
        const now = related.get(slug) ?? [];
        if (isDeepStrictEqual(issue.related, now)) continue;
        one.record = { ...issue, related: [...now] };
        changed.push(slug);
      }
      if (changed.length > 0) assemble();
      return changed;
    },
  };
}

type Lists = Record<RecordPlan["kind"], (Issue | Lesson | Session)[]>;
const emptyLists = (): Lists => ({ issue: [], lesson: [], session: [] });

function asBase({ issue, lesson, session }: Lists): KnowledgeBase {
  return {
    ...nothing,
    issues: issue as Issue[],
    lessons: lesson as Lesson[],
    sessions: session as Session[],
  };
}

function compareTraits(before: Lists, after: Lists): TraitChanges {
  const changes: TraitChanges = new Map();
  const old = new Map((before.issue as Issue[]).map((issue) => [issue.slug, issue]));
  for (const issue of after.issue as Issue[]) {
    const was = old.get(issue.slug);
    old.delete(issue.slug);
    const traits = describeIssue(issue);
    if (was === undefined || !isDeepStrictEqual(describeIssue(was), traits)) changes.set(issue.slug, traits);
  }
  for (const slug of old.keys()) changes.set(slug, null);
  return changes;
}

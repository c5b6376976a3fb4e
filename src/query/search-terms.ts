/** A record in, the terms that words find it by out: what an index of terms has to know. */
import type { Issue, KnowledgeBase, Lesson, Session } from "../model.ts";
import type { RecordKind } from "./grammar.ts";
import { indexBase } from "./index-base.ts";
import { createHaystack } from "./match-text.ts";
import { fieldTexts, recordFields } from "./record-fields.ts";

/** Of every field, so that words in any scope are found; those that camel case hides stand at the end. */
export function searchTerms(kind: RecordKind, record: Issue | Lesson | Session, base: KnowledgeBase): string {
  const index = indexBase(base);
  const texts = recordFields
    .filter(({ name }) => name !== "related" && name !== "issue" && name !== "lesson")
    .flatMap((field) => fieldTexts(field, kind, record, index));
  const { terms, parts } = createHaystack(texts);
  return parts === "" ? terms : `${terms}\n${parts}`;
}

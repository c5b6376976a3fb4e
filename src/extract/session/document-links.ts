/** A note in, the documents that it names out: links and bare file names of notes; what it created apart from what it refers to. */
import type { Link, Nodes } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Document, DocumentLink } from "../../model.ts";
import { spanOf, type NoteText } from "../layout/note-text.ts";
import type { Unit } from "../layout/unit.ts";
import { walkUnits } from "../layout/walk-units.ts";

const documentName =
  /(?<![\p{L}\p{N}_/.-])((?:[\p{L}\p{N}_.-]{1,80}\/){0,10}[\p{L}\p{N}_.-]{2,120}\.(?:md|markdown|mdx|rst|adoc))(?![\p{L}\p{N}_])/giu;
/** Cheap to ask of every text before the pattern above looks for where a name begins. */
const mentionsDocument = /\.(?:md|rst|adoc|markdown)/i;
const createdSection =
  /\b(created|written|documents? (added|delivered|produced)|documentation (created|added|delivered)|deliverables|new (documents?|documentation|docs))\b/i;

/** Reads each document once; "created" wins over "related". */
export function readDocumentLinks(note: Unit, text: NoteText, document: Document): DocumentLink[] {
  const found = new Map<string, DocumentLink>();
  const created = [...walkUnits(note)]
    .filter(({ kind, title }) => (kind === "heading" || kind === "bold") && createdSection.test(title))
    .map(({ span }) => span);
  const add = (title: string, target: string, span: { start: number; end: number }): void => {
    const kind = created.some(({ start, end }) => span.start >= start && span.end <= end) ? "created" : "related";
    const known = found.get(target);
    if (!known) found.set(target, { title, target, kind, path: null, place: text.place(span) });
    else if (kind === "created") known.kind = kind;
  };
  for (const link of linksOf(document.tree)) {
    if (isDocument(link.url)) add(toString(link) || link.url, withoutAnchor(link.url), spanOf(link));
  }
  for (const code of namesOf(document.tree)) {
    if (!mentionsDocument.test(code.value)) continue;
    for (const match of code.value.matchAll(documentName)) add(match[1] ?? "", match[1] ?? "", code.span);
  }
  return [...found.values()];
}

function linksOf(node: Nodes): Link[] {
  if (node.type === "link") return [node];
  return "children" in node ? node.children.flatMap(linksOf) : [];
}

/** Text and inline code outside links. */
function namesOf(node: Nodes): { value: string; span: { start: number; end: number } }[] {
  if (node.type === "link") return [];
  if (node.type === "text" || node.type === "inlineCode") return [{ value: node.value, span: spanOf(node) }];
  return "children" in node ? node.children.flatMap(namesOf) : [];
}

function isDocument(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(url) && /\.(?:md|markdown|mdx|rst|adoc|txt)(?:#|$)/i.test(url);
}

function withoutAnchor(url: string): string {
  const path = url.replace(/#.*$/, "");
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

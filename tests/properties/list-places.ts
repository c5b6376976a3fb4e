/** Any records in, every excerpt and every place in them out, with the path of keys that leads there. */
import type { Excerpt, Place } from "../../src/model.ts";

export interface Found<Value> {
  at: string;
  value: Value;
}

export function listExcerpts(value: unknown): Found<Excerpt>[] {
  return walk(value, "").flatMap(({ at, value }) => (isExcerpt(value) ? [{ at, value }] : []));
}

export function listPlaces(value: unknown): Found<Place>[] {
  return walk(value, "").flatMap(({ at, value }) => (isPlace(value) ? [{ at, value }] : []));
}

function walk(value: unknown, at: string): Found<object>[] {
  if (typeof value !== "object" || value === null) return [];
  return [{ at, value }, ...Object.entries(value).flatMap(([key, inner]) => walk(inner, `${at}.${key}`))];
}

const isExcerpt = (value: object): value is Excerpt => "markdown" in value && "text" in value && "place" in value;
const isPlace = (value: object): value is Place => "start" in value && "end" in value;

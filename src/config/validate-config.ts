/** What a configuration file holds in, a configuration out, or everything in it that is not as expected. */
import type { z } from "zod";
import { didYouMean, suggestNames } from "../query/suggest-names.ts";
import { ConfigError, type ConfigProblem } from "./config-error.ts";
import { createConfigSchema, type Config } from "./config-schema.ts";

/** Throws a `ConfigError`. `file` is named in it. */
export function validateConfig(value: unknown, file: string, ruleIds: readonly string[]): Config {
  const schema = createConfigSchema(ruleIds);
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data as Config;
  throw new ConfigError(
    file,
    parsed.error.issues.flatMap((issue) => describe(issue, schema)),
  );
}

function describe(issue: z.core.$ZodIssue, schema: z.ZodType): ConfigProblem[] {
  const key = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((name) => ({
      key: [...issue.path, name].map(String).join("."),
      message: `Unexpected key "${name}"${didYouMean(suggestNames(name, known)) || `, expected ${list(known)}`}`,
    }));
  }
  const found = show(issue.input);
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String);
    const near = typeof issue.input === "string" ? didYouMean(suggestNames(issue.input, allowed)) : "";
    return [{ key, message: `Unexpected ${found}, expected ${list(allowed.map((value) => `"${value}"`))}${near}` }];
  }
  return [{ key, message: `Unexpected ${found}, ${expectationOf(issue)}` }];
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  array: "a list",
  object: "an object of keys and values",
  record: "an object of keys and values",
};

function expectationOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `expected ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_union") return "expected a text in quotes or a list of such";
  if (issue.code === "invalid_format") return "expected an address as https://notes.example.org";
  if (issue.code === "too_small") return issue.origin === "array" ? "expected at least one" : "expected some text";
  return issue.message;
}

/** The names that an object of the schema knows, by the path of its key. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at = schema as z.ZodType & { shape?: Record<string, z.ZodType>; unwrap?: () => z.ZodType };
  for (const name of path) {
    const inner = at.shape?.[String(name)] as typeof at | undefined;
    if (inner === undefined) return [];
    at = (inner.unwrap?.() ?? inner) as typeof at;
  }
  return Object.keys(at.shape ?? {}).filter((name) => name !== "$schema");
}

function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** Which words, phrases, identifiers and paths are found in which texts. */
import { describe, expect, it } from "vitest";
import { matchLabel, matchName, matchPath } from "../../src/query/match-glob.ts";
import { createHaystack, createNeedle, matchText } from "../../src/query/match-text.ts";

const finds = (text: string, ...texts: string[]): boolean => {
  const quoted = /^"(.*)"$/.exec(text);
  return matchText(createNeedle(quoted ? "phrase" : "word", quoted?.[1] ?? text), createHaystack(texts));
};

describe("a word", () => {
  it.each([
    ["leak", "A memory leak"],
    ["LEAK", "leaks everywhere"],
    ["leaks", "one leak"],
    ["fail", "it failed"],
    ["failed", "tests fail"],
    ["failing", "tests failed"],
    ["retries", "retry later"],
    ["retry", "three retries"],
    ["caching", "the cache"],
    ["cache", "caching"],
    ["stopped", "it stops"],
    ["timeouts", "a timeout"],
    ["graceful_shutdown", "in graceful_shutdown_test.go"],
    ["shutdown", "call gracefulShutdown()"],
    ["shutdown", "HTTPShutdownError"],
    ["gracefulShutdown", "see graceful_shutdown"],
    ["gracefulshutdown", "call gracefulShutdown()"],
    ["server.go", "cmd/server.go:12"],
    ["pkg/store", "pkg/store/redis.go"],
    ["store/redis.go:12", "pkg/store/redis.go:12"],
    ["ERR_CONN_RESET", "err_conn_reset again"],
    ["ERR_CONN", "ERR_CONN_RESET"],
    ["CONN_RESET", "ERR_CONN_RESET"],
    ["café", "Cafe"],
    ["cafe", "Café"],
    ["зависание", "Зависание сервера"],
    ["接続", "データベース接続が切れる"],
    ["!=", "a != b"],
    ["✅", "done ✅"],
    ["500", "HTTP 500"],
    ["Error:", "TypeError then error"],
  ])("%s is found in %s", (word, text) => {
    expect(finds(word, text)).toBe(true);
  });

  it.each([
    ["leak", "bleak"],
    ["uses", "user"],
    ["500", "5000"],
    ["id", "idea"],
    ["server.go", "server_test.go"],
    ["conn_err", "ERR_CONN"],
    ["!=", "a == b"],
  ])("%s is not found in %s", (word, text) => {
    expect(finds(word, text)).toBe(false);
  });
});

describe("a phrase", () => {
  it.each([
    ['"race condition"', "a Race\ncondition here"],
    ['"race condition"', "a **race** condition"],
    ['"stopped by another process"', "STOPPED by Another Process"],
    ['"a/b.ts"', "in a/b.ts"],
  ])("%s is found in %s", (phrase, text) => {
    expect(finds(phrase, text)).toBe(true);
  });

  it.each([
    ['"race condition"', "race conditions"],
    ['"race condition"', "race in a condition"],
    ['"fail"', "failed"],
  ])("%s is not found in %s", (phrase, text) => {
    expect(finds(phrase, text)).toBe(false);
  });

  it("is not put together from two texts", () => {
    expect(finds('"race condition"', "race", "condition")).toBe(false);
    expect(finds('"race condition"', "gameRace", "condition")).toBe(false);
  });
});

describe("a path", () => {
  it.each([
    ["src/cli/main.ts", "src/cli/main.ts"],
    ["main.ts", "src/cli/main.ts"],
    ["main", "src/cli/main.ts"],
    ["cli", "src/cli/main.ts"],
    ["src/cli/", "src/cli/main.ts"],
    ["./src/cli", "src/cli/main.ts"],
    ["SRC/CLI", "src/cli/main.ts"],
    ["/src", "src/cli/main.ts"],
    ["*.ts", "src/cli/main.ts"],
    ["cli/*.ts", "src/cli/main.ts"],
    ["src/**", "src/cli/main.ts"],
    ["src/**/main.ts", "src/main.ts"],
    ["src/**/main.ts", "src/a/b/main.ts"],
    ["**/main.ts", "main.ts"],
    ["src/*/", "src/cli/main.ts"],
    ["mai?.ts", "src/cli/main.ts"],
    ["[slug].astro", "pages/[slug].astro"],
    ["data-store.go", "pkg/data-store.go"],
  ])("%s finds %s", (pattern, path) => {
    expect(matchPath(pattern, path)).toBe(true);
  });

  it.each([
    ["ain.ts", "src/cli/main.ts"],
    ["main.t", "src/cli/main.ts"],
    ["/cli", "src/cli/main.ts"],
    ["src/*", "src/cli/main.ts"],
    ["*.tsx", "src/cli/main.ts"],
    ["main.ts", "main-ts"],
    ["server", "apiserver.go"],
  ])("%s does not find %s", (pattern, path) => {
    expect(matchPath(pattern, path)).toBe(false);
  });
});

describe("a name", () => {
  it.each([
    ["flaky_001", "FLAKY-001", true],
    ["FLAKY-*", "flaky-001", true],
    ["data store", "Data_Store", true],
    ["fix/*", "fix/a/b", true],
    ["FLAKY-00?", "FLAKY-001", true],
    ["FLAKY", "FLAKY-001", false],
    ["flaky-?", "FLAKY-001", false],
  ])("%s and %s: %s", (pattern, name, expected) => {
    expect(matchName(pattern, name)).toBe(expected);
  });
});

describe("the pattern of a component or a tag", () => {
  it.each([
    ["DataStore", "data store", true],
    ["data-store", "datastore", true],
    ["data_store", "Data  Store", true],
    ["data*", "Data Store", true],
    ["store", "Data Store", false],
    ["datastore", "Data Storage", false],
    ["--", "Data Store", false],
    ["--", "--", true],
  ])("%s against %s: %s", (pattern, label, expected) => {
    expect(matchLabel(pattern, label)).toBe(expected);
  });
});

/** A text in, the passwords, tokens and private keys in it out: found by secretlint, placeholders left alone. */

/** A half-open range of offsets. */
export interface Secret {
  start: number;
  end: number;
  /** What it is, without a word of it: "GitHub Token". */
  what: string;
}

/** Loaded only when a text is looked at: most commands never do. */
async function loadLinter() {
  const [{ lintSource }, { creator }] = await Promise.all([
    import("@secretlint/core"),
    import("@secretlint/secretlint-rule-preset-recommend"),
  ]);
  return { lintSource, config: { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] } };
}

let linter: ReturnType<typeof loadLinter> | null = null;

/** In the order of the text, without overlaps. */
export async function findSecrets(path: string, text: string): Promise<Secret[]> {
  const { lintSource, config } = await (linter ??= loadLinter());
  const { messages } = await lintSource({
    source: { filePath: path, content: text, ext: ".md", contentType: "text" },
    options: { config, noPhysicFilePath: true },
  });
  const found = messages
    .map(({ range: [start, end], message }) => narrow(text, { start, end, what: nameOf(message) }))
    .filter((secret) => !isPlaceholder(text, secret))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Secret[] = [];
  for (const secret of found) {
    const last = apart.at(-1);
    if (last === undefined || secret.start >= last.end) apart.push(secret);
    else last.end = Math.max(last.end, secret.end);
  }
  return apart;
}

/** "found GitHub Token(Personal): ghp_…" names the kind before the colon, the secret behind it. */
function nameOf(message: string): string {
  return (message.split(":", 1)[0] ?? "").replace(/^found /, "").trim() || "credential";
}

const credentials = /^([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)([^\s@]+)@/i;

/** Of an address only the password is secret: the rest tells the reader what it was for. */
function narrow(text: string, secret: Secret): Secret {
  const [, before, password] = credentials.exec(text.slice(secret.start, secret.end)) ?? [];
  if (before === undefined || password === undefined) return secret;
  const start = secret.start + before.length;
  return { ...secret, start, end: start + password.length };
}

const longestToken = 120;
/** Words that stand where a secret would. */
const examples = /x{4}|example|placeholder|your|dummy|fake|redacted|change-?me|sample|insert|todo|<|\.\.\.|…|\*{3}/i;
/** Code and settings that put the secret in later: "${PASSWORD}", "%s", `" + password + "`. */
const filledInLater = /\$\{|\$[A-Z_(]|\{\{|^\{.*\}$|%[sdv]|["'`] ?\+|\+ ?["'`]/i;
/** What a test database on the own machine is protected by. */
const testWords = /test|pass|pwd|secret|admin|root|user|local|dev|demo|postgres|mysql|mongo|redis|guest|1234/i;
/** The own machine, or the bare name of a container. */
const nearHost = /^(?:localhost|127\.\d|0\.0\.0\.0|\[?::1|host\.docker\.internal|[^.:]+$)/i;

function isPlaceholder(text: string, { start, end }: Secret): boolean {
  const value = text.slice(start, end);
  // A key of many letters has any word in it, and runs of one letter.
  if (value.length > longestToken) return false;
  if (examples.test(value) || filledInLater.test(value) || isSequence(value)) return true;
  const host = /^@([^\s:/?#"'`)]+)/.exec(text.slice(end, end + 260))?.[1];
  return host !== undefined && nearHost.test(host) && testWords.test(value);
}

/** "abcdefgh…" and "12345678…" are typed, and so is one letter again and again. */
function isSequence(value: string): boolean {
  let steps = 0;
  let longest = 0;
  let last: number | null = null;
  for (let index = 1; index < value.length; index++) {
    const step = value.charCodeAt(index) - value.charCodeAt(index - 1);
    steps = step === last && Math.abs(step) <= 1 ? steps + 1 : 1;
    last = step;
    longest = Math.max(longest, steps);
  }
  return longest >= 7;
}

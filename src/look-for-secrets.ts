/** Texts of notes in, which of them have secrets out: one that had none is not searched again, in this process or the next. */
import { hash } from "node:crypto";
import { keepData, readKept } from "./index-store/index.ts";
import { findSecrets } from "./rules/index.ts";
import { siteVersion } from "./site-version.ts";

export interface SecretSearch {
  isLeaky(path: string, text: string): Promise<boolean>;
  /** Keeps what was found for the next process, of the texts that were asked for. */
  keep(): void;
}

const name = "without-secrets";

/** `cwd` is where the index is kept. Only hashes of texts without a secret are. */
export function lookForSecrets(cwd: string): SecretSearch {
  const version = siteVersion();
  const kept = version === null ? [] : (readKept<string[]>(cwd, name, version) ?? []);
  const known = new Set(kept);
  const clean = new Set<string>();
  return {
    async isLeaky(path, text) {
      const key = hash("sha1", `${path}\0${text}`, "base64");
      if (!known.has(key) && (await findSecrets(path, text)).length > 0) return true;
      known.add(key);
      clean.add(key);
      return false;
    },
    keep() {
      // Of as many, each known before, none is new.
      if (version === null || (clean.size === kept.length && kept.every((key) => clean.has(key)))) return;
      keepData(cwd, name, version, [...clean]);
    },
  };
}

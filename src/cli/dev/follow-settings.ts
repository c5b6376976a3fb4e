/** The options as typed in, the settings of the project out as they are at any time: a configuration that cannot be gone by leaves those from before. */
import { relative } from "node:path";
import type { Settings } from "../../config.ts";
import { createDiagnostic, type Diagnostic } from "../../diagnostics.ts";
import type { SiteOptions } from "../../prepare-site.ts";
import { CliError } from "../cli-error.ts";
import { readSettings } from "../read-settings.ts";
import { readSiteOptions, type TypedSiteOptions } from "../site-options.ts";

export interface FollowedSettings {
  readonly current: Settings;
  readonly options: SiteOptions;
  /** What is wrong with the configuration as it is now. */
  readonly fault: Diagnostic | null;
  /** Null where nothing has changed, or cannot be gone by. */
  look(): Promise<SettingsChange | null>;
}

export interface SettingsChange {
  before: SiteOptions;
  /** Goes back to the settings from before, for this reason. */
  undo(reason: unknown): void;
}

/** Throws a usage error where they are wrong at the start. */
export async function followSettings(typed: TypedSiteOptions): Promise<FollowedSettings> {
  let current = await readSettings(typed.config);
  let options = readSiteOptions(typed, current);
  let fault: Diagnostic | null = null;
  /** Of the last settings seen, be they right or wrong: what could not be gone by is not tried again and again. */
  let seen = fingerprint(current);
  const blame = (error: unknown): void => {
    if (!(error instanceof CliError)) throw error;
    const file = current.file === null ? "configuration" : relative(process.cwd(), current.file);
    const message = [error.message, ...error.hints].join("\n  ");
    if (fault?.message === message) return;
    fault = createDiagnostic({ file, severity: "error", ruleId: "config", message });
  };
  return {
    get current() {
      return current;
    },
    get options() {
      return options;
    },
    get fault() {
      return fault;
    },
    async look() {
      try {
        const now = await readSettings(typed.config);
        const print = fingerprint(now);
        if (print === seen) {
          if (print === fingerprint(current)) {
            current = now;
            fault = null;
          }
          return null;
        }
        const fresh = readSiteOptions(typed, now);
        const before = { current, options };
        seen = print;
        [current, options, fault] = [now, fresh, null];
        return {
          before: before.options,
          undo(reason) {
            ({ current, options } = before);
            blame(reason);
          },
        };
      } catch (error) {
        blame(error);
        return null;
      }
    },
  };
}

/** Patterns of the content may match other notes each time: that is no other configuration. */
function fingerprint(settings: Settings): string {
  return JSON.stringify({ ...settings, content: null });
}

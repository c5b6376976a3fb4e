/** Folders of notes in, the site of them out as long as it is wanted: each save is seen, said and shown. */
import { join, relative, resolve } from "node:path";
import type { Server } from "node:http";
import type { Settings } from "../../config.ts";
import { createDiagnostic, type Diagnostic } from "../../diagnostics.ts";
import { stampInputs } from "../../index-store/index.ts";
import { issueAddress } from "./describe-state.ts";
import { CliError } from "../cli-error.ts";
import { cleanText } from "../clean-text.ts";
import { listen, type ListenOptions } from "../listen.ts";
import { chooseInputs, readSettings } from "../read-settings.ts";
import { reportProgress } from "../report-progress.ts";
import { readSiteOptions, type TypedSiteOptions } from "../site-options.ts";
import { columnsOf, createPaint } from "../terminal.ts";
import { countSeverities, describeRefresh } from "./describe-refresh.ts";
import { describeState } from "./describe-state.ts";
import { openPages, type OpenPages } from "./open-pages.ts";
import { openSite, type OpenSite } from "./open-site.ts";
import { openStream } from "./open-stream.ts";
import { servePages } from "./serve-pages.ts";
import { watchFolders } from "./watch-folders.ts";

export interface RunningDev {
  address: string;
  close(): Promise<void>;
}

const plural = (count: number, noun: string): string =>
  `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

/** Throws a usage error for a wrong option, configuration or folder. What goes wrong later is said, and mended by the next save. */
export async function runDev(
  named: readonly string[],
  typed: TypedSiteOptions,
  where: ListenOptions,
): Promise<RunningDev> {
  const started = performance.now();
  const shownFrom = process.cwd();
  const paint = createPaint(process.stdout);
  const print = (text: string): void => void process.stdout.write(text);
  const progress = reportProgress(process.stderr);

  let settings = await readSettings(typed.config);
  let options = readSiteOptions(typed, settings);
  const open = (): Promise<OpenSite> =>
    openSite({ ...chooseInputs(named, settings), shownFrom, settings, options }, progress);
  // The bundler works in threads of its own, for the most part.
  const opening = openPages(options);
  opening.catch(() => undefined);
  let site: OpenSite;
  try {
    site = await open();
  } catch (error) {
    progress.end();
    await opening.then((pages) => pages.close()).catch(() => undefined);
    throw error;
  }
  let pages: OpenPages = await opening;
  progress.end();

  let revision = 1;
  let configFault: Diagnostic | null = null;
  const stream = openStream(() => describeState({ run, revision, site, configFault }));
  const run = `${process.pid}-${Date.now()}`;
  const server: Server = servePages({
    host: where.host,
    current: () => ({ base: options.base, pages, stream, revision }),
    onError: (path, error) =>
      print(`${paint("red", "error")}  ${path} could not be made\n${cleanText(stackOf(error))}\n`),
  });
  // Patterns of its content may match other notes each time: that is no other configuration.
  const fingerprint = (settings: Settings): string => JSON.stringify({ ...settings, content: null });

  /** False where the configuration cannot be gone by. */
  const followSettings = async (): Promise<boolean> => {
    try {
      const now = await readSettings(typed.config);
      const changed = fingerprint(now) !== fingerprint(settings);
      const fresh = changed ? readSiteOptions(typed, now) : options;
      if (configFault !== null) {
        configFault = null;
        stream.tell();
      }
      const old = { options, settings };
      settings = now;
      if (!changed) return true;
      print("The configuration has changed: everything is read anew.\n");
      options = fresh;
      try {
        const next = await open();
        await site.close();
        site = next;
      } catch (error) {
        ({ options, settings } = old);
        throw error;
      } finally {
        progress.end();
      }
      if (options.base !== old.options.base || options.origin !== old.options.origin) {
        await pages.close();
        pages = await openPages(options);
      }
      settle();
      return true;
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      tellConfigFault(error);
      return false;
    }
  };
  const tellConfigFault = ({ message, hints }: CliError): void => {
    if (configFault?.message === message) return;
    const file = settings.file === null ? "configuration" : relative(shownFrom, settings.file);
    configFault = createDiagnostic({
      file,
      severity: "error",
      ruleId: "config",
      message,
      note: hints.join("\n") || null,
    });
    print(
      `${paint("red", "error")}  ${cleanText([message, ...hints].join("\n  "))}\n  The settings from before hold.\n`,
    );
    stream.tell();
  };
  /** From here on browsers see the new state. */
  const settle = (): void => {
    revision++;
    pages.forget();
    stream.tell();
  };

  let stamp: string | null = null;
  const look = async (): Promise<void> => {
    await followSettings();
    const { inputs, cwd } = chooseInputs(named, settings);
    const now = stampInputs(inputs, cwd);
    if (now !== null && now === stamp) return;
    const since = performance.now();
    const refreshed = await site.refresh(inputs);
    stamp = now;
    if (refreshed !== null) {
      settle();
      const milliseconds = Math.round(performance.now() - since);
      const { related, ...report } = refreshed;
      print(
        describeRefresh(
          { ...report, milliseconds, now: new Date() },
          { paint, width: columnsOf(process.stdout) ?? 100 },
        ),
      );
      void related?.then(
        (slugs) => {
          if (slugs.length > 0)
            stream.send(
              "related",
              slugs.map((slug) => issueAddress(options, slug)),
            );
        },
        () => undefined,
      );
    }
    watch.set([...inputs.map((input) => resolve(cwd, input)), settings.file ?? join(shownFrom, "fixlore.config.json")]);
  };
  let looking: Promise<void> | null = null;
  let again = false;
  const lookOnce = (): void => {
    again = looking !== null;
    looking ??= look()
      .catch((error: unknown) => print(`${paint("red", "error")}  ${cleanText(stackOf(error))}\n`))
      .finally(() => {
        looking = null;
        if (again) lookOnce();
      });
  };
  const watch = watchFolders(lookOnce);

  const address = (await listen(server, where)) + options.base;
  const { issues, lessons, sessions } = site.followed.base;
  const counts = [plural(sessions.length, "note"), plural(issues.length, "issue"), plural(lessons.length, "lesson")];
  print(`${counts.join(", ")} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  print(`Serving ${paint("bold", address)}: each save is shown there and here (stop it with Ctrl+C)\n`);
  lookOnce();
  void site.checkAll().then((checked) => {
    const all = checked.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity !== "info");
    const told =
      all.length === 0 ? "Nothing is wrong in them" : `${countSeverities(all)} in them: \`fixlore check\` shows them`;
    print(`${told}\n`);
  });

  return {
    address,
    async close() {
      watch.close();
      stream.close();
      await new Promise<void>((done) => server.close(() => done()).closeAllConnections());
      await looking;
      await Promise.all([pages.close(), site.close()]);
    },
  };
}

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Folders of notes in, the site of them out as long as it is wanted: each save is seen, said and shown. */
import { join, resolve, sep } from "node:path";
import { stampInputs } from "../../index-store/index.ts";
import { cleanText } from "../clean-text.ts";
import { listen, type ListenOptions } from "../listen.ts";
import { packageFolder } from "../package-folder.ts";
import { chooseInputs } from "../read-settings.ts";
import { reportProgress } from "../report-progress.ts";
import type { TypedSiteOptions } from "../site-options.ts";
import { columnsOf, createPaint } from "../terminal.ts";
import { describeRefresh, listSeverities } from "./describe-refresh.ts";
import { describeState, issueAddress } from "./describe-state.ts";
import { followSettings, type SettingsChange } from "./follow-settings.ts";
import { openPages, type OpenPages } from "./open-pages.ts";
import { openSite, type OpenSite } from "./open-site.ts";
import { openStream } from "./open-stream.ts";
import { searchBase } from "./search-base.ts";
import { servePages, type ServedPages } from "./serve-pages.ts";
import { watchFolders } from "./watch-folders.ts";

export interface RunningDev {
  address: string;
  /** Says where it is, and begins to look for changes. */
  begin(): void;
  close(): Promise<void>;
}

const isClone = !packageFolder.includes(`${sep}node_modules${sep}`);

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
  const fail = (what: string, error: unknown): void => {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    print(`${paint("red", "error")}  ${what}${cleanText(told)}\n`);
  };
  const progress = reportProgress(process.stderr);
  const settings = await followSettings(typed);
  const open = async (): Promise<OpenSite> => {
    const { current, options } = settings;
    try {
      return await openSite({ ...chooseInputs(named, current), shownFrom, settings: current, options }, progress);
    } finally {
      progress.end();
    }
  };

  let served: ServedPages | null = null;
  const server = servePages({
    host: where.host,
    current: () => served,
    onError: (path, error) => fail(`${path} could not be made\n`, error),
  });
  // First of all: who waits for thousands of notes should not hear at the end that there was no port.
  const origin = await listen(server, where);
  const opened = await Promise.allSettled([open(), openPages(settings.options)]);
  const [opening, bundling] = opened;
  if (opening.status === "rejected" || bundling.status === "rejected") {
    server.close().closeAllConnections();
    for (const one of opened) if (one.status === "fulfilled") await one.value.close();
    throw opening.status === "rejected" ? opening.reason : (bundling as PromiseRejectedResult).reason;
  }
  let site = opening.value;
  let pages: OpenPages = bundling.value;

  const run = `${process.pid}-${Date.now()}`;
  let revision = 0;
  const stream = openStream(() => describeState({ run, revision, site, configFault: settings.fault }));
  /** From here on browsers see the site as it is now. */
  const settle = (): void => {
    revision++;
    pages.forget();
    const { base } = settings.options;
    served = { base, pages, stream, revision, search: searchBase(site.followed.base, base) };
    stream.tell();
  };
  const count = (): string => {
    const { issues, lessons, sessions } = site.followed.base;
    return [plural(sessions.length, "note"), plural(issues.length, "issue"), plural(lessons.length, "lesson")].join(
      ", ",
    );
  };

  const followChange = async ({ before, undo }: SettingsChange): Promise<void> => {
    print("The configuration has changed: everything is read anew.\n");
    try {
      const next = await open();
      await site.close();
      site = next;
    } catch (error) {
      return undo(error);
    }
    if (settings.options.base !== before.base || settings.options.origin !== before.origin) {
      served = null;
      await pages.close();
      pages = await openPages(settings.options);
    }
    settle();
    print(`${count()}\n`);
  };
  let stamp: string | null = null;
  const look = async (isTold: boolean): Promise<void> => {
    const fault = settings.fault;
    const change = await settings.look();
    if (change !== null) await followChange(change);
    if (settings.fault !== fault) {
      if (settings.fault !== null)
        print(`${paint("red", "error")}  ${cleanText(settings.fault.message)}\n  The settings from before hold.\n`);
      stream.tell();
    }
    const { inputs, cwd } = chooseInputs(named, settings.current);
    // Nothing vouches for what was written this very moment.
    const now = isTold ? null : stampInputs(inputs, cwd);
    if (now !== null && now === stamp) return;
    const since = performance.now();
    const refreshed = await site.refresh(inputs);
    stamp = now;
    if (refreshed !== null) {
      settle();
      const { related, ...report } = refreshed;
      const milliseconds = Math.round(performance.now() - since);
      const options = { paint, width: columnsOf(process.stdout) ?? 100 };
      print(describeRefresh({ ...report, milliseconds, now: new Date() }, options));
      void related?.then(
        (slugs) => {
          if (slugs.length > 0)
            stream.send(
              "related",
              slugs.map((slug) => issueAddress(settings.options, slug)),
            );
        },
        () => undefined,
      );
    }
    watch.set([
      ...inputs.map((input) => resolve(cwd, input)),
      settings.current.file ?? join(shownFrom, "fixlore.config.json"),
      ...(isClone ? [join(packageFolder, "site")] : []),
    ]);
  };
  /** Who works on the pages themselves has a clone: there they are bundled anew. */
  let ofPages = stampInputs(["site"], packageFolder);
  const bundleAgain = async (): Promise<void> => {
    if (!isClone) return;
    const now = stampInputs(["site"], packageFolder);
    if (now === null || now === ofPages) return;
    ofPages = now;
    print("The pages have changed: they are bundled anew.\n");
    try {
      const next = await openPages(settings.options);
      const old = pages;
      pages = next;
      settle();
      await old.close();
    } catch (error) {
      fail("", error);
    }
  };
  let looking: Promise<void> | null = null;
  let again = false;
  const lookOnce = (isTold: boolean): void => {
    again = looking !== null && (again || isTold);
    looking ??= bundleAgain()
      .then(() => look(isTold))
      .catch((error: unknown) => fail("", error))
      .finally(() => {
        looking = null;
        if (again) lookOnce(true);
      });
  };
  const watch = watchFolders(lookOnce);
  const ending = new AbortController();

  return {
    address: origin + settings.options.base,
    begin() {
      settle();
      print(`${count()} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
      print(
        `Serving ${paint("bold", origin + settings.options.base)}: each save is shown there and here (stop it with Ctrl+C)\n`,
      );
      lookOnce(true);
      const told = site.checkAll(ending.signal).then((checked) => {
        if (ending.signal.aborted) return;
        const all = checked.flatMap(({ diagnostics }) => diagnostics).filter(({ severity }) => severity !== "info");
        print(
          all.length === 0
            ? "Nothing is wrong in the notes\n"
            : `${listSeverities(all)} in the notes: \`fixlore check\` shows them\n`,
        );
      });
      told.catch((error: unknown) => fail("", error));
    },
    async close() {
      ending.abort();
      watch.close();
      stream.close();
      await new Promise<void>((done) => server.close(() => done()).closeAllConnections());
      await looking;
      await Promise.all([pages.close(), site.close()]);
    },
  };
}

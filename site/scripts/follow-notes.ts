/** What `fixlore dev` tells of the notes in, a page that is made anew when they change out, with what is wrong in those just saved. */
import { showFaults, type Fault } from "./fault-panel.ts";

interface State {
  /** Of the command: another one counts anew. */
  run: string;
  revision: number;
  faults: Fault[];
  more: number;
}

/** The state that the page was made of comes with it; where a browser does not say, the first that is told is taken for it. */
const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
const made = navigation?.serverTiming.find(({ name }) => name === "fixlore")?.description;
let revision = made === undefined ? null : Number(made);
let run: string | null = null;

/** Who has left the page to edit a note finds it as it was, and as it is now. A page that nobody sees waits. */
function reload(): void {
  if (!document.hidden) location.reload();
  else document.addEventListener("visibilitychange", () => location.reload(), { once: true });
}

/** Where a command that is started anew reads the notes still, a browser gives up by itself. */
const patience = 1000;

function listen(): void {
  const events = new EventSource(`${document.body.dataset["base"] ?? "/"}_dev/events`);
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, patience);
  });
  events.addEventListener("state", ({ data }: MessageEvent<string>) => {
    const state = JSON.parse(data) as State;
    if ((run ??= state.run) !== state.run || (revision ??= state.revision) !== state.revision) return reload();
    showFaults(state.faults, state.more);
  });
  // Addresses of pages that are others for what was found out since.
  events.addEventListener("related", ({ data }: MessageEvent<string>) => {
    if ((JSON.parse(data) as string[]).includes(location.pathname)) reload();
  });
}

listen();

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

/** Where a command that is started anew reads the notes still, a browser gives up by itself. Milliseconds. */
const patience = 1000;
let events: EventSource | null = null;

/** Browsers open few streams to one server: a page that nobody sees has none, and learns what it missed when somebody does. */
function listen(): void {
  events?.close();
  if (document.hidden) return;
  const stream = new EventSource(`${document.body.dataset["base"] ?? "/"}_dev/events`);
  events = stream;
  stream.addEventListener("error", () => {
    if (stream === events && stream.readyState === EventSource.CLOSED) setTimeout(listen, patience);
  });
  stream.addEventListener("state", ({ data }: MessageEvent<string>) => {
    const state = JSON.parse(data) as State;
    if ((run ??= state.run) === state.run && (revision ??= state.revision) === state.revision)
      showFaults(state.faults, state.more);
    else location.reload();
  });
  // Addresses of pages that are others for what was found out since.
  stream.addEventListener("related", ({ data }: MessageEvent<string>) => {
    if ((JSON.parse(data) as string[]).includes(location.pathname)) location.reload();
  });
}

document.addEventListener("visibilitychange", listen);
listen();

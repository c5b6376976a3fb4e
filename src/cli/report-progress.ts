/** Steps and how far they are in, a bar on a terminal or plain lines out. */
import { styleText } from "node:util";

export interface Progress {
  /** Without numbers: a step whose end is not known. */
  update(step: string, done?: number, total?: number): void;
  end(): void;
}

const width = 24;
/** Milliseconds between two drawings of the bar. */
const redraw = 80;

export function reportProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? drawBar(stream) : writeLines(stream);
}

function drawBar(stream: NodeJS.WriteStream): Progress {
  let drawn = 0;
  let current = "";
  const clear = (): void => void stream.write("\r\u001B[2K");
  return {
    update(step, done, total) {
      const now = performance.now();
      if (step === current && now - drawn < redraw && done !== total) return;
      [current, drawn] = [step, now];
      const filled = total ? Math.round(((done ?? 0) / total) * width) : 0;
      const bar = total
        ? ` ${"━".repeat(filled)}${styleText("dim", "━".repeat(width - filled))} ${done}/${total}`
        : " …";
      clear();
      stream.write(`${step.padEnd(20)}${bar}`);
    },
    end: clear,
  };
}

/** One line a step: logs keep every line. */
function writeLines(stream: NodeJS.WriteStream): Progress {
  let current = "";
  return {
    update(step, _done, total) {
      if (step === current) return;
      current = step;
      stream.write(`${step}${total === undefined ? "" : ` (${total})`}\n`);
    },
    end() {},
  };
}

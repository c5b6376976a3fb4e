/** How far a long command is in, one line that moves on a terminal or plain lines elsewhere out, on standard error. */
import { columnsOf, createPaint } from "./terminal.ts";

export interface Progress {
  /** Begins a stage, and ends the one before. */
  stage(name: string): void;
  /** `total` 0 where it is not known. */
  advance(done: number, total: number): void;
  end(): void;
}

const barWidth = 24;
/** Milliseconds between two drawings. */
const interval = 80;

export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const isTerminal = stream.isTTY === true && process.env["TERM"] !== "dumb";
  const paint = createPaint(stream);
  let name = "";
  let drawnAt = 0;
  const clear = (): void => {
    if (isTerminal && name !== "") stream.write("\r\u001B[K");
  };
  return {
    stage(next) {
      clear();
      name = next;
      drawnAt = 0;
      stream.write(isTerminal ? `${next} …` : `${next}\n`);
    },
    advance(done, total) {
      const now = performance.now();
      if (!isTerminal || (now - drawnAt < interval && done !== total)) return;
      drawnAt = now;
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const bar = "━".repeat(Math.round(share * barWidth));
      const line = total > 0 ? `${name} ${paint("blue", bar)}${paint("dim", "━".repeat(barWidth - bar.length))} ${done}/${total}` : `${name} ${done}`;
      const columns = columnsOf(stream) ?? 80;
      stream.write(`\r\u001B[K${columns < name.length + barWidth + 16 ? `${name} ${done}/${total}` : line}`);
    },
    end() {
      clear();
      name = "";
    },
  };
}

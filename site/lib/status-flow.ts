/** Issues that several notes tell of in, how their status moved from the first note to the last out, in the units of a drawing. */
import { statuses, type Issue, type Status } from "./knowledge.ts";

export interface FlowNode {
  status: Status;
  number: number;
  y: number;
  h: number;
}

export interface FlowBand {
  from: Status;
  to: Status;
  number: number;
  path: string;
}

const width = 600;
const margin = 150;
const bar = 10;
const gap = 12;
/** Least height of a node, so that its words have room. */
const least = 16;
const tall = 190;

/** Places nodes under each other; `scale` is the height of one issue. */
function stack(numbers: ReadonlyMap<Status, number>, scale: number): FlowNode[] {
  let y = 4;
  return statuses.flatMap((status) => {
    const number = numbers.get(status) ?? 0;
    if (number === 0) return [];
    const node = { status, number, y, h: Math.max(number * scale, 2) };
    y += Math.max(node.h, least) + gap;
    return [node];
  });
}

export function statusFlow(issues: readonly Issue[]) {
  const moves = issues.flatMap((issue) => {
    const first = issue.sessions.length > 1 ? issue.history[0]?.report.status : undefined;
    return first ? [[first, issue.status] as const] : [];
  });
  const countBy = (side: 0 | 1): Map<Status, number> =>
    new Map([...Map.groupBy(moves, (move) => move[side])].map(([status, group]) => [status, group.length]));
  const scale = tall / Math.max(1, moves.length);
  const [left, right] = [stack(countBy(0), scale), stack(countBy(1), scale)];
  const [x0, x1] = [margin + bar, width - margin - bar];
  const middle = (x0 + x1) / 2;
  // Bands leave and arrive in the order of the statuses, so that few cross.
  const taken = { left: new Map<Status, number>(), right: new Map<Status, number>() };
  const bands: FlowBand[] = left.flatMap((from) =>
    right.flatMap((to) => {
      const number = moves.filter((move) => move[0] === from.status && move[1] === to.status).length;
      if (number === 0) return [];
      const h = number * scale;
      const y0 = from.y + (taken.left.get(from.status) ?? 0);
      const y1 = to.y + (taken.right.get(to.status) ?? 0);
      taken.left.set(from.status, y0 - from.y + h);
      taken.right.set(to.status, y1 - to.y + h);
      const path = `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}v${h}C${middle} ${y1 + h} ${middle} ${y0 + h} ${x0} ${y0 + h}z`;
      return [
        {
          from: from.status,
          to: to.status,
          number,
          path: path.replace(/(?<!\d)\d+\.\d+/g, (n) => Number(n).toFixed(1)),
        },
      ];
    }),
  );
  const ends = [...left, ...right].map(({ y, h }) => y + Math.max(h, least));
  return { total: moves.length, left, right, bands, width, margin, bar, height: Math.ceil(Math.max(0, ...ends)) + 4 };
}

export interface Point {
  x: number;
  y: number;
}

/** A point of a ribbon's middle line, and how wide the ribbon is there. */
export interface Width extends Point {
  width: number;
}

/** The outline of a ribbon along its middle line, as a path. */
export function ribbon(line: Width[]): string {
  const [there, back] = [0.5, -0.5].map((share) => beside(line, share).map(write)) as [
    ...[string[], string[]],
  ];
  return `M${[...there, ...back.reverse()].join('L')}Z`;
}

/** The points beside a ribbon's middle line, a share of its width off: positive ones to the right of its way. */
export function beside(line: Width[], share: number): Point[] {
  return line.map((point, i) => {
    const [before, after] = [line[i - 1] ?? point, line[i + 1] ?? point];
    const [dx, dy] = [after.x - before.x, after.y - before.y];
    const length = Math.hypot(dx, dy) || 1;
    const off = share * point.width;
    return { x: point.x - (dy / length) * off, y: point.y + (dx / length) * off };
  });
}

/** From 0 to 1 with level ends, as `value` goes from 0 to 1. */
export function ease(value: number): number {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
}

export const write = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
const round = (value: number) => Math.round(value * 10) / 10;

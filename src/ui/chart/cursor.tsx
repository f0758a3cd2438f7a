import { least } from 'd3';
import { createContext, useContext, useState, type ReactNode } from 'react';

type Cursor = [value: number | null, set: (value: number | null) => void];

const SharedCursor = createContext<Cursor | null>(null);

interface Props {
  /** Where it is before the reader points anywhere. */
  start?: number;
  children: ReactNode;
}

/** Pointing at a value in one of the charts inside shows it in all of them. */
export function LinkedCursor({ start, children }: Props) {
  return <SharedCursor value={useState<number | null>(start ?? null)}>{children}</SharedCursor>;
}

/** The cursor that a chart shares with others, or else one of its own. */
export function useCursor(): Cursor {
  const own = useState<number | null>(null);
  return useContext(SharedCursor) ?? own;
}

/** What a curve shows at a cursor: its nearest point, the last where there is no cursor, undefined if it has none. */
export function pointAt<P extends readonly [x: number, y: number]>(
  points: P[],
  cursor: number | null,
): P | undefined {
  if (cursor === null) return points.at(-1);
  return least(points, ([x]) => Math.abs(x - cursor));
}

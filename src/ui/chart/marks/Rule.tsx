import { useChart } from '../frame.ts';

type Extent = number | [from: number, to: number];

interface Props {
  /** A value, or from one to another; without it, from side to side. */
  x?: Extent;
  /** Likewise; without it, from top to bottom. */
  y?: Extent;
  className?: string;
}

/** A straight line along one of the axes. */
export function Rule({ x: across, y: up, className }: Props) {
  const { x, y, left, right, top, bottom } = useChart();
  const [x1, x2] = across === undefined ? [left, right] : ends(across).map((value) => x.at(value));
  const [y1, y2] = up === undefined ? [top, bottom] : ends(up).map((value) => y.at(value));
  return <line className={className} x1={x1} x2={x2} y1={y1} y2={y2} />;
}

const ends = (extent: Extent) => (typeof extent === 'number' ? [extent, extent] : extent);

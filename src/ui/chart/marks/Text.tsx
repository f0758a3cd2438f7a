import type { ReactNode } from 'react';
import { useChart } from '../frame.ts';

interface Props {
  x: number;
  y: number;
  /** Pixels above the point. */
  above?: number;
  className?: string;
  children: ReactNode;
}

/** Text centred over a point. */
export function Text({ x: across, y: up, above = 0, className, children }: Props) {
  const { x, y } = useChart();
  return (
    <text className={className} x={x.at(across)} y={y.at(up) - above} textAnchor="middle">
      {children}
    </text>
  );
}

import type { PointerEvent, ReactNode } from 'react';
import { useChart } from './frame.ts';

interface Props {
  /** Whether pointing at the drawing moves the cursor. */
  pointable?: boolean;
  /** Marks, in the order in which they are drawn. */
  children: ReactNode;
}

/** A chart's drawing. */
export function Plot({ pointable = false, children }: Props) {
  const { width, height, description, x, setCursor } = useChart();
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    // The drawing may be shown larger than its own pixels, as in full screen.
    setCursor(x.invert(((event.clientX - box.left) * width) / box.width));
  };
  return (
    <svg
      role="img"
      aria-label={description}
      width={width}
      height={height}
      // Where the room is smaller than what was measured, as on paper, all of it is drawn smaller.
      viewBox={`0 0 ${width} ${height}`}
      {...(pointable && { onPointerMove: point, onPointerLeave: () => setCursor(null) })}
    >
      {children}
    </svg>
  );
}

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
  const { magnify, width, height, description, x, setCursor } = useChart();
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    // The drawing may be shown larger than its own pixels, as in full screen.
    setCursor(x.invert(((event.clientX - box.left) * width) / box.width));
  };
  return (
    <svg
      role="img"
      aria-label={description}
      width={width * magnify}
      height={height * magnify}
      // Before an audience all of it is drawn larger; where the room is smaller than was measured, smaller.
      viewBox={`0 0 ${width} ${height}`}
      {...(pointable && { onPointerMove: point, onPointerLeave: () => setCursor(null) })}
    >
      {children}
    </svg>
  );
}

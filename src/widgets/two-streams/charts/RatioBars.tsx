import { Dots } from '../../../ui/chart/marks/Dots.tsx';
import { Rect } from '../../../ui/chart/marks/Rect.tsx';
import { Rule } from '../../../ui/chart/marks/Rule.tsx';
import type { ShownPlace } from '../shown.ts';
import { middle } from './axis.ts';

/** Half the width of a bar, in places. */
const half = 0.26;

/** ‖F(x)‖ / ‖x‖ of each place: a bar with its standard deviation, and a ring for each other seed. */
export function RatioBars({ places }: { places: ShownPlace[] }) {
  return places.map(({ ratio: { mean, deviation }, otherRatios }, i) => {
    const x = i + middle;
    return (
      <g key={i} className="ratio bars">
        <Rect className="branch" x={[x - half, x + half]} y={[0, mean]} />
        <Rule className="spread" x={x} y={[Math.max(0, mean - deviation), mean + deviation]} />
        <Dots
          className="other"
          r={3.5}
          points={otherRatios.map((value): [number, number] => [x + half / 2, value])}
        />
      </g>
    );
  });
}

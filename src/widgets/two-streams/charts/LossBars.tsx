import { Dots } from '../../../ui/chart/marks/Dots.tsx';
import { Rect } from '../../../ui/chart/marks/Rect.tsx';
import { Rule } from '../../../ui/chart/marks/Rule.tsx';
import type { ShownAnswers } from '../shown.ts';
import { middle, run } from './axis.ts';

/** Of all bars of a place together, in places. */
const room = 0.6;

/** What is lost without each place: bars that hang from what the whole network has down to what is left. */
export function LossBars({ answers, places }: { answers: ShownAnswers[]; places: number }) {
  const width = room / answers.length;
  return answers.map(({ of, whole, without, others }, kind) => (
    <g key={of} className={`lost bars ${of}`}>
      <Rule className="whole" x={[run.in, places + run.out]} y={whole} />
      {without.map((left, i) => {
        const from = i + middle - room / 2 + kind * width;
        return (
          <g key={i}>
            <Rect x={[from, from + width]} y={[Math.min(left, whole), Math.max(left, whole)]} />
            <Dots
              className="other"
              r={3.5}
              points={others.map((other): [number, number] => [from + width / 2, other[i] ?? NaN])}
            />
          </g>
        );
      })}
    </g>
  ));
}

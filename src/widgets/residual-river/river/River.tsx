import type { Prompt } from '../../../contract/toyLanguage.ts';
import type { Course } from '../stages.ts';
import { Drawing } from './Drawing.tsx';
import { fit, layOutRiver, type Inflow } from './layOutRiver.ts';
import { longest } from './scales.ts';
import { useMorph } from './useMorph.ts';
import { useSize } from './useSize.ts';

interface Props {
  course: Course;
  prompt: Prompt;
  /** What a screen reader says of it. */
  label: string;
}

/** Below this width the river flows down. */
const narrow = 640;
/** The river's width at the longest vector, as a share of what is across it. */
const thick = { right: 0.24, down: 0.14 };

/** The residual stream of one token as one river, with what each sublayer adds flowing in. */
export function River({ course, prompt, label }: Props) {
  const [holder, width, height] = useSize([1050, 330]);
  const direction = width < narrow ? 'down' : 'right';
  const [length, across] = direction === 'right' ? [width, height] : [height, width];
  const inflows = course.stages.map(
    ({ added, stream, alignment, sum, contribution }, i): Inflow => ({
      ...{ added, stream, alignment, at: sum ?? 0 },
      // Where nothing is compared, attention comes from one side and the MLP from the other.
      push: contribution === null ? (i % 2 === 1 ? 1 : -1) : contribution < 0 ? -1 : 1,
    }),
  );
  const end = course.isCompared ? course.difference : 0;
  const target = [longest(course), end, ...inflows.flatMap(toNumbers)];
  const [nowLongest = 1, nowEnd = 0, ...rest] = useMorph(target);
  const now = fromNumbers(rest);
  const scale = (thick[direction] * across) / nowLongest;
  const space = { direction, length, across, scale } as const;
  const layout = layOutRiver(now, nowEnd, { ...space, ...fit(now, nowEnd, space) });
  return (
    <div className="river" ref={holder}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <Drawing {...{ layout, course, prompt, direction }} size={[width, height]} />
      </svg>
    </div>
  );
}

const toNumbers = ({ added, stream, alignment, at, push }: Inflow) => [
  ...[added, stream, alignment, at, push],
];

function fromNumbers(numbers: number[]): Inflow[] {
  return Array.from({ length: numbers.length / 5 }, (_, i) => {
    const part = numbers.slice(5 * i, 5 * i + 5);
    const [added = 0, stream = 0, alignment = 0, at = 0, push = 0] = part;
    return { added, stream, alignment, at, push };
  });
}

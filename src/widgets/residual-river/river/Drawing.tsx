import { useId } from 'react';
import { truthOf, type Prompt } from '../../../contract/toyLanguage.ts';
import { Addition } from '../../../ui/network/PartMark.tsx';
import { signed } from '../../../lib/format.ts';
import type { Course, Stage } from '../stages.ts';
import { Lens, Mouth } from './Lens.tsx';
import type { RiverLayout, Tributary } from './layOutRiver.ts';
import { write } from './ribbon.ts';

interface Props {
  layout: RiverLayout;
  course: Course;
  prompt: Prompt;
  direction: 'right' | 'down';
  size: [width: number, height: number];
}

/** The river, what flows in, and what the lens reads along it. */
export function Drawing({ layout, course, prompt, direction, size }: Props) {
  const id = useId();
  const sublayers = course.stages.slice(1);
  const { outline, currents, tributaries, stations, source, mouth, watershed } = layout;
  return (
    <>
      {course.isCompared ? (
        <Sides {...{ id, prompt, direction, size, watershed }} />
      ) : (
        <rect className="ground level" width={size[0]} height={size[1]} rx="12" />
      )}
      {tributaries.map(({ reads, fork, outline: flow, opacity }, i) => (
        <g key={i} opacity={opacity}>
          <path className="reads" d={reads} />
          <path className="inflow" d={flow} />
          <circle className="fork" cx={fork.x} cy={fork.y} r="4" />
        </g>
      ))}
      <path className="water" d={outline} />
      <text className="layer first" x={source.x} y={source.y}>
        embedding
      </text>
      <clipPath id={`${id}-banks`}>
        <path d={outline} />
      </clipPath>
      <g clipPath={`url(#${id}-banks)`}>
        {tributaries.map(({ outline: flow, tongue }, i) => (
          <g key={i} className="inflow">
            <path d={tongue} />
            <path d={flow} />
          </g>
        ))}
        {currents.map((d, i) => (
          <path key={i} className="current" d={d} />
        ))}
      </g>
      {tributaries.map((one, i) => (
        <Sublayer key={i} {...one} stage={sublayers[i] as Stage} />
      ))}
      {stations.slice(0, -1).map((station, i) => (
        <Lens
          key={i}
          {...{ station, prompt, direction }}
          stage={course.stages[i] as Stage}
          turns={i === course.turn}
        />
      ))}
      <Mouth {...{ mouth, course, prompt, direction }} width={size[0]} />
    </>
  );
}

/** The ground on both sides: the opinion's and the truth's. */
function Sides({
  id,
  prompt,
  direction,
  size: [width, height],
  watershed: [from, to],
}: Omit<Props, 'layout' | 'course'> & { id: string; watershed: RiverLayout['watershed'] }) {
  const isRight = direction === 'right';
  const [opinion, truth] = isRight ? ['▲', '▼'] : ['▶', '◀'];
  const middle = isRight ? 1 - from.y / height : from.x / width;
  const ends = isRight ? { x1: 0, y1: height, x2: 0, y2: 0 } : { x1: 0, y1: 0, x2: width, y2: 0 };
  return (
    <>
      <linearGradient id={`${id}-ground`} gradientUnits="userSpaceOnUse" {...ends}>
        <stop offset="0" className="ground-truth" />
        <stop offset={middle} className="ground-middle" />
        <stop offset={middle} className="ground-middle violet" />
        <stop offset="1" className="ground-opinion" />
      </linearGradient>
      <rect className="ground" width={width} height={height} rx="12" fill={`url(#${id}-ground)`} />
      <path className="watershed" d={`M${write(from)}L${write(to)}`} />
      <g className="sides">
        {isRight ? (
          <>
            <text className="opinion" x="14" y="24">
              {opinion} {prompt.opinion}, the {prompt.speaker}’s opinion
            </text>
            <text x="14" y={height - 14}>
              {truth} {truthOf(prompt)}, the truth
            </text>
          </>
        ) : (
          <>
            <text className="opinion last" x={width - 8} y="22">
              opinion {prompt.opinion} {opinion}
            </text>
            <text x="8" y="22">
              {truth} truth {truthOf(prompt)}
            </text>
          </>
        )}
      </g>
    </>
  );
}

/** A sublayer's box as in every drawing of a block, ⊕, and what it adds to the difference. */
function Sublayer({ stage, box, join, label, opacity }: Tributary & { stage: Stage }) {
  const [name, layer] = stage.name.split(' of ');
  const { contribution } = stage;
  return (
    <>
      <g className="residual-block medium">
        <g
          className="part branch"
          opacity={opacity}
          transform={`translate(${round(box.x)},${round(box.y)})`}
        >
          <rect
            x={-box.width / 2}
            y={-box.height / 2}
            width={box.width}
            height={box.height}
            rx="9"
          />
          <text dy="-0.18em">{name}</text>
          <text className="layer" dy="1.05em">
            {layer}
          </text>
        </g>
        <Addition {...join} radius={11} isLit={false} isFailed={false} press={undefined} />
      </g>
      {contribution !== null && (
        <text
          className={contribution < 0 ? 'pushes' : 'pushes opinion'}
          x={label.x}
          y={label.y}
          opacity={opacity}
          dy="0.34em"
        >
          {signed(contribution)}
        </text>
      )}
    </>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

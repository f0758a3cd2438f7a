import type { Prompt } from '../../../contract/toyLanguage.ts';
import { percent } from '../../../lib/format.ts';
import { meaningOf } from '../meaning.ts';
import type { Course, Stage } from '../stages.ts';
import type { Station } from './layOutRiver.ts';
import { write, type Point } from './ribbon.ts';

interface Props {
  station: Station;
  stage: Stage;
  prompt: Prompt;
  direction: 'right' | 'down';
  turns: boolean;
}

/** What the network would answer here, afloat on the river; a note where it is for good. */
export function Lens({ station, stage: { lens }, prompt, direction, turns }: Props) {
  const width = 56 + 8.4 * lens.word.length;
  const { note, bank } = station;
  const anchor = direction === 'right' ? '' : note.x > station.x ? 'first' : 'last';
  return (
    <g className={`lens ${meaningOf(lens.word, prompt)} ${turns ? 'turns' : ''}`.trimEnd()}>
      {turns && station.hasRoom && (
        <>
          <path d={`M${write(bank)}L${write(between(bank, note))}`} />
          <text className={`note ${anchor}`.trimEnd()} x={note.x} y={note.y} dy="0.34em">
            turns to {lens.word}
          </text>
        </>
      )}
      <g transform={`translate(${write(station).replace(' ', ',')})`}>
        <rect x={-width / 2} y="-14" width={width} height="28" rx="14" />
        <text dy="0.34em">
          <tspan className="word">{lens.word}</tspan>
          <tspan dx="6" className="share">
            {percent(lens.probability)}
          </tspan>
        </text>
      </g>
    </g>
  );
}

function between(one: Point, other: Point): Point {
  const share = 0.45;
  return { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share };
}

/** What it answers, at the end of the river. */
export function Mouth({
  mouth,
  course,
  prompt,
  direction,
  width,
}: Pick<Props, 'prompt' | 'direction'> & { mouth: Point; course: Course; width: number }) {
  const lens = course.stages.at(-1)?.lens;
  if (!lens) return null;
  const isRight = direction === 'right';
  const isLong = lens.word.length > 2;
  const [x, y] = isRight
    ? [Math.min(mouth.x + (isLong ? 38 : 24), width - 44), mouth.y - 8]
    : [mouth.x, mouth.y + 22];
  const turns = course.turn === course.stages.length - 1;
  return (
    <g
      className={`mouth ${meaningOf(lens.word, prompt)}`}
      transform={`translate(${write({ x, y }).replace(' ', ',')})`}
    >
      <text className={isLong ? 'word long' : 'word'} dy="0.34em">
        {lens.word}
      </text>
      <text className="share" y="28">
        {percent(lens.probability)}
      </text>
      {turns && (
        <text className="note" y="48">
          turns to {lens.word}
        </text>
      )}
    </g>
  );
}

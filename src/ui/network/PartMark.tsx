import type { KeyboardEvent, ReactNode } from 'react';
import type { Place } from './layOutBlock.ts';

/** Something that stands on a way. */
export interface Part {
  id: string;
  /** In its box, with smaller lines below it. */
  name: string;
  lines?: string[];
  /** A value and no layer: its box has round ends. */
  isValue?: boolean;
  /** Where the words alone do not say it: [along the flow, across it]. */
  size?: [along: number, across: number];
  /** Drawn in place of a box, around its middle. */
  content?: ReactNode;
}

export type Tone = 'shortcut' | 'branch' | 'sum';

/** What makes the parts of a drawing buttons. */
export interface Press {
  label: (id: string) => string;
  choose: (id: string) => void;
}

interface Look {
  isLit: boolean;
  isFailed: boolean;
  press: Press | undefined;
}

const lineHeight = 18;
/** Words of a part that fades stay this strong: 4.5 to 1 against the paper. */
const legible = 0.7;

/** A part in its place: a box with its name, or what it has instead. */
export function PartMark(props: Look & { part: Part; place: Place; tone: Tone; strength: number }) {
  const { part, place, tone, strength, isLit, isFailed, press } = props;
  const { x, y, width, height } = place;
  const { name, lines = [] } = part;
  if (part.content) return <g transform={`translate(${x},${y})`}>{part.content}</g>;
  return (
    <g
      className={['part', tone, isLit && 'lit', isFailed && 'failed'].filter(Boolean).join(' ')}
      transform={`translate(${x},${y})`}
      {...asButton(part.id, isLit, press)}
    >
      <rect
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        opacity={strength}
        rx={part.isValue ? height / 2 : Math.min(9, height / 4)}
      />
      {name && (
        <text
          className={name === 'x' ? 'symbol' : 'name'}
          opacity={Math.max(legible, strength)}
          y={(-lines.length * lineHeight) / 2}
          dy="0.34em"
        >
          {name}
        </text>
      )}
      {lines.map((line, i) => (
        <text key={i} className="line" y={(i + 1 - lines.length / 2) * lineHeight} dy="0.34em">
          {line}
        </text>
      ))}
      {isFailed && (
        <g className="cross" transform={`translate(${width / 2},${-height / 2})`}>
          <circle r="10" />
          <path d="M-4 -4 L4 4 M4 -4 L-4 4" />
        </g>
      )}
    </g>
  );
}

/** ⊕, where branch and shortcut meet. */
export function Addition(props: Look & { x: number; y: number; radius: number }) {
  const { x, y, radius, isLit, isFailed, press } = props;
  const arm = radius * (isFailed ? 0.4 : 0.55);
  const plus = `M${-arm} 0 H${arm} M0 ${-arm} V${arm}`;
  const cross = `M${-arm} ${-arm} L${arm} ${arm} M${arm} ${-arm} L${-arm} ${arm}`;
  return (
    <g
      className={['part addition', isLit && 'lit', isFailed && 'failed'].filter(Boolean).join(' ')}
      transform={`translate(${x},${y})`}
      {...asButton('addition', isLit, press)}
    >
      <circle r={radius} />
      <path d={isFailed ? cross : plus} />
    </g>
  );
}

function asButton(id: string, isLit: boolean, press: Press | undefined) {
  if (!press) return {};
  const choose = () => press.choose(id);
  return {
    ...{ role: 'button', tabIndex: 0, 'aria-pressed': isLit, 'aria-label': press.label(id) },
    // Not on entering: a part that scrolls below a resting pointer is not chosen.
    ...{ onPointerMove: choose, onFocus: choose, onClick: choose },
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      choose();
    },
  };
}

import type { KeyboardEvent } from 'react';
import { describe, partIds, parts, shapeIn, type PartId } from './parts.ts';

interface Props {
  language: string;
  lit: PartId[];
  setLit: (parts: PartId[]) => void;
}

const width = 330;
const height = 470;
const middle = 105;
const shortcutX = 255;

/** Where each part stands: its middle and its size. */
const places: Record<PartId, { y: number; width: number; height: number }> = {
  x: { y: 22, width: 46, height: 36 },
  conv1: { y: 88, width: 130, height: 40 },
  bn1: { y: 140, width: 130, height: 40 },
  relu1: { y: 192, width: 130, height: 40 },
  conv2: { y: 244, width: 130, height: 40 },
  bn2: { y: 296, width: 130, height: 40 },
  addition: { y: 358, width: 40, height: 40 },
  relu2: { y: 416, width: 130, height: 40 },
  shortcut: { y: 192, width: 100, height: 40 },
};

/** The block from input to output. Each part is a button that lights up its lines. */
export function Drawing({ language, lit, setLit }: Props) {
  return (
    <svg
      className="block-parts"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label="The parts of the block"
    >
      <path className="way shortcut" d={`M${middle} 22 H${shortcutX} V358 H${middle + 20}`} />
      <path className="way branch" d={`M${middle} 40 V338`} />
      <path className="way sum" d={`M${middle} 378 V462 m-6 -8 l6 8 l6 -8`} />
      {partIds.map((part) => (
        <PartMark key={part} {...{ part, language, lit, setLit }} />
      ))}
    </svg>
  );
}

function PartMark({ part, language, lit, setLit }: Props & { part: PartId }) {
  const place = places[part];
  const { name, kind } = parts[part];
  const isLit = lit.includes(part);
  const isRound = part === 'addition';
  const choose = () => setLit([part]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose();
  };
  return (
    <g
      role="button"
      tabIndex={0}
      aria-pressed={isLit}
      aria-label={describe([part], language)}
      className={`part ${kind} ${isLit ? 'lit' : ''}`}
      transform={`translate(${part === 'shortcut' ? shortcutX : middle},${place.y})`}
      onPointerEnter={choose}
      onFocus={choose}
      onClick={choose}
      onKeyDown={press}
    >
      <rect
        x={-place.width / 2}
        y={-place.height / 2}
        width={place.width}
        height={place.height}
        rx={isRound ? 20 : 9}
      />
      <text textAnchor="middle" dy="0.34em" className={part === 'x' ? 'serif' : ''}>
        {isRound ? '+' : name}
      </text>
      {isLit && part !== 'shortcut' && (
        <text
          className="shape"
          x={place.width / 2 + 8}
          y={part === 'x' || isRound ? 24 : 0}
          dy="0.34em"
        >
          {shapeIn(language)}
        </text>
      )}
      {isLit && part === 'shortcut' && (
        <text className="shape" textAnchor="middle" y="34">
          {shapeIn(language)}
        </text>
      )}
    </g>
  );
}

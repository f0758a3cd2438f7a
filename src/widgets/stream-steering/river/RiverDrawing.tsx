import { twoDecimals } from '../../../lib/format.ts';
import { Addition, PartMark } from '../../../ui/network/PartMark.tsx';
import { heads, sublayers } from '../places.ts';
import type { SteeringSettings } from '../settings.ts';
import { layOutRiver } from './layOutRiver.ts';

interface Props {
  shape: 'wide' | 'narrow';
  settings: SteeringSettings;
}

const sum = 10;
const arrow = 8;

/** The stream and what adds to it: each sublayer as strong as its factor, and the vector where it comes in. */
export function RiverDrawing({ shape, settings }: Props) {
  const { width, height, line, box, rows, start, end } = layOutRiver(shape);
  const part = { isLit: false, isFailed: false, press: undefined, strength: 1 };
  const boxAt = (y: number) => ({
    ...{ x: box.left + box.width / 2, y, width: box.width, height: box.height },
  });
  return (
    <svg
      className={`residual-block dense river-drawing ${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <path className="way shortcut" d={`M${line} ${start}V${end - 17 - arrow}`} />
      <path className="arrow shortcut" d={down(line, end - 17)} />
      {rows.map(({ place, reads, adds, vector }) => {
        const sublayer = sublayers.find((one) => one.place === place);
        const strength = sublayer ? strengthOf(settings, sublayer) : 0;
        return (
          <g key={place}>
            {sublayer && (
              <>
                <path className="way branch" d={`M${line} ${reads}H${box.left - arrow}`} />
                <path className="arrow branch" d={right(box.left, reads)} />
                <circle className="fork" cx={line} cy={reads} r={arrow / 2} />
                <path
                  className={`way branch ${strength === 0 ? 'silent' : ''}`.trimEnd()}
                  style={{ strokeWidth: 3 * Math.max(0.5, strength) }}
                  d={`M${box.left} ${adds}H${line + sum + (strength === 0 ? 0 : arrow)}`}
                />
                {strength > 0 && <path className="arrow branch" d={left(line + sum, adds)} />}
                <PartMark
                  {...part}
                  part={{ id: place, name: sublayer.kind, lines: [`layer ${sublayer.layer}`] }}
                  place={boxAt((reads + adds) / 2)}
                  tone="branch"
                  strength={0.25 + 0.75 * Math.min(1, strength)}
                />
                <Addition {...part} x={line} y={adds} radius={sum} />
              </>
            )}
            {place === settings.place && (
              <Vector
                {...{ shape, line, y: vector, factor: settings.factor }}
                name={settings.vector === 'random' ? 'random' : 'vector'}
              />
            )}
          </g>
        );
      })}
      <PartMark
        {...part}
        part={{ id: 'embedding', name: shape === 'wide' ? 'words' : 'in', isValue: true }}
        place={{ x: line, y: start, width: shape === 'wide' ? 76 : 44, height: 32 }}
        tone="sum"
      />
      <PartMark
        {...part}
        part={{ id: 'answer', name: shape === 'wide' ? 'answer' : 'out', isValue: true }}
        place={{ x: line, y: end, width: shape === 'wide' ? 76 : 44, height: 32 }}
        tone="sum"
      />
    </svg>
  );
}

/** How much of what a sublayer adds is left: its factor, times the share of its heads that are on. */
function strengthOf(
  settings: SteeringSettings,
  { scale, off }: (typeof sublayers)[number],
): number {
  const on = off ? 1 - settings[off].length / heads.length : 1;
  return settings[scale] * on;
}

/** The arrow by which the vector comes in, and its factor. */
function Vector({
  shape,
  line,
  y,
  factor,
  name,
}: Pick<Props, 'shape'> & { line: number; y: number; factor: number; name: string }) {
  const isSilent = factor === 0;
  return (
    <g className="vector">
      <path
        className={`way branch ${isSilent ? 'silent' : ''}`.trimEnd()}
        d={`M0 ${y}H${line - 5 - (isSilent ? 0 : arrow)}`}
      />
      {!isSilent && <path className="arrow branch" d={right(line - 4, y)} />}
      <circle className="drop" cx={line} cy={y} r="4" />
      {shape === 'wide' && (
        <>
          <text className="line" x="36" y={y - 8}>
            {twoDecimals(factor)} ×
          </text>
          <text className="line" x="36" y={y + 18}>
            {name}
          </text>
        </>
      )}
    </g>
  );
}

const right = (x: number, y: number) => `M${x} ${y}l${-arrow} ${-arrow * 0.62}v${arrow * 1.24}z`;
const left = (x: number, y: number) => `M${x} ${y}l${arrow} ${-arrow * 0.62}v${arrow * 1.24}z`;
const down = (x: number, y: number) => `M${x} ${y}l${-arrow * 0.62} ${-arrow}h${arrow * 1.24}z`;

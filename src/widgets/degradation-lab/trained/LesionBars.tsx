import type { CSSProperties } from 'react';
import type { NetworkConfig } from '../../../contract/runConfig.ts';
import { removalOf, type Lesion } from '../../../contract/trainedNetwork.ts';
import { percent } from '../../../lib/format.ts';
import { useWidth } from '../../../ui/chart/useWidth.ts';
import { layOutStack } from '../../../ui/network/layOutStack.ts';
import { NetworkStack } from '../../../ui/network/NetworkStack.tsx';
import { chance, removedErrors } from './describe.ts';

interface Props {
  network: NetworkConfig;
  lesions: Lesion[];
  /** The whole network's test error, 0 to 1; null before it is known. */
  whole: number | null;
  /** From 0. */
  chosen: number;
  choose: (block: number) => void;
}

/** Pixels from the first layer to the last, where no style sheet asks for another height. */
const usualHeight = 360;
/** Pixels above the bars for the lines' names, below them for the axis, and at their sides. */
const [above, below, left, right] = [24, 22, 16, 20];

/** A network as a stack and, beside each block, a bar: the test error without it. */
export function LesionBars({ network, lesions, whole, chosen, choose }: Props) {
  const { depth, kind } = network;
  const [holder, onScreen, taller, magnify] = useWidth<HTMLDivElement>(420);
  const width = Math.floor(onScreen / magnify);
  const height = Math.round((usualHeight * taller) / magnify);
  const { layers } = layOutStack(depth, height, depth);
  const x = (error: number) => left + error * (width - left - right);
  const rows = Array.from({ length: (depth - 2) / 2 }, (_, block) => {
    const [first, last] = [layers[1 + 2 * block], layers[2 + 2 * block]];
    const top = last?.y ?? 0;
    return { block, top, height: (first?.y ?? 0) + (first?.height ?? 0) - top };
  });
  const errors = removedErrors(lesions);
  const says =
    errors.length > 0
      ? `Test errors without one block, from ${percent(Math.min(...errors))} to ${percent(Math.max(...errors))}`
      : 'No block removed yet';
  return (
    <div className={`lesion-bars ${kind}`}>
      <div className="lesion-stack" style={{ '--drawn': `${height}px` } as CSSProperties}>
        <NetworkStack {...{ depth, kind, height }} deepest={depth} />
      </div>
      <div className="lesion-chart" ref={holder}>
        <svg
          width={width * magnify}
          height={(height + above + below) * magnify}
          viewBox={`0 ${-above} ${width} ${height + above + below}`}
          role="img"
          aria-label={`${says}; ${whole === null ? '' : `the whole network ${percent(whole)}, `}guessing ${percent(chance)}.`}
        >
          {[0, 0.5, 1].map((tick) => (
            <g key={tick} className="tick">
              <line x1={x(tick)} x2={x(tick)} y1={0} y2={height} />
              <text x={x(tick)} y={height + 17}>
                {percent(tick)}
              </text>
            </g>
          ))}
          {rows.map(({ block, top, height: room }) => {
            const removal = removalOf(network, block);
            const error = lesions[block]?.testError;
            const gap = Math.min(1.5, room / 5);
            return (
              <g
                key={block}
                className={`lesion ${removal} ${block === chosen ? 'chosen' : ''}`.trimEnd()}
                onClick={() => choose(block)}
              >
                <rect className="row" x={0} y={top} width={width} height={room} />
                {typeof error === 'number' && (
                  <rect
                    className="bar"
                    x={x(0)}
                    y={top + gap}
                    width={Math.max(0.5, x(error) - x(0))}
                    height={room - 2 * gap}
                  />
                )}
                {error === null && (
                  <text x={x(0) + 6} y={top + room / 2} dy="0.34em">
                    cannot be removed
                  </text>
                )}
                {block === chosen && (
                  <path d={`M2 ${top + room / 2 - 6} l9 6 l-9 6 z`} className="pointer-mark" />
                )}
              </g>
            );
          })}
          <g className="line guess">
            <line x1={x(chance)} x2={x(chance)} y1={0} y2={height} />
            <text x={x(chance)} y={-8}>
              guessing {percent(chance)}
            </text>
          </g>
          {whole !== null && (
            <g className="line whole">
              <line x1={x(whole)} x2={x(whole)} y1={0} y2={height} />
              {/* Beside the other name, never over it. */}
              <text x={Math.min(x(whole), x(chance) - 100)} y={-8}>
                whole {percent(whole)}
              </text>
            </g>
          )}
        </svg>
      </div>
    </div>
  );
}

import { scaleLinear } from 'd3';
import { percent } from '../../lib/format.ts';
import { allBlocks, blocksPerStage } from '../../contract/surgery.ts';
import { useWidth } from '../../ui/chart/useWidth.ts';

interface Props {
  title: string;
  /** From 0 to 1, in the order of `allBlocks`; null before anything was measured. */
  shares: { withoutBranch: number[]; withoutShortcut: number[] } | null;
  /** Share at the top. */
  most: number;
  reference: { value: number; label: string };
  note: string;
}

const usualHeight = 230;
const margin = { top: 26, right: 4, bottom: 44, left: 46 };
/** Between two stages, in widths of a block. */
const stageGap = 0.7;

/** Two bars a block: what is left without its branch, and without its shortcut. */
export function LesionChart({ title, shares, most, reference, note }: Props) {
  const [holder, width, taller] = useWidth<HTMLDivElement>(500);
  const height = Math.round(usualHeight * taller);
  const step =
    (width - margin.left - margin.right) /
    (allBlocks.length + stageGap * (blocksPerStage.length - 1));
  const left = (index: number) =>
    margin.left + step * (index + stageGap * (allBlocks[index]?.stage ?? 0));
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]);
  const says = shares
    ? `Without a branch ${ends(shares.withoutBranch)}, without a shortcut ${ends(shares.withoutShortcut)}; ${reference.label}`
    : 'Nothing has been measured yet';
  const bar = (share: number, index: number, kind: 'branch' | 'shortcut') => (
    <rect
      key={`${kind} ${index}`}
      className={kind}
      x={left(index) + step * (kind === 'branch' ? 0.1 : 0.5)}
      width={step * 0.4}
      y={y(share)}
      height={y(0) - y(share)}
    />
  );
  return (
    <div className="line-chart" ref={holder}>
      <p className="chart-title">{title}</p>
      <ul className="legend" aria-hidden="true">
        <li className="c-branch">without its branch</li>
        <li className="c-shortcut">without its shortcut</li>
      </ul>
      <svg
        role="img"
        aria-label={`${title}. ${says}.`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <g className="grid">
          {y.ticks(5).map((tick) => (
            <g key={tick}>
              <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
              <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                {percent(tick)}
              </text>
            </g>
          ))}
          {allBlocks.map(({ block }, index) => (
            <text
              key={index}
              x={left(index) + step / 2}
              y={height - margin.bottom + 17}
              textAnchor="middle"
            >
              {block + 1}
            </text>
          ))}
          {blocksPerStage.map((count, stage) => {
            const first = allBlocks.findIndex((one) => one.stage === stage);
            return (
              <text
                key={stage}
                className="axis-label"
                x={left(first) + (step * count) / 2}
                y={height - 6}
                textAnchor="middle"
              >
                stage {stage + 1}
              </text>
            );
          })}
        </g>
        <g className="bars">
          {shares?.withoutBranch.map((share, index) => bar(share, index, 'branch'))}
          {shares?.withoutShortcut.map((share, index) => bar(share, index, 'shortcut'))}
        </g>
        {!shares && (
          <text
            className="nothing"
            x={(margin.left + width) / 2}
            y={y(most / 2)}
            textAnchor="middle"
          >
            not measured yet
          </text>
        )}
        <g className="reference">
          <line
            x1={margin.left}
            x2={width - margin.right}
            y1={y(reference.value)}
            y2={y(reference.value)}
          />
          <text x={width - margin.right} y={y(reference.value) - 6} textAnchor="end">
            {reference.label}
          </text>
        </g>
      </svg>
      <p className="fine">{note}</p>
    </div>
  );
}

function ends(values: number[]): string {
  return `${percent(Math.min(...values))} to ${percent(Math.max(...values))}`;
}

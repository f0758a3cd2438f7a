import { extent } from 'd3';
import { allBlocks, blocksPerStage } from '../../contract/surgery.ts';
import { percent } from '../../lib/format.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { Grid } from '../../ui/chart/marks/Grid.tsx';
import { Rect } from '../../ui/chart/marks/Rect.tsx';
import { Reference } from '../../ui/chart/marks/Reference.tsx';
import { Plot } from '../../ui/chart/Plot.tsx';

interface Props {
  title: string;
  /** From 0 to 1, in the order of `allBlocks`. */
  shares: { withoutBranch: number[]; withoutShortcut: number[] };
  reference: { value: number; label: string };
  /** Whether a reader who does not see the bars is told what the shortcuts' say. */
  tellsShortcuts: boolean;
}

/** Between two stages, in widths of a block. */
const stageGap = 0.7;
/** Where each block begins, in widths of a block. */
const lefts = allBlocks.map(({ stage }, index) => index + stageGap * stage);
const right = allBlocks.length + stageGap * (blocksPerStage.length - 1);

const stages = blocksPerStage.map((count, stage) => {
  const first = allBlocks.findIndex((one) => one.stage === stage);
  return { value: (lefts[first] ?? 0) + count / 2, text: `stage ${stage + 1}` };
});

/** Two bars a block: what is left without its branch, and without its shortcut. */
export function LesionChart({ title, shares, reference, tellsShortcuts }: Props) {
  const { withoutBranch, withoutShortcut } = shares;
  const told = [
    `Without a branch ${ends(withoutBranch)}`,
    ...(tellsShortcuts ? [`without a shortcut ${ends(withoutShortcut)}`] : []),
  ];
  return (
    <Chart
      title={title}
      titled={false}
      summary={`${told.join(', ')}; ${reference.label}.`}
      x={{
        domain: [0, right],
        ticks: lefts.map((left) => left + 0.5),
        format: (_, index) => `${(allBlocks[index]?.block ?? 0) + 1}`,
        label: stages,
      }}
      y={{
        domain: [0, top([...withoutBranch, ...withoutShortcut, reference.value])],
        format: percent,
      }}
      height={280}
      margin={{ top: 26, right: 4, bottom: 44, left: 46 }}
      widthBeforeMeasuring={1050}
    >
      <Plot>
        <Grid />
        <g className="bars">
          <Bars of="branch" shares={withoutBranch} from={0.1} />
          <Bars of="shortcut" shares={withoutShortcut} from={0.5} />
        </g>
        <Reference {...reference} />
      </Plot>
    </Chart>
  );
}

/** The end of an axis in fifths, with room above all values but a whole. */
function top(values: number[]): number {
  return Math.min(1, Math.ceil((Math.max(...values) + 0.02) * 5) / 5);
}

interface BarsProps {
  of: 'branch' | 'shortcut';
  shares: number[];
  /** Where in its block a bar begins, in widths of a block. */
  from: number;
}

function Bars({ of, shares, from }: BarsProps) {
  return lefts.map((left, index) => (
    <Rect
      key={index}
      className={of}
      x={[left + from, left + from + 0.4]}
      y={[0, shares[index] ?? 0]}
    />
  ));
}

function ends(values: number[]): string {
  return extent(values)
    .map((share) => percent(share ?? NaN))
    .join(' to ');
}

import { extent } from 'd3';
import { allBlocks, blocksPerStage } from '../../contract/surgery.ts';
import { percent } from '../../lib/format.ts';
import { Chart } from '../../ui/chart/Chart.tsx';
import { Legend } from '../../ui/chart/Legend.tsx';
import { Grid } from '../../ui/chart/marks/Grid.tsx';
import { Rect } from '../../ui/chart/marks/Rect.tsx';
import { Reference } from '../../ui/chart/marks/Reference.tsx';
import { Text } from '../../ui/chart/marks/Text.tsx';
import { Plot } from '../../ui/chart/Plot.tsx';

interface Props {
  title: string;
  /** From 0 to 1, in the order of `allBlocks`; null before anything was measured. */
  shares: { withoutBranch: number[]; withoutShortcut: number[] } | null;
  /** Share at the top. */
  most: number;
  reference: { value: number; label: string };
  note: string;
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
export function LesionChart({ title, shares, most, reference, note }: Props) {
  const says = shares
    ? `Without a branch ${ends(shares.withoutBranch)}, without a shortcut ${ends(shares.withoutShortcut)}; ${reference.label}`
    : 'Nothing has been measured yet';
  return (
    <Chart
      title={title}
      summary={`${says}.`}
      x={{
        domain: [0, right],
        ticks: lefts.map((left) => left + 0.5),
        format: (_, index) => `${(allBlocks[index]?.block ?? 0) + 1}`,
        label: stages,
      }}
      y={{ domain: [0, most], format: percent }}
      height={230}
      margin={{ top: 26, right: 4, bottom: 44, left: 46 }}
    >
      <Legend
        aria-hidden="true"
        entries={[
          { id: 'branch', look: 'c-branch', text: 'without its branch' },
          { id: 'shortcut', look: 'c-shortcut', text: 'without its shortcut' },
        ]}
      />
      <Plot>
        <Grid />
        {shares && (
          <g className="bars">
            <Bars of="branch" shares={shares.withoutBranch} from={0.1} />
            <Bars of="shortcut" shares={shares.withoutShortcut} from={0.5} />
          </g>
        )}
        {!shares && (
          <Text className="nothing" x={right / 2} y={most / 2}>
            not measured yet
          </Text>
        )}
        <Reference {...reference} />
      </Plot>
      <p className="fine">{note}</p>
    </Chart>
  );
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

import { memo, useMemo, useRef, useState } from 'react';
import { grouped, percent, twoDecimals, unbroken } from '../../../lib/format.ts';
import { LinkedCursor, useCursor } from '../../../ui/chart/cursor.tsx';
import { LineChart } from '../../../ui/chart/LineChart.tsx';
import { guessing, guessingLoss, halvesTo, lossAxis, roundAround } from '../curves/axes.ts';
import { blockSeries, errorSeries, lossSeries, seriesUpTo } from '../curves/series.ts';
import { errorTitle, useErrorAxis, windowOf, type CurvesProps } from './ErrorChart.tsx';
import { paperLines, paperNote } from './paper.ts';
import { useIsSeen } from './useIsSeen.ts';

const height = 216;

interface Props extends CurvesProps {
  /** Whether the curves grow many times a second: where nobody sees them they are then left as they are. */
  isMoving: boolean;
}

/** What else was measured, smaller: over the steps, and from block to block at the step shown or pointed at. */
export function Multiples(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isSeen = useIsSeen(place);
  const [chosen, choose] = useState(0);
  const names = [
    props.view.error === 'test' ? 'Training error' : 'Test error',
    'Loss',
    'Gradients',
    'Branches',
  ];
  return (
    <div className="multiples" data-chosen={chosen} ref={place}>
      {/* A phone shows one chart at a time. */}
      <div className="chart-choice" role="group" aria-label="Also measured">
        {names.map((name, index) => (
          <button
            key={name}
            type="button"
            aria-pressed={index === chosen}
            onClick={() => choose(index)}
          >
            {name}
          </button>
        ))}
      </div>
      <Charts {...props} isSeen={isSeen} />
    </div>
  );
}

const Charts = memo(
  AllCharts,
  (_, { isMoving, isSeen }: Props & { isSeen: boolean }) => isMoving && !isSeen,
);

function AllCharts(props: Props & { isSeen: boolean }) {
  const { runs, at, steps, view, summary } = props;
  const window = windowOf(runs, view);
  // The large chart shows the other.
  const other = view.error === 'test' ? 'training' : 'test';
  const errors = useMemo(() => errorSeries(runs, other, window), [runs, other, window]);
  const loss = useMemo(() => lossSeries(runs, window), [runs, window]);
  const axis = useErrorAxis(props);
  const lossDomain = useMemo(() => lossAxis(loss), [loss]);
  const paper = paperLines(runs, axis.yDomain);
  const shared = { summary, xMax: steps, xLabel: 'step', height };
  return (
    <>
      <div className="panels">
        <LineChart
          {...{ ...shared, ...axis }}
          title={errorTitle(other)}
          series={seriesUpTo(errors, at)}
          formatY={percent}
          references={[guessing, ...(other === 'test' ? paper : [])]}
        />
        <LineChart
          {...shared}
          title={`Loss: cross-entropy${window > 1 ? `, mean of ${grouped(window)} steps` : ''}`}
          series={seriesUpTo(loss, at)}
          yDomain={lossDomain}
          formatY={twoDecimals}
          references={[guessingLoss]}
        />
        <BlockCharts {...props} />
      </div>
      {paper.length === 0 && <p className="fine">{unbroken(paperNote(runs))}</p>}
    </>
  );
}

/** Of every block, from the first at the left to the last: how much gradient reaches it, and how much it adds. */
function BlockCharts({ runs, at, summary }: CurvesProps) {
  const [pointed] = useCursor();
  const step = Math.min(pointed ?? at, at);
  const numbers = useMemo(() => {
    const all = runs.flatMap(({ networks }) =>
      networks.flatMap(({ measurements }) => measurements),
    );
    return {
      gradients: roundAround(all.flatMap(({ gradients }) => gradients)),
      branches: halvesTo(all.flatMap(({ branches }) => branches)),
      deepest: Math.max(
        0,
        ...runs.flatMap(({ config }) => config.networks.map(({ depth }) => depth)),
      ),
      first: Math.min(Infinity, ...all.map((measured) => measured.step)),
      measured: [...new Set(all.map((measured) => measured.step))],
    };
  }, [runs]);
  const measuredAt = Math.max(0, ...numbers.measured.filter((one) => one <= step));
  const when = measuredAt > 0 ? `after step ${grouped(measuredAt)}` : firstTime(numbers.first);
  const gradients = useMemo(() => blockSeries(runs, measuredAt, 'gradients'), [runs, measuredAt]);
  const branches = useMemo(
    () => blockSeries(runs, measuredAt, 'branches').filter(({ kind }) => kind === 'residual'),
    [runs, measuredAt],
  );
  const shared = { summary, xMax: numbers.deepest, xLabel: 'layer', namesAtEdge: true, height };
  return (
    <LinkedCursor>
      <LineChart
        {...shared}
        title={`Gradient norm of each block, ${when}`}
        series={gradients}
        {...numbers.gradients}
        formatY={norm}
        logarithmic
      />
      <LineChart
        {...shared}
        title={`What a block adds, ‖F(x)‖ / ‖x‖, ${when}`}
        series={branches}
        yDomain={numbers.branches}
        formatY={twoDecimals}
      />
    </LinkedCursor>
  );
}

/** A norm in two digits, without the zeros that say nothing at a tick. */
const norm = (value: number) => String(Number(value.toPrecision(2)));

const firstTime = (step: number) =>
  Number.isFinite(step) ? `first at step ${grouped(step)}` : 'not measured yet';

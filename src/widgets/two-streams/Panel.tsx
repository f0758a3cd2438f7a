import { Chart } from '../../ui/chart/Chart.tsx';
import { Grid } from '../../ui/chart/marks/Grid.tsx';
import { Rule } from '../../ui/chart/marks/Rule.tsx';
import { Plot } from '../../ui/chart/Plot.tsx';
import { percent } from '../../lib/format.ts';
import { bounds, margin, named, placeAxis } from './charts/axis.ts';
import { LossBars } from './charts/LossBars.tsx';
import { RatioBars } from './charts/RatioBars.tsx';
import { River } from './charts/River.tsx';
import { sayLengths, sayLosses, sayRatios, sayWhole } from './describe.ts';
import type { ShownStream } from './shown.ts';

/** Both axes, and lines between the stages or layers. */
function Axes({ places }: Pick<ShownStream, 'places'>) {
  return (
    <>
      <Grid />
      {bounds(places).map((x) => (
        <Rule key={x} className="bound" x={x} />
      ))}
    </>
  );
}

interface Props {
  title: string;
  note: string;
  stream: ShownStream;
  /** The largest length and ratio that are drawn beside each other. */
  top: { length: number; ratio: number };
  width: number;
}

const times = (value: number) => `${value} ×`;

/** One architecture: its stream, how large what each place adds is beside it, and what is lost without it. */
export function Panel({ title, note, stream, top, width }: Props) {
  const { places, answers } = stream;
  const common = { margin, x: placeAxis(places, false), widthBeforeMeasuring: width };
  return (
    <section className="stream-panel" aria-label={title}>
      <div className="panel-head">
        <h4>{title}</h4>
        <p className="fine">{note}</p>
      </div>
      <Chart
        {...common}
        title="Length of the stream; it begins at 1"
        summary={sayLengths(stream)}
        y={{ domain: [0, top.length], ticks: 4, whole: true, format: times }}
        height={120}
      >
        <Plot>
          <Axes places={places} />
          <River places={places} />
        </Plot>
      </Chart>
      <Chart
        {...common}
        title="|F(x)| / |x|"
        summary={sayRatios(stream)}
        y={{ domain: [0, top.ratio], ticks: 3 }}
        height={84}
      >
        <Plot>
          <Axes places={places} />
          <RatioBars places={places} />
        </Plot>
      </Chart>
      <Chart
        {...common}
        title={sayWhole(answers)}
        summary={sayLosses(stream)}
        x={placeAxis(places, true)}
        y={{ domain: [0, 1], ticks: 3, format: percent }}
        height={128}
        margin={named}
      >
        <Plot>
          <Axes places={places} />
          <LossBars answers={answers} places={places.length} />
        </Plot>
      </Chart>
    </section>
  );
}

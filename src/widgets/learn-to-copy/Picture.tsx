import { textOf } from '../../figure/frame/Takeaway.tsx';
import { percentClosely } from '../../lib/format.ts';
import { LineChart, type Series } from '../../ui/chart/LineChart.tsx';
import { Pixels } from '../../ui/pixels/Pixels.tsx';
import { rgbToRgba } from '../../ui/pixels/toRgba.ts';
import { takeaway } from './describe.ts';
import { pictureSize, steps, type CopyRun } from './run.ts';

/** The share of a flat colour's error at the top of the chart. */
const most = 2;
const kinds = ['plain', 'residual'] as const;

/** The copies beside what they copy, and the errors as they fall. */
export function Picture({ result }: { result: CopyRun | null }) {
  return (
    <div className="panels">
      <Copies run={result} />
      <Errors run={result} />
    </div>
  );
}

/** The first pictures beside what each stack makes of them. */
function Copies({ run }: { run: CopyRun | null }) {
  const columns = [
    { name: 'Input', look: '', of: 'Picture', pictures: run?.target },
    {
      name: 'Plain',
      look: 'c-plain',
      of: 'The plain stack’s copy of picture',
      pictures: run?.copies.plain,
    },
    {
      name: 'Residual',
      look: 'c-residual',
      of: 'The residual stack’s copy of picture',
      pictures: run?.copies.residual,
    },
  ];
  return (
    <div className="copies">
      {columns.map(({ name, look, of, pictures }) => (
        <div key={name}>
          <p className={`chart-title ${look}`}>{name}</p>
          {[0, 1, 2].map((index) => {
            const picture = pictures?.[index];
            return (
              <Pixels
                key={index}
                rgba={picture ? rgbToRgba(picture) : null}
                side={pictureSize}
                label={`${of} ${index + 1}`}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Errors({ run }: { run: CopyRun | null }) {
  const series: Series[] = kinds.map((kind) => ({
    id: kind,
    label: kind,
    kind,
    deep: true,
    points: enter((run?.errors[kind] ?? []).map((error) => error / (run?.greyError ?? NaN))),
  }));
  return (
    <LineChart
      title="Error of the copies (one flat colour: 100 %)"
      summary={textOf(takeaway(run))}
      series={series}
      xMax={steps}
      yDomain={[0, most]}
      references={[{ value: 1, label: 'one flat colour' }]}
      xLabel="training step"
      formatY={percentClosely}
      height={320}
    />
  );
}

/** What lies above the chart at first is left out, and the curve comes in where it crosses the upper edge. */
function enter(errors: number[]): [step: number, error: number][] {
  const first = errors.findIndex((error) => error <= most);
  const points = errors.map((error, index): [number, number] => [index + 1, error]);
  if (first < 0) return [];
  if (first === 0) return points;
  const [before, inside] = [errors[first - 1] as number, errors[first] as number];
  const crossing = first + (before - most) / (before - inside);
  return [[crossing, most], ...points.slice(first)];
}

import { twoDigits } from '../../lib/format.ts';
import type { ExperimentActions, ExperimentState } from '../../figure/experimentStore.ts';
import { toQuery } from '../../figure/link.ts';
import { LineChart, type Series } from '../../ui/chart/LineChart.tsx';
import { LiveFigure } from '../../figure/LiveFigure.tsx';
import { Picture } from '../../ui/pixels/Picture.tsx';
import { Slider } from '../../ui/controls/Slider.tsx';
import {
  defaultSettings,
  fields,
  pictureSize,
  ranges,
  stepOf,
  steps,
  type CopyRun,
  type CopySettings,
} from './copyRun.ts';
import { table, takeaway } from './describe.ts';

interface Props extends ExperimentState<CopySettings, CopyRun> {
  actions: ExperimentActions<CopySettings>;
}

const kinds = ['plain', 'residual'] as const;

/** The figure as it looks in a given state. */
export function CopyView({ settings, result, actions, ...state }: Props) {
  const set = (part: Partial<CopySettings>) => actions.change({ ...settings, ...part });
  const controls = (
    <>
      <Slider
        label="Blocks in each stack"
        {...ranges.blocks}
        value={settings.blocks}
        onChange={(blocks) => set({ blocks })}
      />
      <Slider
        label="Seed"
        {...ranges.seed}
        value={settings.seed}
        onChange={(seed) => set({ seed })}
      />
      <label>
        Each block’s last γ starts at
        <select
          value={settings.lastScale}
          onChange={({ target }) => set({ lastScale: Number(target.value) })}
        >
          <option value={0.1}>0.1, small branches</option>
          <option value={1}>1, the default</option>
        </select>
      </label>
    </>
  );
  return (
    <LiveFigure
      {...state}
      actions={actions}
      name="learn-to-copy"
      title="Can a stack of layers learn to copy its input?"
      controls={controls}
      runLabel="Train"
      progress={`step ${result ? stepOf(result) : 0} of ${steps}`}
      takeaway={takeaway(result)}
      table={table(result)}
      link={{ query: toQuery(settings, defaultSettings, fields) }}
      picture="drawing"
    >
      <div className="panels">
        <Copies run={result} />
        <Errors run={result} />
      </div>
    </LiveFigure>
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
          {[0, 1, 2].map((index) => (
            <Picture
              key={index}
              size={pictureSize}
              values={pictures?.[index] ?? null}
              label={`${of} ${index + 1}`}
            />
          ))}
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
    points: (run?.errors[kind] ?? []).map((error, index): [number, number] => [index + 1, error]),
  }));
  return (
    <LineChart
      title="Error of the copies"
      summary={takeaway(run)}
      series={series}
      xMax={steps}
      yDomain={[1e-8, 10]}
      logarithmic
      reference={run?.greyError ? { value: run.greyError, label: 'one flat colour' } : undefined}
      xLabel="step"
      formatY={twoDigits}
      height={290}
    />
  );
}

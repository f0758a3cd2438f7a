import { useMemo } from 'react';
import { twoDecimals } from '../../lib/format.ts';
import type { ExperimentActions, ExperimentState } from '../../figure/experimentStore.ts';
import { toQuery } from '../../figure/link.ts';
import { LineChart } from '../../ui/chart/LineChart.tsx';
import { LiveFigure } from '../../figure/LiveFigure.tsx';
import { Slider } from '../../ui/controls/Slider.tsx';
import { histogramOf } from './bins.ts';
import { domain, series, table, takeaway } from './describe.ts';
import { HistogramChart } from './HistogramChart.tsx';
import {
  batchSizes,
  defaultSettings,
  fields,
  ranges,
  type HistogramRun,
  type HistogramSettings,
} from './histogramRun.ts';

interface Props extends ExperimentState<HistogramSettings, HistogramRun> {
  actions: ExperimentActions<HistogramSettings>;
}

/** The figure as it looks in a given state. */
export function HistogramView({ settings, result, actions, ...state }: Props) {
  const set = (part: Partial<HistogramSettings>) => actions.change({ ...settings, ...part });
  const slider = (label: string, name: keyof typeof ranges) => (
    <Slider
      label={label}
      {...ranges[name]}
      value={settings[name]}
      format={(value) => String(value).replace('-', '−')}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const controls = (
    <>
      {slider('Scale γ', 'scale')}
      {slider('Offset β', 'offset')}
      <label>
        Mode
        <select
          value={settings.mode}
          onChange={({ target }) => set({ mode: target.value as HistogramSettings['mode'] })}
        >
          <option value="train">training: the batch’s own</option>
          <option value="eval">evaluation: running averages</option>
        </select>
      </label>
      <label>
        Pictures a batch
        <select
          value={settings.batchSize}
          onChange={({ target }) => set({ batchSize: Number(target.value) })}
        >
          {batchSizes.map((size) => (
            <option key={size}>{size}</option>
          ))}
        </select>
      </label>
      {slider('Batches so far', 'batches')}
    </>
  );
  const values = result?.values;
  const before = useMemo(() => (values ? histogramOf(values.before) : null), [values]);
  const after = useMemo(() => (values ? histogramOf(values.after) : null), [values]);
  const batches = result?.settings.batches ?? settings.batches;
  return (
    <LiveFigure
      {...state}
      actions={actions}
      name="layer-histogram"
      title="What does batch norm do to a layer’s values?"
      controls={controls}
      runLabel="Run"
      progress={`batch ${result?.own.length ?? 0} of ${batches}`}
      takeaway={takeaway(result)}
      table={table(result)}
      link={{ query: toQuery(settings, defaultSettings, fields) }}
      picture="drawing"
    >
      <div className="panels">
        <HistogramChart title="Before batch norm" histogram={before} />
        <HistogramChart title="After batch norm" histogram={after} />
        {(['mean', 'variance'] as const).map((of) => {
          const curves = series(result, of);
          return (
            <LineChart
              key={of}
              title={of === 'mean' ? 'Mean before' : 'Variance before'}
              summary={takeaway(result)}
              series={curves}
              xMax={batches}
              yDomain={domain(curves, of === 'mean' ? 0 : 1)}
              xLabel="batch"
              formatY={twoDecimals}
              height={190}
              nameRoom={140}
            />
          );
        })}
      </div>
    </LiveFigure>
  );
}

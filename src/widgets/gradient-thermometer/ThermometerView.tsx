import { twoDigits } from '../../lib/format.ts';
import type { ExperimentActions, ExperimentState } from '../../figure/experimentStore.ts';
import { toQuery } from '../../figure/link.ts';
import { LineChart } from '../../ui/chart/LineChart.tsx';
import { LiveFigure } from '../../figure/LiveFigure.tsx';
import { Slider } from '../../ui/controls/Slider.tsx';
import { decades, series } from './curves.ts';
import { progress, table, takeaway } from './describe.ts';
import {
  defaultSettings,
  fields,
  ranges,
  steps,
  type GradientRun,
  type GradientSettings,
} from './gradientRun.ts';

interface Props extends ExperimentState<GradientSettings, GradientRun> {
  actions: ExperimentActions<GradientSettings>;
}

/** The figure as it looks in a given state. */
export function ThermometerView({ settings, result, actions, ...state }: Props) {
  const set = (part: Partial<GradientSettings>) => actions.change({ ...settings, ...part });
  const controls = (
    <>
      <Slider
        label="Layers"
        {...ranges.depth}
        value={settings.depth}
        onChange={(depth) => set({ depth })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={settings.batchNorm}
          onChange={({ target }) => set({ batchNorm: target.checked })}
        />
        Batch norm
      </label>
      <Slider
        label="Seed"
        {...ranges.seed}
        value={settings.seed}
        onChange={(seed) => set({ seed })}
      />
    </>
  );
  const curves = result ? series(result) : [];
  const depth = result?.settings.depth ?? settings.depth;
  return (
    <LiveFigure
      {...state}
      actions={actions}
      name="gradient-thermometer"
      title="How much of the gradient reaches each block?"
      controls={controls}
      runLabel="Measure"
      progress={result ? progress(result, steps) : ''}
      takeaway={takeaway(result)}
      table={table(result)}
      link={{ query: toQuery(settings, defaultSettings, fields) }}
      picture="drawing"
    >
      <LineChart
        title="Norm of ∂E/∂x, x the output of each block"
        summary={takeaway(result)}
        series={curves}
        xMax={(depth - 2) / 2}
        yDomain={decades(curves)}
        logarithmic
        xLabel="block (0: the first convolution)"
        formatY={twoDigits}
        height={290}
        nameRoom={220}
      />
    </LiveFigure>
  );
}

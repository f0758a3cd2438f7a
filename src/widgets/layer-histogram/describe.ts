import { twoDecimals, twoDigits } from '../../lib/format.ts';
import type { Series } from '../../ui/chart/LineChart.tsx';
import type { Callout } from '../../figure/frame/Takeaway.tsx';
import type { Table } from '../../figure/tools/table.ts';
import { histogramOf } from './bins.ts';
import { finished, type FinishedRun, type HistogramRun } from './run.ts';
import { signed } from './settings.ts';

/** What became of the values, and how far the running statistics have come. */
export function takeaway(run: HistogramRun | null): string | Callout {
  const shown = finished(run);
  if (!shown) return 'Press Run: the pictures of a batch go through one real layer.';
  const { scale, offset, mode } = shown.settings;
  const { mean, deviation } = histogramOf(shown.values.after);
  const [own, running] = [shown.own.at(-1), shown.running.at(-1)];
  const count = shown.own.length;
  const variances = `After ${count} ${count === 1 ? 'batch' : 'batches'} the running variance is ${twoDigits(running?.variance ?? NaN)}; the last batch’s own is ${twoDigits(own?.variance ?? NaN)}.`;
  return {
    key: twoDecimals(deviation),
    text: `In ${mode === 'train' ? 'training' : 'evaluation'} mode the values come out with mean ${twoDecimals(mean)} and standard deviation ${twoDecimals(deviation)} (γ is ${signed(scale)}, β is ${signed(offset)}). ${variances}`,
  };
}

/** The mean and the standard deviation that the layer normalised with, and whose they are. */
export function usedBy({ settings, values, running }: FinishedRun) {
  const last = running.at(-1);
  if (settings.mode === 'train') return { whose: 'the batch’s own', ...histogramOf(values.before) };
  return {
    whose: 'the running',
    mean: last?.mean ?? NaN,
    deviation: Math.sqrt(last?.variance ?? NaN),
  };
}

/** Each batch's own statistic, thin, and the running one, thick. */
export function series(run: HistogramRun | null, of: 'mean' | 'variance'): Series[] {
  const curve = (label: string, which: 'own' | 'running'): Series => ({
    id: label,
    label,
    kind: 'neutral',
    deep: which === 'running',
    points: (run?.[which] ?? []).map((one, index): [number, number] => [index + 1, one[of]]),
  });
  return [curve('this batch', 'own'), curve('running', 'running')];
}

/** An axis that holds all curves and `start`, where the running statistic begins. */
export function domain(curves: Series[], start: number): [number, number] {
  const values = [start, ...curves.flatMap(({ points }) => points.map(([, value]) => value))];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(0.1, (high - low) * 0.1);
  return [low === 0 ? 0 : low - room, high + room];
}

/** A row a batch. */
export function table(run: HistogramRun | null): Table | null {
  const shown = finished(run);
  if (!shown) return null;
  return {
    caption: 'Statistics of the channel before batch norm; variances are unbiased',
    head: ['batch', 'mean', 'variance', 'running mean', 'running variance'],
    rows: shown.own.map(({ mean, variance }, index) => {
      const running = shown.running[index];
      return [index + 1, mean, variance, running?.mean ?? NaN, running?.variance ?? NaN];
    }),
  };
}

import { twoDecimals, twoDigits } from '../../lib/format.ts';
import type { Series } from '../../ui/chart/LineChart.tsx';
import type { Table } from '../../figure/table.ts';
import { histogramOf } from './bins.ts';
import type { HistogramRun } from './run.ts';

/** What became of the values, and how far the running statistics have come. */
export function takeaway(run: HistogramRun | null): string {
  if (!run) return 'Predict first: what will the mean and the spread be after batch norm?';
  const own = run.own.at(-1);
  const running = run.running.at(-1);
  if (!run.values || !own || !running) return 'Nothing has been measured yet.';
  const { mean, deviation } = histogramOf(run.values.after);
  const { scale, offset, mode } = run.settings;
  const modeText = mode === 'train' ? 'training' : 'evaluation';
  return `In ${modeText} mode the values come out with mean ${twoDecimals(mean)} and standard deviation ${twoDecimals(deviation)} (β is ${offset < 0 ? `−${-offset}` : offset}, γ is ${scale}). After ${run.own.length} ${run.own.length === 1 ? 'batch' : 'batches'} the running variance is ${twoDigits(running.variance)}; the last batch’s own is ${twoDigits(own.variance)}.`;
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
  if (!run || run.own.length === 0) return null;
  return {
    caption: 'Statistics of the channel before batch norm; variances are unbiased',
    head: ['batch', 'mean', 'variance', 'running mean', 'running variance'],
    rows: run.own.map(({ mean, variance }, index) => {
      const running = run.running[index];
      return [index + 1, mean, variance, running?.mean ?? NaN, running?.variance ?? NaN];
    }),
  };
}

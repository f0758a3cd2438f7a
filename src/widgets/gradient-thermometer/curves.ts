import { extent } from 'd3';
import type { Series } from '../../ui/chart/LineChart.tsx';
import { latest, type GradientRun, type Reading } from './run.ts';

/** For each network its first and its latest reading: thin and dashed before training, thick after. */
export function series({ readings }: GradientRun): Series[] {
  return (['plain', 'residual'] as const).flatMap((kind) => {
    const curve = (reading: Reading, deep: boolean): Series => ({
      id: `${kind} ${deep}`,
      label: `${kind}, ${reading.step === 0 ? 'untrained' : `step ${reading.step}`}`,
      kind,
      deep,
      points: reading.norms.map((norm, block): [number, number] => [block, norm]),
    });
    const last = latest(readings[kind]);
    const first = readings[kind][0];
    if (!first || !last) return [];
    return last === first ? [curve(first, false)] : [curve(first, false), curve(last, true)];
  });
}

/** Powers of ten that hold every value, four of them at least: less would make noise look like a finding. */
export function decades(curves: Series[]): [number, number] {
  const values = curves
    .flatMap(({ points }) => points.map(([, value]) => value))
    .filter((value) => value > 0 && Number.isFinite(value));
  const [low, high] = extent(values);
  if (low === undefined) return [1e-4, 1];
  const top = Math.ceil(Math.log10(high));
  const bottom = Math.floor(Math.log10(low));
  return [10 ** Math.min(bottom, top - 4), 10 ** top];
}

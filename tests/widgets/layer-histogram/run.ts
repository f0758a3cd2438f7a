import { add, begin, defaultSettings } from '../../../src/widgets/layer-histogram/histogramRun.ts';

const statistics = { mean: 2, variance: 4 };

/** Two batches, and values that come out with mean 0 and standard deviation 1. */
export const run = add(begin(defaultSettings, null), [
  { type: 'statistics', batch: 1, own: statistics, running: { mean: 0.2, variance: 1.3 } },
  { type: 'statistics', batch: 2, own: statistics, running: { mean: 0.38, variance: 1.57 } },
  { type: 'values', before: Float32Array.of(0, 4), after: Float32Array.of(-1, 1) },
]);

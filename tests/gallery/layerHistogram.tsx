import type { ReactElement } from 'react';
import { HistogramView } from '../../src/widgets/layer-histogram/HistogramView.tsx';
import { defaultSettings } from '../../src/widgets/layer-histogram/histogramRun.ts';
import { run } from '../widgets/layer-histogram/run.ts';
import { engine, idle } from './actions.ts';

const view = (state: object) => <HistogramView {...idle} settings={defaultSettings} {...state} />;

/** Every state of the histogram that is worth seeing, and a sentence that must be in it. */
export const layerHistogram: Record<string, { element: ReactElement; says: string }> = {
  idle: { element: view({}), says: 'Predict first' },
  'on the way': {
    element: view({ phase: 'running', engine, result: run }),
    says: 'At batch 2 of 40',
  },
  done: { element: view({ phase: 'done', engine, result: run }), says: 'In training mode' },
};

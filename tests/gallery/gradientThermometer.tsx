import type { ReactElement } from 'react';
import { ThermometerView } from '../../src/widgets/gradient-thermometer/ThermometerView.tsx';
import { defaultSettings } from '../../src/widgets/gradient-thermometer/gradientRun.ts';
import { runOf } from '../widgets/gradient-thermometer/run.ts';
import { engine, idle } from './actions.ts';

const view = (state: object) => <ThermometerView {...idle} settings={defaultSettings} {...state} />;
const norms = (from: number, ratio: number) =>
  Array.from({ length: 10 }, (_, i) => from * ratio ** i);
const half = runOf(['plain', 0, norms(0.05, 0.9)], ['plain', 15, norms(0.03, 0.95)]);
const whole = runOf(
  ['plain', 0, norms(0.05, 0.9)],
  ['plain', 30, norms(0.03, 0.95)],
  ['residual', 0, norms(0.2, 0.8)],
  ['residual', 30, norms(0.1, 0.85)],
);
const diverged = runOf(['plain', 0, norms(1, 1.5)], ['plain', 5, norms(NaN, 1), NaN]);

/** Every state of the thermometer that is worth seeing, and a sentence that must be in it. */
export const gradientThermometer: Record<string, { element: ReactElement; says: string }> = {
  idle: { element: view({}), says: 'Predict first' },
  measuring: {
    element: view({ phase: 'running', engine, result: half }),
    says: 'step 15 of 30 of the plain network',
  },
  done: {
    element: view({ phase: 'done', engine, result: whole }),
    says: 'how long the gradient is',
  },
  diverged: {
    element: view({ phase: 'done', engine, result: diverged }),
    says: 'its loss or gradient was no longer a number',
  },
};

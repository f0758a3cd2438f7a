import type { ReactElement } from 'react';
import { MachineView } from '../../src/widgets/block-machine/MachineView.tsx';
import { defaultSettings } from '../../src/widgets/block-machine/blockRun.ts';
import { run } from '../widgets/block-machine/run.ts';
import { engine, idle } from './actions.ts';

const view = (state: object) => <MachineView {...idle} settings={defaultSettings} {...state} />;

/** Every state of the block machine that is worth seeing, and a sentence that must be in it. */
export const blockMachine: Record<string, { element: ReactElement; says: string }> = {
  idle: { element: view({}), says: 'Predict first' },
  'on the way': {
    element: view({ phase: 'running', engine, result: run }),
    says: 'At pass 3 of 42',
  },
  whole: { element: view({ phase: 'done', engine, result: run }), says: 'F(x) has 100.0' },
  'shrunk to nothing': {
    element: view({
      phase: 'done',
      engine,
      result: run,
      settings: { ...defaultSettings, factor: 0 },
    }),
    says: 'puts out x, unchanged',
  },
};

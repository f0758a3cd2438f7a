import type { ReactElement } from 'react';
import { defaultSettings } from '../../src/widgets/lesion-study/lesionRun.ts';
import { StudyView } from '../../src/widgets/lesion-study/StudyView.tsx';
import { recording, run } from '../widgets/lesion-study/study.ts';
import { engine, idle } from './actions.ts';

const view = (state: object) => (
  <StudyView {...idle} settings={defaultSettings} recording={recording} {...state} />
);

/** Every state of the lesion study that is worth seeing, and a sentence that must be in it. */
export const lesionStudy: Record<string, { element: ReactElement; says: string }> = {
  idle: { element: view({}), says: 'Recorded on 24 November 2026' },
  'fetching the network': {
    element: view({ phase: 'starting', waitingFor: 'network', engine }),
    says: 'Fetching the network',
  },
  'on the way': {
    element: view({ phase: 'running', engine, result: run }),
    says: 'At square 12 of 24',
  },
  done: {
    element: view({ phase: 'done', engine, result: run }),
    says: 'Here its first guess stayed for',
  },
};

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RunRecord } from '../../contract/runRecord.ts';
import { useLink } from '../../figure/settings/useLink.ts';
import { createRunArchive } from '../../runtime/runArchive.ts';
import { startTraining } from '../../runtime/trainClient.ts';
import { createLabStore } from './labStore.ts';
import { LabView } from './LabView.tsx';
import { fromQuery } from './linkState.ts';

interface Props {
  /** A run made earlier with the same engine, shown until the reader trains. */
  recording?: RunRecord[];
}

/** Trains plain and residual networks live and draws their errors as they fall. */
export function DegradationLab({ recording }: Props) {
  const [store] = useState(() =>
    createLabStore({ startTraining, archive: createRunArchive<RunRecord>('degradation-lab 2') }),
  );
  const state = useStore(store);

  useLink('degradation-lab', (query) => store.change(fromQuery(query, store.getState().settings)));
  useEffect(() => {
    void store.restore();
    return store.dispose;
  }, [store]);

  return <LabView {...state} recording={recording} actions={store} />;
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RunRecord } from '../../contract/runRecord.ts';
import { useLink } from '../../figure/settings/useLink.ts';
import { startTraining } from '../../runtime/trainClient.ts';
import { LabView } from './LabView.tsx';
import { openLabRuns } from '../../runtime/labRuns.ts';
import { createLabStore } from './run/labStore.ts';
import { findSpeed } from './setup/findSpeed.ts';
import { fromQuery } from './setup/linkState.ts';

interface Props {
  /** Runs made earlier with the same engine, shown until the reader trains. */
  recording?: RunRecord[];
}

/** Trains plain and residual networks live and draws their errors as they fall. */
export function DegradationLab({ recording }: Props) {
  const [store] = useState(() =>
    createLabStore({
      ...{ startTraining, findSpeed },
      archive: openLabRuns(),
      readRunFile: async (file) => (await import('./files/readRunFile.ts')).readRunFile(file),
    }),
  );
  const state = useStore(store);

  useLink('degradation-lab', (query) => store.change(fromQuery(query, store.getState().settings)));
  useEffect(() => {
    void store.restore();
    return store.dispose;
  }, [store]);

  return <LabView {...state} recording={recording} actions={store} />;
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RunRecord } from '../../contract/runRecord.ts';
import { mirrorStore } from '../../figure/mirror/mirrorStore.ts';
import { useMirror } from '../../figure/mirror/useMirror.ts';
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
  const { actions } = useMirror('degradation-lab', () => mirrorLab(store, recording !== undefined));
  useEffect(() => store.dispose, [store]);

  return <LabView {...{ ...state, recording, actions }} />;
}

/** The lab as all windows of a presentation show it. */
function mirrorLab(store: ReturnType<typeof createLabStore>, isRecorded: boolean) {
  const { change, train, goOn, discard, pause, resume, stop, reset } = store;
  const { addFiles, removeFiles, measure, replay, restore, takeOver, dispose } = store;
  return mirrorStore(store, {
    actions: {
      ...{ change, train, goOn, discard, pause, resume, stop, reset },
      ...{ addFiles, removeFiles, measure, ...(isRecorded && { replay }) },
    },
    ...{ ahead: { change }, begin: () => void restore(), takeOver, retire: dispose },
  });
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LesionRecord } from '../../contract/lesionRecord.ts';
import { createExperimentStore } from '../../figure/experimentStore.ts';
import { fromQuery } from '../../figure/link.ts';
import { useLink } from '../../figure/useLink.ts';
import { add, begin, defaultSettings, fields, plan } from './lesionRun.ts';
import { StudyView } from './StudyView.tsx';

const figure = { settings: defaultSettings, plan, begin, add };

/** What the pretrained ResNet-34 answers with one block after the other damaged: recorded, and live. */
export default function LesionStudy({ recording }: { recording: LesionRecord }) {
  const [store] = useState(() => createExperimentStore(figure));
  const state = useStore(store);
  useEffect(() => store.dispose, [store]);
  useLink('lesion-study', (query) => store.change(fromQuery(query, defaultSettings, fields)));
  return <StudyView {...state} recording={recording} actions={store} />;
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createExperimentStore } from '../../figure/experimentStore.ts';
import { fromQuery } from '../../figure/link.ts';
import { useLink } from '../../figure/useLink.ts';
import { CopyView } from './CopyView.tsx';
import { add, begin, defaultSettings, fields, plan } from './copyRun.ts';

const figure = { settings: defaultSettings, plan, begin, add };

/** A plain and a residual stack of blocks learn, in front of the reader, to output their input. */
export default function LearnToCopy() {
  const [store] = useState(() => createExperimentStore(figure));
  const state = useStore(store);
  useEffect(() => store.dispose, [store]);
  useLink('learn-to-copy', (query) => store.change(fromQuery(query, defaultSettings, fields)));
  return <CopyView {...state} actions={store} />;
}

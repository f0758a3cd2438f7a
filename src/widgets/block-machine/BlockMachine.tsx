import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createExperimentStore } from '../../figure/experimentStore.ts';
import { fromQuery } from '../../figure/link.ts';
import { useLink } from '../../figure/useLink.ts';
import { add, begin, defaultSettings, fields, plan } from './blockRun.ts';
import { MachineView } from './MachineView.tsx';

const figure = { settings: defaultSettings, plan, begin, add };

/** A picture runs through a real block, part by part, while the reader shrinks its branch. */
export default function BlockMachine() {
  const [store] = useState(() => createExperimentStore(figure));
  const state = useStore(store);
  useEffect(() => store.dispose, [store]);
  useLink('block-machine', (query) =>
    store.change({ ...defaultSettings, ...fromQuery(query, defaultSettings, fields) }),
  );
  return <MachineView {...state} actions={store} />;
}

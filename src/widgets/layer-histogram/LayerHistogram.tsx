import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createExperimentStore } from '../../figure/experimentStore.ts';
import { fromQuery } from '../../figure/link.ts';
import { useLink } from '../../figure/useLink.ts';
import {
  add,
  begin,
  defaultSettings,
  fields,
  plan,
  type HistogramSettings,
} from './histogramRun.ts';
import { HistogramView } from './HistogramView.tsx';

const figure = { settings: defaultSettings, plan, begin, add };

/** The values of a real layer before and after batch norm, and the running statistics as they converge. */
export default function LayerHistogram() {
  const [store] = useState(() => createExperimentStore(figure));
  const state = useStore(store);
  useEffect(() => store.dispose, [store]);
  useLink('layer-histogram', (query) => store.change(fromQuery(query, defaultSettings, fields)));
  const change = (settings: HistogramSettings) => {
    store.change(settings);
    // Once the reader has started the engine, the controls answer at once.
    if (store.getState().engine) store.run();
  };
  return <HistogramView {...state} actions={{ ...store, change }} />;
}

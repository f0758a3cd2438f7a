import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createExperimentStore } from '../../figure/experimentStore.ts';
import { fromQuery } from '../../figure/link.ts';
import { useLink } from '../../figure/useLink.ts';
import { add, begin, defaultSettings, fields, plan } from './gradientRun.ts';
import { ThermometerView } from './ThermometerView.tsx';

const figure = { settings: defaultSettings, plan, begin, add };

/** Measures how strong the gradient is that reaches each block of a plain and a residual network. */
export default function GradientThermometer() {
  const [store] = useState(() => createExperimentStore(figure));
  const state = useStore(store);
  useEffect(() => store.dispose, [store]);
  useLink('gradient-thermometer', (query) =>
    store.change(fromQuery(query, defaultSettings, fields)),
  );
  return <ThermometerView {...state} actions={store} />;
}

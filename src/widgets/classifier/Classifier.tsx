import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { samples } from '../../../content/samples.ts';
import { fromQuery } from '../../figure/link.ts';
import { useLink } from '../../figure/useLink.ts';
import { ClassifierView } from './ClassifierView.tsx';
import { createClassifierStore } from './classifierStore.ts';
import { fields, nothingChosen } from './linkState.ts';

/** Says what a pretrained ResNet-34 sees in a picture of the reader's; nothing leaves the device. */
export function Classifier() {
  const [store] = useState(createClassifierStore);
  const state = useStore(store);

  useLink('classifier', (query) => {
    const { picture, network, blocks } = fromQuery(query, nothingChosen, fields);
    store.operate(blocks);
    const sample = samples.find(({ id }) => id === picture);
    if (sample) void store.showSample(sample);
    if (network !== nothingChosen.network) void store.want(network);
  });
  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const [file] = clipboardData?.files ?? [];
      if (file) void store.show(file, file.name);
    };
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('paste', paste);
      store.dispose();
    };
  }, [store]);

  return <ClassifierView {...state} actions={store} />;
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ClassifierView } from './ClassifierView.tsx';
import { createClassifierStore } from './classifierStore.ts';
import { samples } from '../../lib/samples.ts';

/** Says what a pretrained ResNet-34 sees in a picture of the reader's; nothing leaves the device. */
export default function Classifier() {
  const [store] = useState(createClassifierStore);
  const state = useStore(store);

  useEffect(() => {
    const asked = new URLSearchParams(location.search).get('picture');
    const sample = samples.find(({ id }) => id === asked);
    if (sample) void store.showSample(sample);
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

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { samples } from '../../../content/samples.ts';
import { fromQuery } from '../../figure/settings/link.ts';
import { useLink } from '../../figure/settings/useLink.ts';
import { startClassifier } from '../../runtime/classifyClient.ts';
import { deleteKeptWeights, findKeptWeights } from '../../runtime/keptWeights.ts';
import { siteUrl } from '../../lib/siteUrl.ts';
import { ClassifierView } from './ClassifierView.tsx';
import { createClassifier } from './createClassifier.ts';
import { fields, nothingChosen } from './linkState.ts';
import { fetchCard } from './network/fetchCard.ts';
import { fetchDragged } from './picture/dragged.ts';
import { fetchSample } from './picture/fetchSample.ts';
import { makePreview } from './picture/makePreview.ts';
import { openPicture } from './picture/opening/openPicture.ts';

const clients = {
  ...{ openPicture, makePreview, fetchSample, fetchDragged },
  ...{ startClassifier, fetchCard, findKeptWeights, deleteKeptWeights },
  ...{ siteUrl, now: () => Date.now() },
};

/** A pretrained ResNet-34 says what it sees in the reader's picture; nothing leaves the device. */
export function Classifier() {
  const [classifier] = useState(() => createClassifier(clients));
  const { picture, opening } = useStore(classifier.picture);
  const network = useStore(classifier.network);
  const answer = useStore(classifier.answer);

  useLink('classifier', (query) => {
    const linked = fromQuery(query, nothingChosen, fields);
    classifier.answer.operate(linked.blocks);
    const sample = samples.find(({ id }) => id === linked.picture);
    if (sample) void classifier.actions.showSample(sample);
    if (linked.network !== nothingChosen.network) void classifier.network.want(linked.network);
  });
  useEffect(() => {
    void classifier.network.findKept();
    void classifier.network.findCard();
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const [file] = clipboardData?.files ?? [];
      if (file) void classifier.actions.show(file, file.name);
    };
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('paste', paste);
      classifier.dispose();
    };
  }, [classifier]);

  return <ClassifierView {...{ picture, opening, network, answer }} actions={classifier.actions} />;
}

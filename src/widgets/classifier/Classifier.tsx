import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { samples } from '../../../content/samples.ts';
import { fromQuery } from '../../figure/settings/link.ts';
import { useMirror } from '../../figure/mirror/useMirror.ts';
import { useLink } from '../../figure/settings/useLink.ts';
import { startClassifier } from '../../runtime/classifyClient.ts';
import { deleteKeptWeights, findKeptWeights } from '../../runtime/keptWeights.ts';
import { siteUrl } from '../../lib/siteUrl.ts';
import { ClassifierView } from './ClassifierView.tsx';
import { createClassifier } from './createClassifier.ts';
import { fields, nothingChosen } from './linkState.ts';
import { mirrorClassifier } from './mirrorClassifier.ts';
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

  const { actions } = useMirror('classifier', () => mirrorClassifier(classifier));
  useLink('classifier', (query) => {
    const linked = fromQuery(query, nothingChosen, fields);
    actions.operate(linked.blocks);
    const sample = samples.find(({ id }) => id === linked.picture);
    if (sample) void actions.showSample(sample);
    if (linked.network !== nothingChosen.network) void actions.want(linked.network);
  });
  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const [file] = clipboardData?.files ?? [];
      if (file) void actions.show(file, file.name);
    };
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('paste', paste);
      classifier.dispose();
    };
  }, [classifier, actions]);

  return <ClassifierView {...{ picture, opening, network, answer, actions }} />;
}

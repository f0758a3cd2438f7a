import { useEffect, useState } from 'react';
import { deleteKeptWeights, hasKeptWeights } from '../../../runtime/keptWeights.ts';
import { FileButton } from '../../../ui/controls/FileButton.tsx';
import {
  siteNetworks,
  type ClassifierActions,
  type ClassifierState,
  type Coming,
} from '../classifierStore.ts';
import { timeLeft, waitingLine } from '../describe.ts';
import { Waiting } from '../answer/Waiting.tsx';

interface Props {
  coming: ClassifierState['coming'];
  network: ClassifierState['network'];
  wanted: ClassifierState['wanted'];
  actions: ClassifierActions;
}

/** Which network answers: the small one of the site, the large one on request, or a checkpoint of the reader's. */
export function NetworkMenu({ coming, network, wanted, actions }: Props) {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    let isGone = false;
    void hasKeptWeights().then((kept) => !isGone && setKept(kept));
    return () => {
      isGone = true;
    };
  }, [coming]);

  return (
    <>
      <details className="more network-menu" open={wanted !== null}>
        <summary>Another network</summary>
        {wanted && (
          <p role="status" data-wanted="">
            The link that you opened was made with {siteNetworks[wanted]}. The small one answers
            until you fetch it.
          </p>
        )}
        <p className="fine">
          The large network is torchvision’s: 1,000 classes, pictures of 224×224 pixels, right at
          the first guess for 73 in 100 of ImageNet’s validation pictures. Its 87 MB come from
          Hugging Face, and are kept on this device until you delete them. You can also choose a
          file, or drop it on the picture’s place, such as torchvision’s resnet34-b627a593.pth; it
          is read here and goes nowhere.
        </p>
        <div className="buttons">
          <button type="button" onClick={() => actions.change('imagenet')}>
            {isKept ? 'Use the large network' : 'Fetch the large network, 87 MB'}
          </button>
          <FileButton
            accept=".pth,.pt,.safetensors"
            label="A checkpoint file"
            choose={actions.change}
          >
            Choose a checkpoint
          </FileButton>
          <button type="button" onClick={() => actions.change('tiny200')}>
            Use the small network
          </button>
          {isKept && (
            <button
              type="button"
              onClick={() => void deleteKeptWeights().then(() => setKept(false))}
            >
              Delete what is kept
            </button>
          )}
        </div>
        {!coming && (
          <p className="fine" data-network="">
            {network ? `In use: ${network.card.title}.` : ''}
          </p>
        )}
      </details>
      {/* Outside, since a checkpoint may be dropped on the picture while the menu is closed. */}
      {coming && (
        <Waiting waiting={coming.waiting} cancel={actions.stopChange}>
          {comingLine(coming)}
        </Waiting>
      )}
    </>
  );
}

function comingLine({ title, waiting, since }: Coming): string {
  if (waiting?.for !== 'weights' || !since) {
    return `Loading ${title}. ${waiting ? waitingLine(waiting) : ''}`;
  }
  const elapsedMs = Date.now() - since.at;
  const left = timeLeft(waiting, { receivedBytes: since.receivedBytes, elapsedMs });
  return waitingLine(waiting).replace('…', `${left}…`);
}

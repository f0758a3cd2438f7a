import type { ModelCard } from '../../../contract/modelCard.ts';
import { FileButton } from '../../../ui/controls/FileButton.tsx';
import { Waiting } from '../answer/Waiting.tsx';
import type { ClassifierActions } from '../createClassifier.ts';
import { timeLeft, waitingLine } from './describe.ts';
import type { Coming, NetworkState } from './networkStore.ts';
import { siteNetworks } from './sources.ts';

interface Props {
  network: NetworkState;
  actions: ClassifierActions;
}

/** Which network answers: the small one of the site, the large one on request, or a checkpoint of the reader's. */
export function NetworkMenu({ network, actions }: Props) {
  const { coming, inUse, wanted } = network;
  const { kept } = network;
  const isKept = kept === 'parts' || kept === 'everything';
  const isUnkept = inUse?.origin === 'imagenet' && kept !== 'everything';
  return (
    <>
      <details className="more network-menu" open={wanted !== null}>
        <summary>Another network</summary>
        {wanted && (
          <p role="status" data-wanted="">
            The link you opened uses {siteNetworks[wanted]}. Until you download it, the small one
            answers.
          </p>
        )}
        <p className="fine">
          The large network is torchvision’s. It knows 1,000 classes and sees pictures at 224×224
          pixels; its first guess is right for 73 in 100 of ImageNet’s validation pictures. The 87
          MB are downloaded from Hugging Face and{' '}
          {kept === 'impossible'
            ? 'cannot be kept on this device, since this browser does not let the page store anything: each visit downloads them again.'
            : 'kept on this device until you delete them.'}{' '}
          You can also choose a checkpoint of your own, such as torchvision’s resnet34-b627a593.pth,
          or drop it on the picture. It is read on this device and never uploaded.
        </p>
        <div className="buttons">
          <button type="button" onClick={() => actions.change('imagenet')}>
            {isKept ? 'Use the large network' : 'Download the large network, 87 MB'}
          </button>
          <FileButton
            accept=".pth,.pt,.safetensors,.ckpt,.bin,.th,.tar"
            label="A checkpoint file"
            choose={actions.change}
          >
            Choose a checkpoint
          </FileButton>
          <button type="button" onClick={() => actions.change('tiny200')}>
            Use the small network
          </button>
          {inUse?.origin === 'file' && (
            <FileButton accept=".txt,.json,.csv" label="A class list" choose={actions.nameClasses}>
              Choose its class list
            </FileButton>
          )}
          {/* Not while parts of it are being added. */}
          {isKept && !coming && (
            <button type="button" onClick={() => void actions.deleteKept()}>
              Delete the download
            </button>
          )}
        </div>
        {!coming && (
          <p className="fine" data-network="">
            {inUse && networkLine(inUse.card)}
            {isUnkept &&
              ' It could not be kept on this device: the next visit has to download it again.'}
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

/** Which network answers, and what to know of a file of the reader's. */
function networkLine({ title, notes = [], isNumbered, classes, crop }: ModelCard): string {
  const numbered = `The names of its ${classes.length.toLocaleString('en-GB')} classes are not known here, so they are numbered; it sees pictures at ${crop}×${crop} pixels, as torchvision’s networks do.`;
  return [`In use: ${title}.`, ...notes, ...(isNumbered ? [numbered] : [])].join(' ');
}

function comingLine({ title, waiting, since }: Coming): string {
  if (waiting?.for !== 'weights' || !since) {
    return `Loading ${title}. ${waiting ? waitingLine(waiting) : ''}`;
  }
  return waitingLine(waiting).replace('…', `${timeLeft(waiting, since)}…`);
}

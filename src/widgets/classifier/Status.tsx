import type { ClassifierState } from './classifierStore.ts';
import { timeLine, waitingLine } from './describe.ts';

/** One line below the picture: what is waited for, or how long the answer took and on what. */
export function Status({
  phase,
  waiting,
  answer,
  network,
  cancel,
}: ClassifierState & { cancel: () => void }) {
  if (phase === 'waiting') {
    const share =
      waiting?.for === 'weights' ? waiting.receivedBytes / waiting.totalBytes : undefined;
    return (
      <div className="classifier-status">
        <progress value={share} aria-label="Progress" />
        <span data-status="">{waiting ? waitingLine(waiting) : 'Looking…'}</span>
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </div>
    );
  }
  return (
    <div className="classifier-status">
      <span data-status="">
        {answer && network ? `Live on this device: ${timeLine(answer, network.device)}.` : ''}
      </span>
    </div>
  );
}

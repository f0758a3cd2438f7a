import { deviceLine, waitingLine } from '../describe.ts';
import type { ClassifierState } from '../classifierStore.ts';
import { Waiting } from './Waiting.tsx';

/** One line below the picture: what is waited for, or how long the answer took and on what. */
export function Status({
  phase,
  waiting,
  answer,
  network,
  cancel,
}: ClassifierState & { cancel: () => void }) {
  if (phase === 'waiting') {
    return (
      <Waiting waiting={waiting} cancel={cancel}>
        {waiting ? waitingLine(waiting) : 'Looking…'}
      </Waiting>
    );
  }
  return (
    <div className="classifier-status">
      <span data-status="">{answer && network ? deviceLine(answer, network.device) : ''}</span>
    </div>
  );
}

import type { Answer, ClassifyWaiting } from '../../../contract/classify.ts';
import { waitingLine } from '../network/describe.ts';
import type { AnswerState } from './answerStore.ts';
import { deviceLine } from './describe.ts';
import { Waiting } from './Waiting.tsx';

interface Props {
  phase: AnswerState['phase'];
  /** What the network still waits for. */
  waiting: ClassifyWaiting | null;
  answer: Answer | undefined;
  device: string | undefined;
  cancel: () => void;
}

/** One line below the picture: what is waited for, or how long the answer took and on what. */
export function Status({ phase, waiting, answer, device, cancel }: Props) {
  if (phase === 'waiting') {
    return (
      <Waiting waiting={waiting} cancel={cancel}>
        {waiting ? waitingLine(waiting) : 'Looking…'}
      </Waiting>
    );
  }
  return (
    <div className="status-line">
      <span data-status="">{answer && device ? deviceLine(answer, device) : ''}</span>
    </div>
  );
}

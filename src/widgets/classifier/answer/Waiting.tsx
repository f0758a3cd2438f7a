import type { ReactNode } from 'react';
import type { ClassifyWaiting } from '../../../contract/classify.ts';

interface Props {
  waiting: ClassifyWaiting | null;
  cancel: () => void;
  /** What is waited for, in words. */
  children: ReactNode;
}

/** How far something has come, and a way out. */
export function Waiting({ waiting, cancel, children }: Props) {
  const share =
    waiting?.for === 'weights' && waiting.totalBytes
      ? waiting.receivedBytes / waiting.totalBytes
      : undefined;
  return (
    <div className="status-line">
      <progress value={share} aria-label="Progress" />
      <span data-status="">{children}</span>
      <button type="button" onClick={cancel}>
        Cancel
      </button>
    </div>
  );
}

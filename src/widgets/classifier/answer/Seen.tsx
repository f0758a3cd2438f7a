import type { Answer } from '../../../contract/classify.ts';
import { Pixels } from '../../../ui/pixels/Pixels.tsx';

/** The square that the network saw. */
export function Seen({ answer }: { answer: Answer | undefined }) {
  return (
    <div className="seen">
      <p className="chart-title">What the network sees</p>
      <Pixels
        rgba={answer?.seen ?? null}
        side={answer?.side ?? 1}
        label="The picture as the network sees it"
      />
      <p className="fine">{answer ? `${answer.side}×${answer.side} pixels` : ''}</p>
    </div>
  );
}

import type { RefObject } from 'react';
import type { ModelCard } from '../../lib/modelCard.ts';
import type { Answer } from '../../runtime/protocol.ts';
import { saveText } from '../../ui/save.ts';
import type { ClassifierState } from './classifierStore.ts';
import { toCsv } from './csv.ts';

interface Props {
  answer: Answer | null;
  card: ModelCard | undefined;
  picture: ClassifierState['picture'];
  frame: RefObject<HTMLDivElement | null>;
  reset: () => void;
}

/** The quiet row: reset, full screen, download, and what the network knows. */
export function Tools({ answer, card, picture, frame, reset }: Props) {
  return (
    <div className="tools">
      <div className="tool-buttons">
        <button type="button" onClick={reset}>
          Reset
        </button>
        <button type="button" onClick={() => void frame.current?.requestFullscreen()}>
          Full screen
        </button>
        {answer && card && (
          <button
            type="button"
            onClick={() =>
              saveText('classifier.csv', 'text/csv', toCsv(card, answer, picture?.name ?? ''))
            }
          >
            Download CSV
          </button>
        )}
      </div>
      <details>
        <summary>All it knows</summary>
        {card ? (
          <p className="known-classes">
            {card.classes.map(({ name }) => name.split(',')[0]).join(' · ')}
          </p>
        ) : (
          <p>The list comes with the network.</p>
        )}
      </details>
    </div>
  );
}

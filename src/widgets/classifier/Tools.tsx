import type { RefObject } from 'react';
import { FigureTools } from '../../figure/FigureTools.tsx';
import type { ClassifierState } from './classifierStore.ts';
import { toCsv } from './answer/csv.ts';
import { linkOf } from './linkState.ts';

interface Props extends ClassifierState {
  frame: RefObject<HTMLDivElement | null>;
  reset: () => void;
}

/** The quiet row, and what the network knows. */
export function Tools({ frame, reset, ...state }: Props) {
  const { answer, picture } = state;
  const card = state.network?.card;
  return (
    <FigureTools
      frame={frame}
      name="classifier"
      reset={reset}
      link={linkOf(state)}
      csv={answer && card ? () => toCsv(card, answer, picture?.name ?? '') : undefined}
      summary="All it knows"
    >
      {card ? (
        <p className="known-classes">
          {card.classes.map(({ name }) => name.split(',')[0]).join(' · ')}
        </p>
      ) : (
        <p>The list comes with the network.</p>
      )}
    </FigureTools>
  );
}

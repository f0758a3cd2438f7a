import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { Html } from './Html.tsx';

interface Props {
  /** As HTML, from nudge to almost there. */
  hints: string[];
  /** How many the reader has asked for. */
  shown: number;
  show: (count: number) => void;
}

/** Hints that are asked for, one after the other. */
export function Hints({ hints, shown, show }: Props) {
  const list = useRef<HTMLOListElement>(null);
  if (hints.length === 0) return null;
  const next = () => {
    flushSync(() => show(shown + 1));
    // The button may be gone now; the hint is read either way.
    (list.current?.lastElementChild as HTMLElement | null)?.focus();
  };
  return (
    <div className="hints">
      <ol ref={list}>
        {hints.slice(0, shown).map((hint, index) => (
          <li key={index} className="hint" tabIndex={-1}>
            <p className="hint-title">
              Hint {index + 1} of {hints.length}
            </p>
            <Html html={hint} />
          </li>
        ))}
      </ol>
      {shown < hints.length && (
        <button type="button" className="quiet" onClick={next}>
          {shown === 0 ? 'Show a hint' : 'Show another hint'}
        </button>
      )}
    </div>
  );
}

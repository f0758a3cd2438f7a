import { useState } from 'react';
import { Html } from './Html.tsx';

interface Props {
  html: string;
  /** What the button says that shows it. */
  name: string;
  /** Whether it can be asked for. */
  isTried: boolean;
  /** What the reader is told where it can't be asked for yet. */
  when: string;
  /** The exercise is solved, or the solution has been seen before: there is nothing to ask. */
  isFree: boolean;
  isShown: boolean;
  show: (shown: boolean) => void;
}

/** The solution, after an attempt; unless the exercise is solved, it asks once whether the reader is sure. */
export function Solution({ html, name, isTried, when, isFree, isShown, show }: Props) {
  const [isAsking, setAsking] = useState(false);
  const open = (shown: boolean) => {
    setAsking(false);
    show(shown);
  };
  if (isShown)
    return (
      <div className="solution">
        <Html html={html} />
        <button type="button" className="quiet" onClick={() => open(false)}>
          Hide it again
        </button>
      </div>
    );
  if (isAsking)
    return (
      <p className="solution-asks" role="group" aria-label={name}>
        <span>Once you have seen it, you cannot find it yourself. Show it?</span>
        <button type="button" onClick={() => open(true)} autoFocus>
          Show it
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          Not yet
        </button>
      </p>
    );
  return (
    <p className="solution-asks">
      <button
        type="button"
        className="quiet"
        aria-disabled={!isTried && !isFree}
        onClick={() => {
          if (isFree) open(true);
          else if (isTried) setAsking(true);
        }}
      >
        {name}
      </button>
      {!isTried && !isFree && <span className="fine">{when}</span>}
    </p>
  );
}

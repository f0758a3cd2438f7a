import { useState } from 'react';

interface Props {
  /** How many there are. */
  count: number;
  download: () => void;
  remove: () => void;
}

/** A button that asks once more, says what goes, and offers the file first. */
export function DeleteAnswers({ count, download, remove }: Props) {
  const [isAsking, setAsking] = useState(false);
  if (count === 0) return null;
  const what = count === 1 ? 'your one answer' : `all ${count} of your answers`;
  const them = count === 1 ? 'it' : 'them';
  if (!isAsking)
    return (
      <div className="buttons">
        <button type="button" className="quiet" onClick={() => setAsking(true)}>
          Delete all answers
        </button>
      </div>
    );
  return (
    <div className="delete-answers" role="group" aria-label="Delete all answers">
      <p>
        This deletes {what} from this browser, how far you are, the hints you have read, what your
        editors can undo, and your name above. It can’t be undone. Your runs of the lab stay.
      </p>
      <p>
        A file of your answers could bring {them} back: download it first if you are not sure, and
        open it here later.
      </p>
      <div className="buttons">
        <button type="button" onClick={download} autoFocus>
          Download {them} first
        </button>
        <button
          type="button"
          onClick={() => {
            setAsking(false);
            remove();
          }}
        >
          Delete {count === 1 ? them : `all ${count}`}
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          Keep {them}
        </button>
      </div>
    </div>
  );
}

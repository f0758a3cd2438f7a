import { useRef } from 'react';
import { useStore } from 'zustand';
import type { OfflinePart } from '../../contract/offline.ts';
import { megabytes } from '../../lib/format.ts';
import type { PartSize } from './keptFiles.ts';
import type { OfflineState, OfflineStore } from './offlineStore.ts';
import { partWords } from './words.ts';

/** Which parts to save, how far that is, and what is saved. */
export function OfflineView({ store }: { store: OfflineStore }) {
  const state = useStore(store.state);
  const main = useRef<HTMLButtonElement>(null);
  const { phase, failure, said, parts, chosen } = state;
  if (phase === 'looking') return <p role="status">Looking at what is saved…</p>;
  const isBusy = phase === 'saving' || phase === 'removing';
  const missing = parts
    .filter(({ part }) => chosen.has(part))
    .reduce((sum, { bytes, keptBytes }) => sum + bytes - keptBytes, 0);
  // The button that was pressed goes with what it removes; the keyboard goes on at the one that stays.
  const remove = (part?: OfflinePart) => {
    if (isBusy) return;
    main.current?.focus();
    void store.remove(part);
  };
  return (
    <>
      {phase === 'impossible' ? (
        <p role="alert">{failure}</p>
      ) : (
        <>
          <fieldset disabled={isBusy}>
            <legend>What to save</legend>
            <ul>
              {parts.map((size) => (
                <Part
                  key={size.part}
                  {...{ size, remove }}
                  isChosen={chosen.has(size.part)}
                  choose={(isChosen) => store.choose(size.part, isChosen)}
                />
              ))}
            </ul>
          </fieldset>
          <div className="buttons quiet-buttons">
            {phase === 'saving' ? (
              // In the place of the one that starts it, which some press twice.
              <button
                type="button"
                ref={main}
                onClick={(press) => press.detail < 2 && store.cancel()}
              >
                Cancel
              </button>
            ) : (
              <button
                type="button"
                ref={main}
                className="primary"
                aria-disabled={isBusy || missing === 0}
                onClick={() => !isBusy && missing > 0 && void store.save()}
              >
                {missing === 0 ? 'All of this is saved' : `Save for offline, ${sayBytes(missing)}`}
              </button>
            )}
            {parts.some(({ keptBytes }) => keptBytes > 0) && (
              <button
                type="button"
                className="quiet"
                aria-disabled={isBusy}
                onClick={() => remove()}
              >
                Remove everything
              </button>
            )}
          </div>
          <Progress {...state} />
          {failure && <p role="alert">{failure}</p>}
          <p role="status" className="saved-word">
            {said}
          </p>
          <Room {...state} />
        </>
      )}
    </>
  );
}

function Part(props: {
  size: PartSize;
  isChosen: boolean;
  choose: (isChosen: boolean) => void;
  remove: (part: OfflinePart) => void;
}) {
  const { isChosen, choose, remove } = props;
  const { part, bytes, keptBytes } = props.size;
  const { name, for: use } = partWords[part];
  const isSaved = keptBytes === bytes;
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={isChosen}
          onChange={({ target }) => choose(target.checked)}
        />
        <span>
          <strong>{name}</strong> <span className="part-size">{sayBytes(bytes)}</span>
          <span className="part-use">{use}</span>
        </span>
      </label>
      <span className="part-state" data-saved={isSaved ? '' : undefined}>
        {isSaved
          ? 'Saved'
          : keptBytes > 0
            ? `${megabytes(keptBytes)} of ${sayBytes(bytes)} saved`
            : 'Not saved'}
      </span>
      {keptBytes > 0 && part !== 'chapter' && (
        <span className="quiet-buttons">
          <button
            type="button"
            className="quiet"
            aria-label={`Remove ${name}`}
            onClick={() => remove(part)}
          >
            Remove
          </button>
        </span>
      )}
    </li>
  );
}

function Progress({ phase, received, total, isLineDown }: OfflineState) {
  if (phase !== 'saving') return null;
  return (
    <div className="saving">
      <progress aria-label="Saved so far" value={received} max={total || 1} />
      <span>
        {isLineDown
          ? 'The network connection is down. Saving goes on by itself when it is back.'
          : `${megabytes(received)} of ${sayBytes(total)}`}
      </span>
    </div>
  );
}

function Room({ room, isPersistent, parts }: OfflineState) {
  if (!room) return null;
  const isAnySaved = parts.some(({ keptBytes }) => keptBytes > 0);
  const promise = isPersistent
    ? 'The browser keeps it until you remove it.'
    : 'A browser that runs out of room may delete it: look here before you rely on it.';
  return (
    <p className="fine">
      This site uses {sayBytes(room.used)} of the {sayRoom(room.allowed)} that the browser allows
      it. {isAnySaved && promise}
    </p>
  );
}

const sayBytes = (bytes: number) => `${megabytes(bytes)}\u00a0MB`;
const sayRoom = (bytes: number) =>
  bytes < 1e9 ? sayBytes(bytes) : `${(bytes / 1e9).toFixed(0)}\u00a0GB`;

import type { CSSProperties } from 'react';
import { cifarClasses, type Looked, type Sorted } from '../../../contract/trainedNetwork.ts';
import { percent, unbroken } from '../../../lib/format.ts';
import { Pixels } from '../../../ui/pixels/Pixels.tsx';
import { rgbToRgba } from '../../../ui/pixels/toRgba.ts';
import { guessesOf, nextMistake } from './describe.ts';

interface Props {
  sorted: Sorted | null;
  pictureSize: number;
  /** From 0. */
  picture: number;
  pictures: number;
  block: number;
  looked: Looked | null;
  show: (picture: number) => void;
}

/** A test picture, what the network says it is, and what it says without the chosen block. */
export function PictureAnswer({ sorted, pictureSize, picture, block, looked, ...props }: Props) {
  const { pictures, show } = props;
  const length = pictureSize ** 2 * 3;
  const pixels = sorted?.pixels.subarray(picture * length, (picture + 1) * length);
  const label = sorted && (cifarClasses[sorted.labels[picture] ?? 0] as string);
  return (
    <div className="picture-answer">
      <div className="test-picture">
        <Pixels
          side={pictureSize}
          rgba={pixels ? rgbToRgba(Float32Array.from(pixels, (byte) => byte / 255)) : null}
          label={label ? `Test picture ${picture + 1}: ${label}` : 'Test picture'}
        />
        <p className="fine">
          {label ?? '…'}, {picture + 1} of {pictures}
        </p>
      </div>
      <div>
        <div className="answers">
          <Guesses title="The whole network" right={label} probabilities={looked?.probabilities} />
          <Guesses
            title={`Without block ${block + 1}`}
            right={label}
            probabilities={looked?.without}
          />
        </div>
        <div className="buttons">
          <button type="button" onClick={() => show((picture + 1) % pictures)}>
            Next picture
          </button>
          <button
            type="button"
            disabled={!sorted}
            onClick={() => sorted && show(nextMistake(sorted, picture))}
          >
            Next mistake
          </button>
        </div>
      </div>
    </div>
  );
}

interface GuessesProps {
  title: string;
  right: string | null;
  /** Null where there is no such network; undefined before it has answered. */
  probabilities: number[] | null | undefined;
}

function Guesses({ title, right, probabilities }: GuessesProps) {
  const guesses = probabilities ? guessesOf(probabilities) : [];
  return (
    <div className="guesses">
      <p>{title}</p>
      {probabilities === null ? (
        <p className="fine">It cannot be removed.</p>
      ) : (
        <ol>
          {guesses.map(({ name, probability }) => (
            <li key={name} style={{ '--share': probability } as CSSProperties}>
              <span>
                {name}
                {name === right && <b> ✓</b>}
              </span>{' '}
              <span>{unbroken(percent(probability))}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

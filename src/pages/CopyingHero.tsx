import type { CSSProperties } from 'react';
import recording from '../../content/runs/copying.json';
import { day, percentClosely } from '../lib/format.ts';
import { BlockDrawing } from '../ui/network/BlockDrawing.tsx';

const { settings, errors, moments, greyError, recordedAt } = recording;
const { blocks, steps, pictures } = settings;
const last = moments.length - 1;
const kinds = ['plain', 'residual'] as const;

/** Each moment in words, for the page as it stands and for src/page/copyingHero.ts. */
const said = moments.map((step) => ({
  step,
  plain: shareOf(errors.plain[step - 1]),
  residual: shareOf(errors.residual[step - 1]),
}));

/**
 * The cover's experiment: one picture, two stacks, and what each has learnt to make of it. Stands there as the
 * recorded run ended; src/page/copyingHero.ts plays it from its start.
 */
export function CopyingHero({ root }: { root: string }) {
  const end = said.at(-1);
  return (
    <figure
      className="copying"
      data-copying=""
      data-recording="copying"
      style={{ '--at': last, '--rows': moments.length } as CSSProperties}
    >
      <div className="copying-scene">
        <div className="copying-given">
          <Frame kind="target" says="The picture that both stacks are given: a cat" />
        </div>
        <span className="copying-fork" aria-hidden="true" />
        {kinds.map((kind) => (
          <div key={kind} className={`copying-row ${kind}`}>
            <div>
              <p className={`c-${kind}`}>
                {kind === 'plain' ? 'Plain' : 'Residual'}: {blocks} blocks
                {kind === 'residual' && ' with shortcuts'}
              </p>
              <Stack isPlain={kind === 'plain'} />
              <p className="copying-error">
                error <strong data-error={kind}>{end?.[kind]}</strong>
              </p>
            </div>
            <Frame kind={kind} says={`What comes out of the ${kind} stack`} />
          </div>
        ))}
      </div>
      <div className="copying-controls">
        <button type="button" data-play="">
          Replay
        </button>
        <input
          type="range"
          min={0}
          max={last}
          defaultValue={last}
          aria-label="Moment of the recorded run"
          data-scrub=""
        />
        <span className="copying-step">
          training step <span data-step="">{end?.step}</span> of {steps}
        </span>
        <span className="visually-hidden" role="status" data-said="" />
      </div>
      <figcaption>
        <p>
          Recorded on {day(recordedAt)} with this chapter’s own engine on the CPU, seed{' '}
          {settings.seed}. Both stacks train for {steps} steps on {pictures} test pictures of
          CIFAR-10; this is the first of them. “Error” is the mean squared error over all {pictures}
          , as a share of what one flat colour would give. Each branch starts small, its last scale
          at {settings.lastScale}. Lesson 1 lets you{' '}
          <a href={`${root}degradation/#learn-to-copy`}>train them yourself</a>, with other starts
          too.
        </p>
      </figcaption>
      <script
        type="application/json"
        data-moments=""
        dangerouslySetInnerHTML={{ __html: JSON.stringify(said) }}
      />
    </figure>
  );
}

/** A picture of the film: a style sheet shows the row that --at says. */
function Frame({ kind, says }: { kind: 'target' | (typeof kinds)[number]; says: string }) {
  return <div className={`copying-frame ${kind}`} role="img" aria-label={says} />;
}

const layers = ['first', 'second'].map((id) => ({
  id,
  name: '',
  size: [14, 20] as [number, number],
}));
/** The middle of the drawing, where the pictures’ middles are. */
const middle = 30;

function Stack({ isPlain }: { isPlain: boolean }) {
  return (
    <div className="copying-stack" aria-hidden="true">
      {Array.from({ length: blocks }, (_, block) => (
        <BlockDrawing
          key={block}
          look="glyph"
          plan={{ length: 62, line: middle, rise: 26, bend: 22 }}
          across={2 * middle}
          branch={layers}
          shortcut={isPlain ? null : []}
        />
      ))}
      <span className="copying-value" />
    </div>
  );
}

function shareOf(error = NaN): string {
  return percentClosely(error / greyError);
}

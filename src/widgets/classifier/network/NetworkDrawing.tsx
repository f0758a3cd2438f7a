import type { Surgery, Way } from '../../../contract/surgery.ts';
import type { Part } from './architecture.ts';

interface Props {
  parts: Part[];
  surgery: Surgery;
  /** The id of the part whose layers are listed. */
  selected: string;
  select: (id: string) => void;
}

/** ResNet-34 block by block, in the order in which they run; every part is a button that opens it. */
export function NetworkDrawing({ parts, surgery, selected, select }: Props) {
  const outer = (id: 'stem' | 'head') => (
    <button
      type="button"
      className="part"
      aria-pressed={selected === id}
      onClick={() => select(id)}
    >
      {id}
    </button>
  );
  return (
    <div className="network-drawing" role="group" aria-label="The network, from picture to answer">
      {outer('stem')}
      {surgery.map((uses, stage) => (
        <div className="stage" role="group" aria-label={`Stage ${stage + 1}`} key={stage}>
          <span className="stage-title">
            stage {stage + 1} <span className="stage-shape">{shapeOf(parts, stage)}</span>
          </span>
          <div className="stage-blocks">
            {uses.map(({ block, way }) => {
              const id = `${stage}.${block}`;
              return (
                <button
                  type="button"
                  className="part block"
                  key={id}
                  data-block={id}
                  data-way={way}
                  aria-pressed={selected === id}
                  aria-label={`Stage ${stage + 1}, block ${block + 1}: ${wayWords[way]}`}
                  onClick={() => select(id)}
                >
                  <BlockSketch way={way} />
                  <span aria-hidden="true">{block + 1}</span>
                </button>
              );
            })}
          </div>
        </div>
      ))}
      {outer('head')}
    </div>
  );
}

const wayWords: Record<Way, string> = {
  both: 'branch and shortcut',
  shortcut: 'shortcut only',
  branch: 'branch only',
};

/** The shortcut's arc above the branch's box; a way that is closed is broken off. */
function BlockSketch({ way }: { way: Way }) {
  return (
    <svg viewBox="0 0 40 34" width="40" height="34" aria-hidden="true">
      <path
        className={`sketch-shortcut ${way === 'branch' ? 'closed' : ''}`}
        d="M3 23 C3 3 37 3 37 23"
      />
      <path
        className={`sketch-branch ${way === 'shortcut' ? 'closed' : ''}`}
        d="M1 23 H10 M30 23 H39"
      />
      <rect
        className={`sketch-branch ${way === 'shortcut' ? 'closed' : ''}`}
        x="10"
        y="15"
        width="20"
        height="16"
        rx="3"
      />
    </svg>
  );
}

function shapeOf(parts: Part[], stage: number): string {
  const first = parts.find(({ id }) => id === `${stage}.0`);
  return first?.rows.at(-1)?.output.join('×') ?? '';
}

import type { Surgery, Way } from '../../../contract/surgery.ts';
import { BlockDrawing } from '../../../ui/network/BlockDrawing.tsx';
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
                  <BlockDrawing
                    look="glyph"
                    plan={{ length: 40 }}
                    branch={layers}
                    shortcut={[]}
                    cut={cut[way]}
                  />
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

/** What is cut where only one way is open. */
const cut = { both: undefined, shortcut: 'branch', branch: 'shortcut' } as const;
const layers = [{ id: 'layers', name: '' }];

function shapeOf(parts: Part[], stage: number): string {
  const first = parts.find(({ id }) => id === `${stage}.0`);
  return first?.rows.at(-1)?.output.join('×') ?? '';
}

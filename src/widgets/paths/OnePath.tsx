import { useChart } from '../../ui/chart/frame.ts';
import { BlockDrawing } from '../../ui/network/BlockDrawing.tsx';
import { sayPath } from './describe.ts';
import { lengthShown, turns, type Length } from './paths.ts';

const layers = ['conv1', 'conv2'].map((id) => ({ id, name: '' }));

/** The blocks in a row, with one path through and around them; what it does not take is broken off. */
export function OnePath({ lengths }: { lengths: Length[] }) {
  const { cursor } = useChart();
  const length = lengthShown(lengths, cursor);
  const blocks = lengths.length - 1;
  return (
    <div className="one-path">
      <p>{sayPath(lengths[length] as Length, blocks)}</p>
      <div className="chain" style={{ maxWidth: blocks * 72 }} aria-hidden="true">
        {turns(blocks, length).map((isThrough, block) => (
          <BlockDrawing
            key={block}
            look="glyph"
            plan={{ length: 40 }}
            branch={layers}
            shortcut={[]}
            cut={isThrough ? 'shortcut' : 'branch'}
          />
        ))}
      </div>
    </div>
  );
}

import { useWidth } from '../../ui/chart/useWidth.ts';
import { BlockDrawing } from '../../ui/network/BlockDrawing.tsx';
import type { Part } from '../../ui/network/PartMark.tsx';
import type { BlockSettings } from './block.ts';
import { takeaway } from './describe.ts';
import type { Flow, Place, Shape } from './flow.ts';
import { layerText, layOut } from './layout.ts';
import { ShapeMark } from './ShapeMark.tsx';

interface Props {
  settings: BlockSettings;
  flow: Flow;
}

const widthBeforeMeasuring = 540;

/** The block from input to output, a shape on each way. */
export function Drawing({ settings, flow }: Props) {
  const [holder, width] = useWidth<HTMLDivElement>(widthBeforeMeasuring);
  const { steps, failsAt, input } = flow;
  const at = layOut(width);
  const identity = flow.shortcutIs === 'identity';
  const layer = (place: Place, name: string): Part => ({
    ...{ id: place, name, lines: layerText(place, settings, flow) },
    size: [at.boxHeight, at.boxWidth],
  });
  const mark = (id: string, name: string, shape: Shape | undefined): Part => ({
    ...{ id, name, size: [at.markHeight, 0] },
    content: (
      <ShapeMark {...{ name, shape, input }} isStacked={at.isStacked} height={at.markHeight} />
    ),
  });
  const places = Object.keys(steps) as Place[];
  const silent = places.filter((place) => !steps[place].shape).flatMap((place) => after[place]);

  return (
    <div className="block-drawing" ref={holder}>
      <BlockDrawing
        label={`The block, from its input to its output. ${takeaway(settings, flow)}`}
        plan={{
          ...{ direction: 'down', length: at.height, line: at.branchX },
          ...{ rise: at.shortcutX - at.branchX, bend: 40, gap: 6 },
        }}
        across={width}
        before={[mark('x', 'x', input)]}
        branch={[
          ...[layer('conv1', 'conv1, BN, ReLU'), mark('v', '', steps.conv1.shape)],
          ...[layer('conv2', 'conv2, BN'), mark('f', 'F(x)', steps.conv2.shape)],
        ]}
        shortcut={[
          ...(identity ? [] : [layer('shortcut', titles[flow.shortcutIs])]),
          mark('s', flow.shortcutIs === 'projection' ? 'Wx' : 'x', steps.shortcut.shape),
        ]}
        after={[{ id: 'relu', name: 'ReLU', size: [28, 84] }, mark('y', 'y', steps.sum.shape)]}
        failed={failsAt ? [failsAt === 'sum' ? 'addition' : failsAt] : []}
        silent={silent}
      />
    </div>
  );
}

const titles = { identity: '', projection: 'projection, BN', 'zero padding': 'option A' };

/** What nothing comes out of when a step has no shape. */
const after: Record<Place, string[]> = {
  conv1: ['conv1', 'v'],
  conv2: ['conv2', 'f'],
  shortcut: ['shortcut', 's'],
  sum: ['addition', 'relu', 'y'],
};

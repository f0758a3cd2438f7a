import type { ReactNode } from 'react';
import { useWidth } from '../../ui/chart/useWidth.ts';
import { BlockDrawing } from '../../ui/network/BlockDrawing.tsx';
import type { Part } from '../../ui/network/PartMark.tsx';
import type { BlockSettings } from './block.ts';
import { takeaway } from './describe.ts';
import type { Flow, Place, Shape } from './flow.ts';
import { across, layerText, layOut, markLength, scaleFor, widestDown } from './layout.ts';
import { ShapeMark, SmallShapeMark, type MarkProps } from './ShapeMark.tsx';

interface Props {
  settings: BlockSettings;
  flow: Flow;
}

const widthBeforeMeasuring = 1050;

/** The block from input to output, a shape on each way. */
export function Drawing({ settings, flow }: Props) {
  const [holder, width] = useWidth<HTMLDivElement>(widthBeforeMeasuring);
  const direction = width > widestDown ? 'right' : 'down';
  const { steps, failsAt, input } = flow;
  const down = layOut(width);
  const scale = scaleFor(flow, direction);
  const layer = (place: Place, name: string): Part => ({
    ...{ id: place, name, lines: layerText(place, settings, flow) },
    size:
      direction === 'right'
        ? [across.box.along, across.box.across]
        : [down.boxHeight, down.boxWidth],
  });
  const mark = (
    id: string,
    name: ReactNode,
    shape: Shape | undefined,
    way: MarkProps['way'],
  ): Part => {
    const given = { name, shape, scale, way, isFirst: id === 'x' };
    return direction === 'right'
      ? {
          ...{ id, name: '', size: [markLength(shape, scale), 0] },
          content: <ShapeMark {...given} />,
        }
      : {
          ...{ id, name: '', size: [down.markHeight, 0] },
          content: (
            <SmallShapeMark {...given} isStacked={down.isStacked} height={down.markHeight} />
          ),
        };
  };
  const places = Object.keys(steps) as Place[];
  const silent = places.filter((place) => !steps[place].shape).flatMap((place) => after[place]);
  const isIdentity = flow.shortcutIs === 'identity';
  const shortcutName = flow.shortcutIs === 'projection' ? <Projected /> : 'x';

  return (
    <div className="block-drawing" ref={holder}>
      <BlockDrawing
        label={`The block, from its input to its output. ${takeaway(settings, flow)}`}
        look="medium"
        {...(direction === 'right'
          ? {
              plan: {
                ...{ direction, length: width },
                line: across.line,
                rise: across.rise,
                gap: 5,
              },
              across: across.height,
            }
          : {
              plan: {
                ...{ direction, length: down.height, line: down.branchX },
                ...{ rise: down.shortcutX - down.branchX, bend: 40, gap: 6 },
              },
              across: width,
            })}
        before={[mark('x', 'x', input, 'both')]}
        branch={[
          ...[layer('conv1', 'conv1, BN, ReLU'), mark('v', '', steps.conv1.shape, 'branch')],
          ...[layer('conv2', 'conv2, BN'), mark('f', 'F(x)', steps.conv2.shape, 'branch')],
        ]}
        shortcut={[
          ...(isIdentity ? [] : [layer('shortcut', titles[flow.shortcutIs])]),
          mark('s', shortcutName, steps.shortcut.shape, 'shortcut'),
        ]}
        after={[
          { id: 'relu', name: 'ReLU', size: direction === 'right' ? [60, 34] : [28, 84] },
          mark('y', 'y', steps.sum.shape, 'both'),
        ]}
        failed={failsAt ? [failsAt === 'sum' ? 'addition' : failsAt] : []}
        silent={silent}
      />
    </div>
  );
}

/** W with a lowered s, and x: equation (4.2). */
function Projected() {
  return (
    <>
      W
      <tspan className="lowered" dy="4">
        s
      </tspan>
      <tspan dy="-4"> x</tspan>
    </>
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

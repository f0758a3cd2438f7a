import type { Flow, Place, Shape } from './flow.ts';
import { extent, type Box } from '../../ui/network/Slab.tsx';
import type { BlockSettings, Convolution } from './block.ts';

/** What stands in a layer's box, line by line. */
export function layerText(place: Place, settings: BlockSettings, flow: Flow): string[] {
  if (place === 'sum') return [];
  if (place !== 'shortcut') return convolutionText(settings[place]);
  if (flow.shortcutIs === 'identity') return ['x as it is'];
  const { projection } = settings;
  if (flow.shortcutIs === 'projection') return convolutionText(projection);
  return [
    projection.stride === 1 ? 'every value' : `1 value in ${projection.stride} each way`,
    `zeros up to ${projection.outChannels} channels`,
  ];
}

function convolutionText(convolution: Convolution): string[] {
  const { inChannels, outChannels, kernel, stride, padding } = convolution;
  return [
    `${inChannels} → ${outChannels} channels`,
    `${kernel}×${kernel}, stride ${stride}, pad ${padding}`,
  ];
}

/** From so many pixels on, the block is drawn from left to right; on less, from top to bottom. */
export const widestDown = 880;

/** The drawing's measures in pixels where values flow down, for a given width; its height never changes. */
export function layOut(width: number) {
  const isNarrow = width < 460;
  const boxWidth = isNarrow ? Math.floor((width - 12) / 2) : 210;
  const branchX = isNarrow ? boxWidth / 2 + 2 : width * 0.28;
  const shortcutX = isNarrow
    ? width - boxWidth / 2 - 2
    : width - Math.max(boxWidth / 2 + 2, width * 0.24);
  return {
    height: isNarrow ? 470 : 400,
    boxWidth,
    boxHeight: 60,
    branchX,
    shortcutX,
    /** Too narrow for a slab and a shape side by side. */
    isStacked: isNarrow,
    /** What a shape takes up on its way. */
    markHeight: isNarrow ? 56 : 34,
  };
}

/** The drawing's measures where values flow to the right. */
export const across = {
  line: 218,
  rise: 150,
  height: 300,
  box: { along: 132, across: 64 },
} as const;

/** Of a character in a shape, in pixels: of the code's font, and of the text's where there is less room. */
const characterWidth = { wide: 8.4, narrow: 6.9 };

/** Where the parts of a shape's mark stand around the place it marks: beside each other, or the slab above. */
export function placeMark(text: string, isStacked: boolean) {
  const textWidth = text.length * characterWidth[isStacked ? 'narrow' : 'wide'];
  const slabWidth = 30;
  if (isStacked) {
    const width = Math.max(textWidth, 56);
    return { width, slabX: -14, slabY: -9, nameX: 12, textX: -textWidth / 2, textY: 19 };
  }
  const width = slabWidth + 6 + textWidth;
  const textX = slabWidth + 6 - width / 2;
  const slabX = -width / 2 + slabWidth / 2;
  return { width, slabX, slabY: 0, nameX: textX, textX, textY: undefined };
}

/** Pixels per pixel of a map, and per channel. */
export interface Scale {
  side: number;
  channel: number;
}

const rooms = {
  right: { scale: { side: 1.5, channel: 0.22 }, face: 84, thickness: 44 },
  down: { scale: { side: 0.5, channel: 0.09 }, face: 28, thickness: 16 },
};

/** One scale for all the tensors of a block: usually the same, smaller where one of them would not fit. */
export function scaleFor(flow: Flow, direction: keyof typeof rooms): Scale {
  const { scale, face, thickness } = rooms[direction];
  const shapes = [
    flow.input,
    ...Object.values(flow.steps).flatMap(({ shape }) => (shape ? [shape] : [])),
  ];
  const largest = (axis: 1 | 2) => Math.max(...shapes.map((shape) => shape[axis]));
  return {
    side: Math.min(scale.side, face / largest(2)),
    channel: Math.min(scale.channel, thickness / largest(1)),
  };
}

/** A tensor as a slab around the origin: as high as its maps, as thick as their channels. */
export function slabOf([, channels, height]: Shape, scale: Scale): Box {
  const size = { width: channels * scale.channel, height: height * scale.side };
  const [across, up] = extent({ ...size, back: size.height });
  return { ...size, x: -across / 2, y: up / 2 - size.height, back: size.height };
}

/** What a tensor takes up on its way to the right; `nothing arrives` takes up its words. */
export function markLength(shape: Shape | undefined, scale: Scale): number {
  return shape ? extent(slabOf(shape, scale))[0] + 8 : 110;
}

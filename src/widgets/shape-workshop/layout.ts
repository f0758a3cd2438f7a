import type { Flow, Place, Shape } from './flow.ts';
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

/** The drawing's measures in pixels, for a given width; its height never changes. */
export function layOut(width: number) {
  const isNarrow = width < 460;
  const boxWidth = isNarrow ? Math.floor((width - 12) / 2) : 210;
  const branchX = isNarrow ? boxWidth / 2 + 2 : width * 0.28;
  const shortcutX = isNarrow
    ? width - boxWidth / 2 - 2
    : width - Math.max(boxWidth / 2 + 2, width * 0.24);
  return {
    height: 400,
    boxWidth,
    boxHeight: 60,
    branchX,
    shortcutX,
    /** Too narrow for a slab and a shape side by side. */
    isStacked: isNarrow,
    /** What a shape takes up on its way. */
    markHeight: isNarrow ? 40 : 34,
  };
}

/** Of a character in a shape, in pixels: of the code's font, and of the text's where there is less room. */
const characterWidth = { wide: 8.4, narrow: 6.9 };

/** Where the parts of a shape's mark stand around the place it marks: beside each other, or the slab above. */
export function placeMark(text: string, isStacked: boolean) {
  const textWidth = text.length * characterWidth[isStacked ? 'narrow' : 'wide'];
  const slabWidth = 42;
  if (isStacked) {
    const width = Math.max(textWidth, 56);
    return { width, slabX: -14, slabY: -9, scale: 0.6, nameX: 7, textX: -textWidth / 2, textY: 12 };
  }
  const width = slabWidth + 6 + textWidth;
  const textX = slabWidth + 6 - width / 2;
  const slabX = -width / 2 + 13;
  return { width, slabX, slabY: 0, scale: 1, nameX: textX, textX, textY: undefined };
}

/** A slab that stands for a tensor: its face grows with the map, its depth with the channels. */
export function slab([, channels, height]: Shape, input: Shape) {
  const largest = Math.max(input[2], height);
  return {
    face: 6 + 20 * Math.sqrt(height / largest),
    depth: Math.min(14, 1.6 * Math.log2(channels + 1)),
  };
}

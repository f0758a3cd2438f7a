import { slant, type Box } from './Slab.tsx';

const stem = { side: 32, channels: 16 };
/** Feature maps of He et al. 2015, section 4.2. */
const stages = [stem, { side: 16, channels: 32 }, { side: 8, channels: 64 }];
const pixelsPerSide = 1;
const gap = 1;

interface Stack {
  width: number;
  /** From the first layer, at the bottom, to the last. */
  layers: Box[];
  /** The two layers of every block. */
  shortcuts: [Box, Box][];
}

/** A CIFAR network's layers as slabs one on the other, to the scale at which `deepest` layers are `height` pixels high. */
export function layOutStack(depth: number, height: number, deepest: number): Stack {
  const up = stem.side * pixelsPerSide * slant.up;
  const channels = layersOf(deepest).reduce((sum, layer) => sum + layer.channels, 0);
  const perChannel = (height - up - 2 - gap * deepest) / channels;
  let y = height - 1;
  const layers = layersOf(depth).map((layer): Box => {
    const [size, thick] = [layer.side * pixelsPerSide, layer.channels * perChannel];
    y -= thick + gap;
    // Smaller maps stand in the middle of larger ones.
    const inset = (stem.side * pixelsPerSide - size) / 2;
    const x = 1 + inset * (1 + slant.right);
    return { x, y: y - inset * slant.up, width: size, height: thick, back: size };
  });
  const blocks = (depth - 2) / 2;
  return {
    width: Math.ceil(stem.side * pixelsPerSide * (1 + slant.right)) + 12,
    layers,
    shortcuts: Array.from({ length: blocks }, (_, block) => [
      layers[1 + 2 * block] as Box,
      layers[2 + 2 * block] as Box,
    ]),
  };
}

/** The shape after every convolution; the ten scores of the linear layer are as thick as ten channels. */
function layersOf(depth: number) {
  const perStage = (depth - 2) / 3;
  return [
    stem,
    ...stages.flatMap((stage) => Array.from({ length: perStage }, () => stage)),
    { side: 8, channels: 10 },
  ];
}

import type { BlockSettings, Convolution } from './block.ts';

/** [pictures, channels, height, width], as PyTorch writes it. */
export type Shape = [number, number, number, number];

/** Pictures in the batch of the chapter's running example. */
const batch = 2;

export type Place = 'shortcut' | 'conv1' | 'conv2' | 'sum';

/** What happens at one place of the block. Without a shape it failed, or was never reached. */
export interface Step {
  shape?: Shape;
  /** What PyTorch says, in its own words. */
  error?: string;
  /** Numbers to learn, those of the batch normalisation included. */
  parameters: number;
}

export interface Flow {
  input: Shape;
  /** What the shortcut's option comes to in this block. */
  shortcutIs: 'identity' | 'zero padding' | 'projection';
  steps: Record<Place, Step>;
  /** The place whose error PyTorch raises: the first in the order in which the lesson's `forward` runs. */
  failsAt?: Place;
  parameters: number;
}

/** Sends an input's shape through a block as the lesson's `forward` does: shortcut, branch, sum. */
export function sendThrough(settings: BlockSettings): Flow {
  const input: Shape = [batch, settings.channels, settings.size, settings.size];
  const shortcutIs = resolveShortcut(settings);
  const shortcut = takeShortcut(input, shortcutIs, settings.projection);
  const conv1 = convolve(input, settings.conv1);
  const conv2 = convolve(conv1.shape, settings.conv2);
  const steps = { shortcut, conv1, conv2, sum: add(conv2.shape, shortcut.shape) };
  const failsAt = (Object.keys(steps) as Place[]).find((place) => steps[place].error);
  const parameters = Object.values(steps).reduce((sum, step) => sum + step.parameters, 0);
  return { input, shortcutIs, steps, parameters, ...(failsAt && { failsAt }) };
}

/** Option B projects where the block says that the shape changes, as torchvision's `_make_layer` does. */
function resolveShortcut({ option, channels, conv1, conv2 }: BlockSettings): Flow['shortcutIs'] {
  if (option === 'identity') return 'identity';
  if (option === 'A') return 'zero padding';
  const changes = conv1.stride * conv2.stride !== 1 || channels !== conv2.outChannels;
  return option === 'C' || changes ? 'projection' : 'identity';
}

function takeShortcut(input: Shape, kind: Flow['shortcutIs'], projection: Convolution): Step {
  if (kind === 'identity') return { shape: input, parameters: 0 };
  if (kind === 'projection') return convolve(input, projection);
  const kept = (size: number) => Math.ceil(size / projection.stride);
  const [pictures, , height, width] = input;
  return {
    shape: [pictures, projection.outChannels, kept(height), kept(width)],
    parameters: 0,
  };
}

/** A convolution without a bias, and the batch normalisation after it. */
function convolve(input: Shape | undefined, convolution: Convolution): Step {
  const { inChannels, outChannels, kernel, stride, padding } = convolution;
  const parameters = outChannels * inChannels * kernel ** 2 + 2 * outChannels;
  if (!input) return { parameters };
  const [pictures, channels, height, width] = input;
  if (channels !== inChannels) {
    const weight = [outChannels, inChannels, kernel, kernel].join(', ');
    return {
      parameters,
      error: `RuntimeError: Given groups=1, weight of size [${weight}], expected input[${input.join(', ')}] to have ${inChannels} channels, but got ${channels} channels instead`,
    };
  }
  const padded = height + 2 * padding;
  if (kernel > padded) {
    return {
      parameters,
      error: `RuntimeError: Calculated padded input size per channel: (${padded} x ${padded}). Kernel size: (${kernel} x ${kernel}). Kernel size can't be greater than actual input size`,
    };
  }
  const size = (side: number) => Math.floor((side + 2 * padding - kernel) / stride) + 1;
  return { parameters, shape: [pictures, outChannels, size(height), size(width)] };
}

/** The sum of branch (a) and shortcut (b). An axis of size 1 is stretched; else the last that differs is named. */
function add(a: Shape | undefined, b: Shape | undefined): Step {
  if (!a || !b) return { parameters: 0 };
  for (const dimension of [3, 2, 1, 0] as const) {
    const [left, right] = [a[dimension], b[dimension]];
    if (left !== right && left !== 1 && right !== 1) {
      return {
        parameters: 0,
        error: `RuntimeError: The size of tensor a (${left}) must match the size of tensor b (${right}) at non-singleton dimension ${dimension}`,
      };
    }
  }
  return { parameters: 0, shape: a.map((side, index) => Math.max(side, b[index] ?? 1)) as Shape };
}

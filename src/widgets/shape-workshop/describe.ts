import type { Table } from '../../figure/tools/table.ts';
import { grouped } from '../../lib/format.ts';
import type { Flow, Place, Shape, Step } from './flow.ts';
import { layerText } from './layout.ts';
import type { BlockSettings, Convolution } from './block.ts';

/** A shape as PyTorch prints it. */
export function shapeText(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}

/** What the block does to its input, or what to change so that it does something. */
export function takeaway(settings: BlockSettings, flow: Flow): string {
  if (flow.failsAt) return remedy(settings, flow, flow.failsAt);
  const { conv1, conv2, shortcut, sum } = flow.steps;
  const stretched = stretchedAxis(conv2, shortcut);
  if (stretched !== undefined) {
    return `No error, and yet hardly what you want: ${stretched}, so PyTorch stretches that axis to fit.`;
  }
  const output = shapeText(sum.shape as Shape);
  const input = shapeText(flow.input);
  return [
    input === output
      ? `The shape stays ${input}, so any number of such blocks fit one after the other.`
      : `The block turns ${input} into ${output}, and both ways agree.`,
    `Of its ${grouped(flow.parameters)} parameters the branch has ${grouped(conv1.parameters + conv2.parameters)}`,
    shortcut.parameters > 0
      ? `and the shortcut ${grouped(shortcut.parameters)}.`
      : 'and the shortcut none.',
  ].join(' ');
}

function stretchedAxis(branch: Step, shortcut: Step): string | undefined {
  const axis = branch.shape?.findIndex((side, index) => side !== shortcut.shape?.[index]);
  if (axis === undefined || axis < 0) return undefined;
  const isBranch = branch.shape?.[axis] === 1;
  return `${isBranch ? 'the branch' : 'the shortcut'} has size 1 in dimension ${axis}`;
}

function remedy(settings: BlockSettings, flow: Flow, place: Place): string {
  if (place === 'sum') return mendSum(settings, flow);
  const input = place === 'conv2' ? (flow.steps.conv1.shape as Shape) : flow.input;
  const convolution = place === 'shortcut' ? settings.projection : settings[place];
  return mendConvolution(place === 'shortcut' ? 'the shortcut' : place, convolution, input);
}

function mendConvolution(name: string, convolution: Convolution, input: Shape): string {
  const { inChannels, kernel, padding } = convolution;
  const [, channels, size] = input;
  if (channels !== inChannels) {
    return `What to change: ${name} is made for ${grouped(inChannels)} channels and gets ${grouped(channels)}. Set its In to ${channels}.`;
  }
  const needed = Math.ceil((kernel - size) / 2);
  return `What to change: with ${padding === 0 ? 'no padding' : `padding ${padding}`}, a ${kernel} × ${kernel} kernel does not fit on a ${size} × ${size} map. Give ${name} a smaller kernel, or padding ${needed}.`;
}

function mendSum({ option, channels, size, conv1, conv2, projection }: BlockSettings, flow: Flow) {
  const branch = flow.steps.conv2.shape as Shape;
  const shortcut = flow.steps.shortcut.shape as Shape;
  const stride = conv1.stride * conv2.stride;
  if (branch[3] !== shortcut[3]) {
    const sizes = `the branch’s maps are ${branch[3]} × ${branch[3]}, the shortcut’s ${shortcut[3]} × ${shortcut[3]}`;
    if (branch[3] !== Math.ceil(size / stride)) {
      const loses = loosePadding('conv1', conv1) ?? loosePadding('conv2', conv2);
      if (loses) return `What to change: ${sizes}. ${loses}`;
    }
    if (flow.shortcutIs === 'identity' && option !== 'B') {
      return `What to change: ${sizes}. Let the shortcut shrink too: option A or B with stride ${stride} and ${branch[1]} channels out.`;
    }
    if (projection.stride !== stride) {
      return `What to change: ${sizes}. Give the shortcut the stride of the branch, ${stride}.`;
    }
    return `What to change: ${sizes}. ${loosePadding('the shortcut', projection) ?? 'Choose sizes that agree by equation (4.1).'}`;
  }
  const parts = `the branch has ${grouped(branch[1])} channels, the shortcut ${grouped(shortcut[1])}`;
  return flow.shortcutIs === 'identity'
    ? `What to change: ${parts}. Keep conv2 at ${channels} channels, or choose option A or B for the shortcut.`
    : `What to change: ${parts}. Set the shortcut’s Out to ${branch[1]}.`;
}

/** A kernel keeps its map's size, stride aside, with a padding of half of what it covers beyond the middle. */
function loosePadding(name: string, { kernel, padding }: Convolution): string | undefined {
  if (2 * padding === kernel - 1) return undefined;
  return kernel % 2 === 0
    ? `An even kernel never keeps a map’s size: give ${name} kernel ${kernel - 1} and padding ${(kernel - 2) / 2}.`
    : `A ${kernel} × ${kernel} kernel keeps the size with padding ${(kernel - 1) / 2}: set that for ${name}.`;
}

const steps: Record<Place, string> = {
  shortcut: 'shortcut',
  conv1: 'conv1, BN, ReLU',
  conv2: 'conv2, BN',
  sum: 'addition, ReLU',
};

/** Each step with the shape after it and its parameters, in the order in which they run. */
export function table(settings: BlockSettings, flow: Flow): Table {
  const row = (place: Place) => {
    const { shape, parameters } = flow.steps[place];
    const setTo = layerText(place, settings, flow).join(', ');
    return [steps[place], setTo, shape ? shapeText(shape) : 'none', parameters];
  };
  return {
    caption: 'Shapes and parameters, in the order in which PyTorch runs the lines',
    head: ['Step', 'Settings', 'Output shape', 'Parameters'],
    rows: [
      ['input', '', shapeText(flow.input), 0],
      ...(Object.keys(steps) as Place[]).map(row),
      ['Total', '', '', flow.parameters],
    ],
    show: [undefined, undefined, undefined, grouped],
  };
}

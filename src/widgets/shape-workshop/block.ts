/** What `nn.Conv2d` is given; every convolution here is without a bias. */
export interface Convolution {
  inChannels: number;
  outChannels: number;
  kernel: number;
  stride: number;
  padding: number;
}

/** The shortcut: nothing on it, or one of the options of He et al. 2015, section 3.3. */
export const shortcutOptions = ['identity', 'A', 'B', 'C'] as const;
export type ShortcutOption = (typeof shortcutOptions)[number];

export interface BlockSettings {
  /** Height and width of the input. */
  size: number;
  channels: number;
  conv1: Convolution;
  conv2: Convolution;
  option: ShortcutOption;
  /** The shortcut's 1×1 convolution; option A takes its channels and its stride. */
  projection: Convolution;
}

export interface Preset {
  id: string;
  label: string;
  settings: BlockSettings;
}

const identityBlock: BlockSettings = {
  size: 56,
  channels: 64,
  conv1: { inChannels: 64, outChannels: 64, kernel: 3, stride: 1, padding: 1 },
  conv2: { inChannels: 64, outChannels: 64, kernel: 3, stride: 1, padding: 1 },
  option: 'identity',
  projection: { inChannels: 64, outChannels: 64, kernel: 1, stride: 1, padding: 0 },
};

const downsampling: BlockSettings = {
  size: 56,
  channels: 64,
  conv1: { inChannels: 64, outChannels: 128, kernel: 3, stride: 2, padding: 1 },
  conv2: { inChannels: 128, outChannels: 128, kernel: 3, stride: 1, padding: 1 },
  option: 'B',
  projection: { inChannels: 64, outChannels: 128, kernel: 1, stride: 2, padding: 0 },
};

export const forgottenProjection: Preset = {
  id: 'forgotten-projection',
  label: 'Forgotten projection',
  settings: { ...downsampling, option: 'identity' },
};

/** Blocks to start from: two that work, two with a mistake that is easily made. */
export const presets: Preset[] = [
  { id: 'identity-block', label: 'Identity block', settings: identityBlock },
  { id: 'downsampling', label: 'Downsampling with B', settings: downsampling },
  forgottenProjection,
  {
    id: 'unchanged-conv2',
    label: 'conv2 left as it was',
    settings: { ...downsampling, conv2: identityBlock.conv2 },
  },
];

/** The largest a setting may be, and the smallest: enough for every network of the chapter. */
export const limits = {
  size: [1, 512],
  channels: [1, 2048],
  inChannels: [1, 2048],
  outChannels: [1, 2048],
  kernel: [1, 11],
  stride: [1, 8],
  padding: [0, 8],
} as const satisfies Record<string, readonly [number, number]>;

export type Setting = keyof typeof limits;

export const settingNames: Record<Setting, string> = {
  size: 'Height and width',
  channels: 'Channels',
  inChannels: 'In',
  outChannels: 'Out',
  kernel: 'Kernel',
  stride: 'Stride',
  padding: 'Padding',
};

/** What is wrong with a number that the reader typed, or nothing. */
export function findProblem(setting: Setting, value: number): string | undefined {
  const [least, most] = limits[setting];
  if (Number.isInteger(value) && value >= least && value <= most) return undefined;
  return `${settingNames[setting]} must be a whole number from ${least} to ${most}.`;
}

/** The settings of a convolution that the shortcut's option leaves to the reader. */
export function projectionSettings(option: ShortcutOption): (keyof Convolution)[] {
  if (option === 'identity') return [];
  if (option === 'A') return ['outChannels', 'stride'];
  return ['inChannels', 'outChannels', 'kernel', 'stride', 'padding'];
}

/** The first problem of a block; while there is one, nothing is computed. */
export function findBlockProblem({
  size,
  channels,
  conv1,
  conv2,
  option,
  projection,
}: BlockSettings): string | undefined {
  const typed: [string, Setting, number][] = [
    ['Input', 'size', size],
    ['Input', 'channels', channels],
    ...convolutionNumbers('conv1', conv1),
    ...convolutionNumbers('conv2', conv2),
    ...convolutionNumbers('Shortcut', projection).filter(([, setting]) =>
      projectionSettings(option).some((used) => used === setting),
    ),
  ];
  for (const [place, setting, value] of typed) {
    const problem = findProblem(setting, value);
    if (problem) return `${place}: ${problem}`;
  }
  return undefined;
}

function convolutionNumbers(place: string, convolution: Convolution) {
  return (Object.entries(convolution) as [keyof Convolution, number][]).map(
    ([setting, value]): [string, Setting, number] => [place, setting, value],
  );
}

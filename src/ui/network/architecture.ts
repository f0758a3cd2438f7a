/** One layer of a network's table. */
export interface LayerRow {
  /** Its key in a checkpoint, or what it does where it has no weights. */
  name: string;
  /** Height, width, channels. */
  output: [height: number, width: number, channels: number];
  parameters: number;
  /** Multiply-adds of a picture; of convolutions and the linear layer only, as is usual. */
  multiplyAdds: number;
  pytorch: string;
  typescript: string;
}

/** The stem, a block or the head. */
export interface Part {
  /** Such as `stem`, `2.0` (the first block of the second stage) or `head`. */
  id: string;
  title: string;
  rows: LayerRow[];
}

/** Blocks of equal shape, one after the other. */
export interface Stage {
  blocks: number;
  channels: number;
}

/** The shape after a part: pixels a side, and channels. */
export interface PartShape {
  side: number;
  channels: number;
}

/**
 * Every layer of a network of two-layer blocks, such as ResNet-34, as torchvision lays it out.
 * @param pixels of the square picture, a side
 */
export function describeNetwork(stages: readonly Stage[], pixels: number, classes: number): Part[] {
  const half = Math.ceil(pixels / 2);
  let side = Math.ceil(half / 2);
  let channels = 64;
  const stem: Part = {
    id: 'stem',
    title: 'Stem',
    rows: [
      convolution('conv1', half, { from: 3, to: 64, kernel: 7, stride: 2 }),
      norm('bn1', half, 64),
      {
        name: 'ReLU and 3×3 max pooling',
        ...without([side, side, 64]),
        pytorch: 'nn.MaxPool2d(kernel_size=3, stride=2, padding=1)',
        typescript: 'maxPool(x)',
      },
    ],
  };
  const blocks = stages.flatMap(({ blocks: count, channels: to }, stage) =>
    Array.from({ length: count }, (_, block) => {
      const stride = to === channels ? 1 : 2;
      side = Math.ceil(side / stride);
      const part = describeBlock(stage, block, side, {
        from: channels,
        to,
        stride,
      });
      channels = to;
      return part;
    }),
  );
  const head: Part = {
    id: 'head',
    title: 'Head',
    rows: [
      {
        name: 'average of each map',
        ...without([1, 1, channels]),
        pytorch: 'nn.AdaptiveAvgPool2d((1, 1))',
        typescript: 'globalAveragePool(x)',
      },
      {
        name: 'fc',
        output: [1, 1, classes],
        parameters: channels * classes + classes,
        multiplyAdds: channels * classes,
        pytorch: `nn.Linear(${channels}, ${classes})`,
        typescript: `new Linear(${channels}, ${classes})`,
      },
    ],
  };
  return [stem, ...blocks, head];
}

/** What comes out of a part. */
export function shapeAfter({ rows }: Part): PartShape {
  const [side, , channels] = (rows.at(-1) as LayerRow).output;
  return { side, channels };
}

/** The place of a block's stage among the stages; undefined for stem and head. */
export function stageOf({ id }: Part): number | undefined {
  return id.includes('.') ? Number(id.split('.')[0]) : undefined;
}

/** Whether the shortcut of a block is a projection. */
export function projects({ rows }: Part): boolean {
  return rows.some(({ name }) => name.endsWith('downsample.0'));
}

/** Parameters and multiply-adds of some rows together. */
export function total(rows: LayerRow[]): {
  parameters: number;
  multiplyAdds: number;
} {
  return rows.reduce(
    (sum, row) => ({
      parameters: sum.parameters + row.parameters,
      multiplyAdds: sum.multiplyAdds + row.multiplyAdds,
    }),
    { parameters: 0, multiplyAdds: 0 },
  );
}

function describeBlock(
  stage: number,
  block: number,
  side: number,
  { from, to, stride }: { from: number; to: number; stride: number },
): Part {
  const key = `layer${stage + 1}.${block}`;
  const rows = [
    convolution(`${key}.conv1`, side, { from, to, kernel: 3, stride }),
    norm(`${key}.bn1`, side, to),
    convolution(`${key}.conv2`, side, { from: to, to, kernel: 3, stride: 1 }),
    norm(`${key}.bn2`, side, to),
  ];
  if (stride > 1) {
    rows.push(
      convolution(`${key}.downsample.0`, side, { from, to, kernel: 1, stride }),
      norm(`${key}.downsample.1`, side, to),
    );
  }
  rows.push({
    name: 'addition and ReLU',
    ...without([side, side, to]),
    pytorch: 'F.relu(out + identity)',
    typescript: 'bn2.forward(out, { add: identity, relu: true })',
  });
  return {
    id: `${stage}.${block}`,
    title: `Stage ${stage + 1}, block ${block + 1}`,
    rows,
  };
}

function convolution(
  name: string,
  side: number,
  { from, to, kernel, stride }: { from: number; to: number; kernel: number; stride: number },
): LayerRow {
  const padding = (kernel - 1) / 2;
  const parameters = kernel ** 2 * from * to;
  const torch = [
    `kernel_size=${kernel}`,
    stride > 1 && `stride=${stride}`,
    padding && `padding=${padding}`,
  ];
  const ours = [stride > 1 && `stride: ${stride}`, padding && `padding: ${padding}`].filter(
    Boolean,
  );
  const options = ours.length > 0 ? `, { ${ours.join(', ')} }` : '';
  return {
    name,
    output: [side, side, to],
    parameters,
    multiplyAdds: parameters * side ** 2,
    pytorch: `nn.Conv2d(${from}, ${to}, ${torch.filter(Boolean).join(', ')}, bias=False)`,
    typescript: `new Conv2d(${from}, ${to}, ${kernel}${options})`,
  };
}

function norm(name: string, side: number, channels: number): LayerRow {
  return {
    name,
    output: [side, side, channels],
    parameters: 2 * channels,
    multiplyAdds: 0,
    pytorch: `nn.BatchNorm2d(${channels})`,
    typescript: `new BatchNorm2d(${channels})`,
  };
}

const without = (output: LayerRow['output']) => ({
  output,
  parameters: 0,
  multiplyAdds: 0,
});

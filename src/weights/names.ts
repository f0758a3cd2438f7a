import { CheckpointError, quote, saveAgain } from './checkpointError.ts';
import type { StateDict } from '../contract/stateDict.ts';

/** Batch norm's `num_batches_tracked`: with a fixed momentum nothing depends on it. */
export function isCounter(key: string): boolean {
  return key.endsWith('num_batches_tracked');
}

type Rule = [RegExp, (...found: string[]) => string];

/**
 * Other names for torchvision's tensors. timm's ResNet-34 has torchvision's own; Hugging Face transformers'
 * (microsoft/resnet-34, modeling_resnet.py) count stages and layers from 0; nn.DataParallel puts `module.`
 * before each.
 */
const rules: Rule[] = [
  [/^resnet\.embedder\.embedder\.convolution\.(\w+)$/, (_, field) => `conv1.${field}`],
  [/^resnet\.embedder\.embedder\.normalization\.(\w+)$/, (_, field) => `bn1.${field}`],
  [
    /^resnet\.encoder\.stages\.(\d)\.layers\.(\d+)\.layer\.(\d)\.(convolution|normalization)\.(\w+)$/,
    (_, stage, block, layer, kind, field) =>
      `layer${Number(stage) + 1}.${block}.${kind === 'convolution' ? 'conv' : 'bn'}${Number(layer) + 1}.${field}`,
  ],
  [
    /^resnet\.encoder\.stages\.(\d)\.layers\.(\d+)\.shortcut\.(convolution|normalization)\.(\w+)$/,
    (_, stage, block, kind, field) =>
      `layer${Number(stage) + 1}.${block}.downsample.${kind === 'convolution' ? 0 : 1}.${field}`,
  ],
  [/^classifier\.1\.(\w+)$/, (_, field) => `fc.${field}`],
];

/**
 * The same tensors under torchvision's names, such as `layer1.0.bn1.running_mean`. Names of no known kind
 * stay as they are.
 * @throws CheckpointError if two tensors get the same name
 */
export function withTorchvisionNames(state: StateDict): StateDict {
  const renamed: StateDict = Object.create(null);
  for (const [key, tensor] of Object.entries(state)) {
    const name = torchvisionName(key);
    if (name in renamed) {
      throw new CheckpointError(
        `${quote(key)} and another tensor are both called ${quote(name)}.`,
        saveAgain,
      );
    }
    renamed[name] = tensor;
  }
  return renamed;
}

function torchvisionName(key: string): string {
  const bare = key.startsWith('module.') ? key.slice('module.'.length) : key;
  for (const [form, name] of rules) {
    const found = form.exec(bare);
    if (found) return name(...found);
  }
  return bare;
}

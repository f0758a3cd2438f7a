import type { Checkpoint } from './checkpoint.ts';
import { CheckpointError, quote, saveAgain } from './checkpointError.ts';
import { isAverage } from './isAverage.ts';
import type { StateDict } from '../contract/stateDict.ts';

/** Batch norm's `num_batches_tracked`: with a fixed momentum nothing depends on it. */
export function isCounter(key: string): boolean {
  return key.endsWith('num_batches_tracked');
}

type Rule = [RegExp, (...found: string[]) => string];

/**
 * Other names for torchvision's tensors. timm's ResNet-34 has torchvision's own; Hugging Face transformers'
 * (microsoft/resnet-34, modeling_resnet.py) count stages and layers from 0; this chapter's own blocks call the
 * projection `shortcut`, as many others do.
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
  [/^(layer\d\.\d+)\.shortcut\.(.*)$/, (_, block, rest) => `${block}.downsample.${rest}`],
];

/** What torchvision calls all but the head. */
export const trunk = /^(conv1|bn1|layer[1-4])\./;

/**
 * The same tensors under torchvision's names, such as `layer1.0.bn1.running_mean`: without the prefix of the
 * first convolution's key, such as `module.` or `model.backbone.`, and with the head called `fc`. Names of no
 * known kind stay as they are.
 * @throws CheckpointError if two tensors get the same name
 */
export function withTorchvisionNames(given: StateDict): Checkpoint {
  const state = withChildNames(given);
  const { prefix, others } = findPrefix(Object.keys(state));
  const renamed: StateDict = Object.create(null);
  for (const [key, tensor] of Object.entries(state)) {
    // Another network in the same dict, such as an average of this one.
    if (others.some((other) => key.startsWith(other))) continue;
    const name = torchvisionName(key, prefix);
    if (name in renamed) {
      throw new CheckpointError(
        `${quote(key)} and another tensor are both called ${quote(name)}.`,
        saveAgain,
      );
    }
    renamed[name] = tensor;
  }
  const notes = others.length === 0 ? [] : [noteNetworks(prefix, others)];
  return { state: withHead(renamed), notes };
}

/** What torchvision's resnet34 consists of, in order. */
const children = 'conv1 bn1 relu maxpool layer1 layer2 layer3 layer4 avgpool fc'.split(' ');

/** The names of an nn.Sequential of a ResNet's children, numbers, as the names that these had in the ResNet. */
function withChildNames(state: StateDict): StateDict {
  const first = Object.keys(state).find((key) => /^(.*\.)?4\.0\.conv1\.weight$/.test(key));
  const prefix = first?.slice(0, -'4.0.conv1.weight'.length);
  if (prefix === undefined || !(`${prefix}0.weight` in state)) return state;
  const named: StateDict = Object.create(null);
  for (const [key, tensor] of Object.entries(state)) {
    const [, number, rest] = /^(\d)(\..*)$/.exec(key.slice(prefix.length)) ?? [];
    const child = key.startsWith(prefix) ? children[Number(number)] : undefined;
    named[child === undefined ? key : `${prefix}${child}${rest}`] = tensor;
  }
  return named;
}

function torchvisionName(key: string, prefix: string): string {
  const bare = key.startsWith(prefix) ? key.slice(prefix.length) : key;
  for (const [form, name] of rules) {
    const found = form.exec(bare);
    if (found) return name(...found);
  }
  return bare;
}

const firstConvolution = /^(|.*\.)(?:conv1|resnet\.embedder\.embedder\.convolution)\.weight$/;
const insideBlock = /(^|\.)(layer\d|layers|blocks?)\./;

/** What stands before the names of the network, and before those of other networks in the same dict. */
function findPrefix(keys: string[]): { prefix: string; others: string[] } {
  const starts = keys
    .flatMap((key) => firstConvolution.exec(key)?.[1] ?? [])
    .filter((start) => !insideBlock.test(start))
    .sort((a, b) => Number(isAverage(a)) - Number(isAverage(b)) || a.length - b.length);
  const [prefix = sharedPrefix(keys), ...others] = starts;
  return { prefix, others: others.filter((other) => !prefix.startsWith(other)) };
}

/** The names that all keys begin with, such as `module.` */
function sharedPrefix(keys: string[]): string {
  const [first = ''] = keys;
  const [segment = ''] = /^[^.]+\./.exec(first) ?? [];
  if (!segment || trunk.test(segment) || !keys.every((key) => key.startsWith(segment))) return '';
  return segment + sharedPrefix(keys.map((key) => key.slice(segment.length)));
}

/** The head under torchvision's name, if it has another: the only matrix beside the trunk, and its offsets. */
function withHead(state: StateDict): StateDict {
  const keys = Object.keys(state);
  const matrices = keys.filter((key) => !trunk.test(key) && state[key]?.shape.length === 2);
  const [weight = ''] = matrices;
  if (matrices.length !== 1 || !keys.some((key) => trunk.test(key))) return state;
  const name = /^(.*)\bweight$/.exec(weight)?.[1];
  if (name === undefined || name === 'fc.') return state;
  const renamed: StateDict = Object.create(null);
  for (const [key, tensor] of Object.entries(state)) {
    const field = key.startsWith(name) ? key.slice(name.length) : '';
    renamed[/^(weight|bias)$/.test(field) ? `fc.${field}` : key] = tensor;
  }
  return renamed;
}

function noteNetworks(prefix: string, others: string[]): string {
  const names = others.slice(0, 5).map((other) => quote(other.slice(0, -1)));
  return `The file holds ${others.length + 1} networks: taken was ${prefix ? quote(prefix.slice(0, -1)) : 'the one without a prefix'}, not ${names.join(', ')}.`;
}

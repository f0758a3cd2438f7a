import { describe, expect, test } from 'vitest';
import { readCheckpoint } from '../../src/weights/readCheckpoint.ts';
import { pattern } from '../reference/pattern.ts';
import { checkpointFile } from './checkpointFiles.ts';
import { thrownBy } from './thrownBy.ts';

const read = (name: string) => readCheckpoint(checkpointFile(name), name).state;
const filled = (key: string, shape: number[]) => ({ shape, data: pattern(key, shape) });
/** make_checkpoints.py's `coarse`: numbers that every type of element holds exactly. */
const coarse = (key: string, shape: number[]) => ({
  shape,
  data: pattern(key, shape).map((value) => Math.floor(value * 64) / 64),
});
const network = {
  'conv1.weight': filled('conv1.weight', [3, 2, 3, 3]),
  'bn1.weight': filled('bn1.weight', [3]),
  'bn1.bias': filled('bn1.bias', [3]),
  'bn1.running_mean': filled('bn1.running_mean', [3]),
  'bn1.running_var': filled('bn1.running_var', [3]),
  'fc.weight': filled('fc.weight', [4, 3]),
  'fc.bias': filled('fc.bias', [4]),
};

describe.each(['.pth', '.legacy.pth'])('a %s file of PyTorch', (ending) => {
  test('with Parameters and counters', () => {
    expect(read(`network${ending}`)).toEqual(network);
  });

  test('of a training script, from nn.DataParallel', () => {
    expect(read(`nested${ending}`)).toEqual(network);
  });

  test('with numbers of every type', () => {
    expect(read(`types${ending}`)).toEqual({
      double: filled('double', [2, 3]),
      float: filled('float', [2, 3]),
      half: coarse('half', [3, 5]),
      'half.edges': {
        shape: [5],
        data: Float32Array.of(2 ** -24, -(2 ** -14), 65504, -65504, 0),
      },
      bfloat16: coarse('bfloat16', [3, 5]),
    });
  });

  test('with strides, offsets and a shared storage', () => {
    const shared = pattern('shared', [4, 6]);
    const half = coarse('half', [3, 5]).data;
    const columns = shared.filter((_, i) => i % 2 === 0);
    expect(read(`views${ending}`)).toEqual({
      shared: { shape: [4, 6], data: shared },
      rows: { shape: [2, 6], data: shared.slice(6, 18) },
      columns: { shape: [4, 3], data: columns },
      transposed: {
        shape: [6, 4],
        data: shared.map((_, i) => shared[(i % 4) * 6 + Math.floor(i / 4)]!),
      },
      channelsLast: filled('channelsLast', [2, 3, 2, 2]),
      'half.transposed': {
        shape: [5, 3],
        data: half.map((_, i) => half[(i % 3) * 5 + Math.floor(i / 3)]!),
      },
      scalar: { shape: [], data: shared.slice(23) },
      empty: { shape: [0, 6], data: new Float32Array() },
    });
  });
});

test.each([
  [
    'namespace',
    'a Namespace and a set beside the weights, as torchvision’s reference training writes',
  ],
  ['numpy', 'numbers of numpy and a path beside them'],
  ['net', 'the key net'],
  ['lone-tensor', 'a best accuracy that is a tensor'],
  ['lightning', 'a prefix of two words'],
  ['compiled', 'the prefixes of DistributedDataParallel and torch.compile'],
  ['two-deep', 'weights two deep'],
  ['averaged-only', 'a counter of averages'],
  ['sequential-head', 'a head in a Sequential'],
  ['timm-head', 'a head of another name'],
  ['protocol-3', 'a pickle of protocol 3'],
  ['protocol-4', 'a pickle of protocol 4'],
  ['protocol-5', 'a pickle of protocol 5'],
])('wrapped-%s.pth: %s', (name) => {
  const file = `wrapped-${name}.pth`;
  expect(readCheckpoint(checkpointFile(file), file)).toEqual({ state: network, notes: [] });
});

test('of weights and their average, the weights are taken, and the reader is told', () => {
  const file = 'wrapped-average.pth';
  expect(readCheckpoint(checkpointFile(file), file)).toEqual({
    state: network,
    notes: ['The file holds 2 sets of weights: taken was "model_state", not "ema".'],
  });
});

test('the format is told by the first bytes, whatever the file is called', () => {
  for (const name of ['model.pth.tar', 'last.ckpt', 'pytorch_model.bin', 'net.th', 'picture.png']) {
    expect(readCheckpoint(checkpointFile('network.pth'), name).state).toEqual(network);
    expect(readCheckpoint(checkpointFile('network.legacy.pth'), name).state).toEqual(network);
  }
});

test('a safetensors file, with 8-bit weights', () => {
  const scale = coarse('steps.scale', [3]).data;
  expect(read('tensors.safetensors')).toEqual({
    float: filled('float', [2, 3]),
    half: coarse('half', [3, 5]),
    unaligned: filled('unaligned', [2, 2]),
    bfloat16: coarse('bfloat16', [3, 5]),
    steps: {
      shape: [3, 4],
      data: Float32Array.from({ length: 12 }, (_, i) => (22 * i - 127) * scale[Math.floor(i / 4)]!),
    },
  });
});

test('aligned float32 is a view of the file, not a copy', () => {
  const file = checkpointFile('network.pth');
  const { data } = readCheckpoint(file, 'network.pth').state['conv1.weight']!;
  expect(data.buffer).toBe(file.buffer);
});

test('a file that lies askew in memory gives the same numbers', () => {
  for (const name of ['network.pth', 'types.legacy.pth', 'tensors.safetensors']) {
    const file = checkpointFile(name);
    const askew = new Uint8Array(file.length + 1).subarray(1);
    askew.set(file);
    expect(readCheckpoint(askew, name).state).toEqual(read(name));
    expect(readCheckpoint(file.slice().buffer, name).state).toEqual(read(name));
  }
});

test('a whole module is refused by the name of its class, and nothing of it is run', () => {
  const error = thrownBy(() => read('whole-module.pth'));
  expect(error.message).toBe(
    'whole-module.pth: whole-module/data.pkl, byte 2: it refers to "torch.nn.modules.container.Sequential", which is not a tensor.',
  );
  expect(error.remedy).toContain('torch.save(model.state_dict()');
});

test('TorchScript is called by its name', () => {
  const error = thrownBy(() => read('torchscript.pth'));
  expect(error.message).toMatch(/^torchscript\.pth: The file is TorchScript, a program/);
  expect(error.remedy).toContain('torch.jit.load');
});

const text = (content: string) => new TextEncoder().encode(content);
test.each([
  ['an empty file', new Uint8Array(), /empty/],
  ['a tar archive', text(`${'\0'.repeat(257)}ustar${'\0'.repeat(250)}`), /tar archive/],
  ['a web page', text('<!doctype html><title>Not found</title>'), /web page/],
  ['a pointer of Git LFS', text('version https://git-lfs.github.com/spec/v1\noid'), /pointer/],
  ['an index of shards', text('{"metadata": {}, "weight_map": {"fc.bias": "a-00001"}}'), /index/],
  ['Keras’s HDF5', Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 0), /HDF5/],
  ['an ONNX network', text('\x08\x08\x12\x07pytorch\x1a\x051.13.'), /ONNX/],
  ['a compressed file', Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), /compressed/],
  [
    'a picture',
    Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46),
    /neither a safetensors file nor/,
  ],
])('%s gets a sentence of its own', (_, file, sentence) => {
  const error = thrownBy(() => readCheckpoint(file, 'weights.pth'));
  expect(error.message).toMatch(sentence);
  expect(error.message).toMatch(/^weights\.pth: /);
  expect(error.remedy).not.toBe('');
});

import { expect, test } from 'vitest';
import { partOf } from '../../../scripts/site/offline/partOf.ts';

test.each([
  ['index.html', 'chapter'],
  ['assets/train.worker-BRWt4ZqT.js', 'chapter'],
  ['models/tiny200/model.safetensors', 'classifier'],
  ['assets/pyodide.asm-BENnwv10.wasm', 'python'],
  ['assets/python.worker-Bk2gx4x_.js', 'python'],
  ['data/cifar10/manifest.json', 'pictures'],
  ['data/cifar10/train-19.bin', 'pictures'],
  ['data/cifar10/train-20.bin', 'morePictures'],
  ['data/cifar10/test-1.bin', 'pictures'],
  ['data/cifar10/test-2.bin', 'morePictures'],
  ['_headers', undefined],
  ['.built-from', undefined],
  ['service-worker.js', undefined],
  ['assets/KaTeX_Main-Bold-Jm3AIy58.woff', undefined],
])('%s belongs to %s', (file, part) => {
  expect(partOf(file)).toBe(part);
});

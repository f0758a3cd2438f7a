import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { decode } from 'fast-png';
import { imageNetStatistics, preprocess } from '../src/data/preprocess.ts';
import type { ModelCard } from '../src/lib/modelCard.ts';
import { ResNet34 } from '../src/models/resnet.ts';
import { foldBatchNorm } from '../src/nn/foldBatchNorm.ts';
import { loadStateDict } from '../src/nn/state.ts';
import { readSafetensors } from '../src/weights/safetensors.ts';
import type { StateDict } from '../src/weights/stateDict.ts';
import { writeSafetensors } from '../src/weights/writeSafetensors.ts';
import { startNodeEngine } from './nodeEngine.ts';
import { quantise } from './quantise.ts';

/**
 * Makes the network that the site ships from one as it was trained: `npm run model -- FOLDER`, where FOLDER
 * holds model.safetensors, classes.json, val-1000.png, val-1000.json and a README.md with the rows
 * `data` and `recipe`. Writes public/models/tiny200/ and prints what 8-bit weights cost.
 */
const [source] = process.argv.slice(2);
if (!source) throw new Error('Say which folder holds the trained model: npm run model -- FOLDER');
const target = path.resolve(import.meta.dirname, '../public/models/tiny200');
const weights = 'model.safetensors';
/** 64 pixels, as the network was trained; 73 = 64 / 0.875. */
const size = { resize: 73, crop: 64 };
const batch = 50;

await startNodeEngine();
const readme = await readFile(path.join(source, 'README.md'), 'utf8');
const classes = JSON.parse(await readFile(path.join(source, 'classes.json'), 'utf8'));
const pictures = await readValidationPictures();

const trained = readSafetensors(await readFile(path.join(source, weights)));
const before = measure(trained);
console.log(`as trained:     ${describe(before)}`);

const [title = ''] = readme.match(/(?<=^# ).*$/m) ?? [];
const [data, recipe] = [readmeRow('data'), readmeRow('recipe')];
const quantisation = 'convolutions and fc: 8 bits, one scale an output channel, in KEY.scale';
const file = writeSafetensors(quantise(trained), {
  format: 'pt',
  title,
  data,
  recipe,
  quantisation,
});
const accuracy = measure(readSafetensors(file));
console.log(`8-bit weights:  ${describe(accuracy)}, ${(file.length / 1e6).toFixed(1)} MB`);
if (before.top1 - accuracy.top1 > 0.01)
  throw new Error('8-bit weights cost more than 1 point of top-1.');

const card: ModelCard = {
  ...{ title, weights, bytes: file.length, data, recipe, ...size },
  accuracy: { pictures: pictures.labels.length, ...accuracy },
  classes: classes.map(({ wnid, name }: { wnid: string; name: string }) => ({ wnid, name })),
};
await mkdir(target, { recursive: true });
await writeFile(path.join(target, weights), file);
await writeFile(path.join(target, 'model.json'), `${JSON.stringify(card)}\n`);

/** Pictures as the network sees them: the file holds them at its size already, 20 a row. */
async function readValidationPictures() {
  const labels: number[] = JSON.parse(await readFile(path.join(source!, 'val-1000.json'), 'utf8'));
  const { width, data, channels } = decode(await readFile(path.join(source!, 'val-1000.png')));
  const side = size.crop;
  const perRow = width / side;
  const inputs = labels.map((_, index) => {
    const [left, top] = [(index % perRow) * side, Math.floor(index / perRow) * side];
    const read = () =>
      Uint8Array.from({ length: side * side * 4 }, (_, i) => {
        const [pixel, channel] = [i >> 2, i & 3];
        const place = (top + Math.floor(pixel / side)) * width + left + (pixel % side);
        return data[place * channels + Math.min(channel, 2)]!;
      });
    const whole = { resize: side, crop: side, ...imageNetStatistics };
    return preprocess({ width: side, height: side, read }, whole);
  });
  return { labels, inputs };
}

function measure(state: StateDict) {
  const network = new ResNet34(classes.length).eval();
  loadStateDict(network, state);
  foldBatchNorm(network);
  let [first, five] = [0, 0];
  const { labels, inputs } = pictures;
  for (let start = 0; start < labels.length; start += batch) {
    const values = inputs.slice(start, start + batch);
    const top = tf.tidy(() => {
      const shape: [number, number, number] = [size.crop, size.crop, 3];
      const x = tf.stack(values.map((picture) => tf.tensor3d(picture, shape))) as tf.Tensor4D;
      return tf.topk(network.forward(x), 5).indices.arraySync() as number[][];
    });
    for (const [i, guesses] of top.entries()) {
      if (guesses[0] === labels[start + i]) first++;
      if (guesses.includes(labels[start + i]!)) five++;
    }
  }
  network.dispose();
  return { top1: first / labels.length, top5: five / labels.length };
}

function describe({ top1, top5 }: { top1: number; top5: number }): string {
  return `top-1 ${(100 * top1).toFixed(1)} %, top-5 ${(100 * top5).toFixed(1)} %`;
}

function readmeRow(name: string): string {
  const row = new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm').exec(readme)?.[1];
  if (!row) throw new Error(`README.md has no row "${name}".`);
  return row;
}

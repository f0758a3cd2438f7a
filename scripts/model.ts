import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { LesionRecord } from '../src/contract/lesionRecord.ts';
import type { ModelCard } from '../src/contract/modelCard.ts';
import { studyLesions } from '../src/experiments/lesionStudy.ts';
import type { ResNet34 } from '../src/models/resnet.ts';
import { readSafetensors } from '../src/weights/safetensors/safetensors.ts';
import { writeSafetensors } from '../src/weights/safetensors/writeSafetensors.ts';
import { createPretrained } from '../src/inference/createPretrained.ts';
import { startNodeEngine } from './model/nodeEngine.ts';
import { quantise } from './model/quantise.ts';
import { readValidationPictures } from './model/validationPictures.ts';

/**
 * Makes the network that the site ships from one as it was trained: `npm run model -- FOLDER`, where FOLDER
 * holds model.safetensors, classes.json, val-1000.png, val-1000.json and a README.md with the rows
 * `data` and `recipe`. Writes public/models/tiny200/, prints what 8-bit weights cost, and records how often
 * the network is right with one block damaged.
 */
const [source] = process.argv.slice(2);
if (!source)
  throw new Error('Name the folder that holds the trained model: npm run model -- FOLDER');
const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'public/models/tiny200');
const weights = 'model.safetensors';
/** 128 pixels, as the network was trained; 146 = 128 / 0.875. */
const size = { resize: 146, crop: 128 };

await startNodeEngine();
const readme = await readFile(path.join(source, 'README.md'), 'utf8');
const classes = JSON.parse(await readFile(path.join(source, 'classes.json'), 'utf8'));
const pictures = await readValidationPictures(source, size.crop);

const trained = readSafetensors(await readFile(path.join(source, weights)));
const before = measure(createPretrained(classes.length, trained));
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
const shipped = createPretrained(classes.length, readSafetensors(file));
const accuracy = measure(shipped);
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

const lesions = path.join(root, 'content/runs/lesions-tiny200.json');
await writeFile(lesions, `${JSON.stringify(await recordLesions(shipped))}\n`);

function measure(network: ResNet34) {
  let [first, five] = [0, 0];
  for (const { x, labels } of pictures.batches()) {
    const top = tf.tidy(() => tf.topk(network.forward(x), 5).indices.arraySync() as number[][]);
    x.dispose();
    for (const [i, guesses] of top.entries()) {
      if (guesses[0] === labels[i]) first++;
      if (guesses.includes(labels[i]!)) five++;
    }
  }
  const total = pictures.labels.length;
  return { top1: first / total, top5: five / total };
}

/** Takes some twenty times as long as `measure`, and says how far it is. */
async function recordLesions(network: ResNet34): Promise<LesionRecord> {
  const total = pictures.labels.length;
  let whole = 0;
  const right = { withoutBranch: new Array<number>(), withoutShortcut: new Array<number>() };
  let done = 0;
  for (const { x, labels } of pictures.batches()) {
    const guesses = await studyLesions(network, x);
    x.dispose();
    const count = (classes: Int32Array) => labels.filter((label, i) => classes[i] === label).length;
    whole += count(guesses.whole);
    for (const way of ['withoutBranch', 'withoutShortcut'] as const) {
      right[way] = guesses[way].map((classes, i) => (right[way][i] ?? 0) + count(classes));
    }
    done += labels.length;
    console.log(`with one block damaged: ${done} of ${total} pictures`);
  }
  const share = (counts: number) => counts / total;
  return {
    recordedAt: new Date().toISOString(),
    engine: `WebAssembly kernels of this page, in Node ${process.versions.node}`,
    ...{ network: title, pictures: total, whole: share(whole) },
    withoutBranch: right.withoutBranch.map(share),
    withoutShortcut: right.withoutShortcut.map(share),
  };
}

function describe({ top1, top5 }: { top1: number; top5: number }): string {
  return `top-1 ${(100 * top1).toFixed(1)} %, top-5 ${(100 * top5).toFixed(1)} %`;
}

function readmeRow(name: string): string {
  const row = new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm').exec(readme)?.[1];
  if (!row) throw new Error(`README.md has no row "${name}".`);
  return row;
}

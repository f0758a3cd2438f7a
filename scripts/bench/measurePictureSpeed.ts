import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stateDict } from '../../src/nn/state.ts';
import { readSafetensors } from '../../src/weights/safetensors/safetensors.ts';
import { createPretrained } from '../../src/inference/createPretrained.ts';
import { startNodeEngine } from '../model/nodeEngine.ts';
import { filesFolder, openEnginePage, type EnginePage } from './enginePage.ts';
import type { Measurement } from './measurement.ts';
import { encodeOnnx } from './onnx/encodeOnnx.ts';
import { placeOnnxRuntime } from './onnx/onnxRuntime.ts';
import { resnet34Graph } from './onnx/resnet34Graph.ts';
import type { PictureCandidateName, PictureSample } from './page/pictureProtocol.ts';
import { median, summarise, type Result } from './result.ts';

const weights = path.resolve(import.meta.dirname, '../../public/models/tiny200/model.safetensors');
const sizes = [224, 128];
const tfjs: PictureCandidateName[] = ['ours', 'stock'];
const onnx: PictureCandidateName[] = ['onnx', 'onnxByItself', 'onnxAllThreads'];
const answersInARow = 10;

const ratioKey = (rival: PictureCandidateName, size: number) => `picture.wasm.${rival}.${size}px`;
const timeKey = (name: PictureCandidateName, size: number) => `picture.ms.${name}.${size}px`;
const agreementKey = (size: number) => `agree.picture.${size}px`;

/**
 * One picture through ResNet-34 on WebAssembly, all on the same weights in turns: our folded network,
 * TensorFlow.js's own kernels, unfolded, and onnxruntime-web on our folded weights.
 */
export const measurePictureSpeed: Measurement = {
  keys: sizes.flatMap((size) => [
    ratioKey('stock', size),
    ratioKey('onnx', size),
    ...[...tfjs, ...onnx].map((name) => timeKey(name, size)),
    agreementKey(size),
  ]),
  async run({ browser, quick }) {
    const page = await openEnginePage(browser);
    await mkdir(filesFolder, { recursive: true });
    await copyFile(weights, path.join(filesFolder, 'model.safetensors'));
    const hasOnnx = await prepareOnnx();
    const results: Result[] = [];
    for (const size of sizes) {
      const rivals = hasOnnx ? onnx.slice(0, quick ? 1 : undefined) : [];
      results.push(...(await measure(page, [...tfjs, ...rivals], size, quick ? 2 : 6)));
    }
    await page.close();
    return results;
  },
};

/** Without a network connection the others are measured all the same. */
async function prepareOnnx(): Promise<boolean> {
  try {
    await placeOnnxRuntime(filesFolder);
  } catch (error) {
    console.log(`No times for onnxruntime-web: ${error instanceof Error ? error.message : error}.`);
    return false;
  }
  await writeFile(path.join(filesFolder, 'network.onnx'), await exportOnnx());
  return true;
}

async function exportOnnx(): Promise<Uint8Array> {
  await startNodeEngine();
  const state = readSafetensors(new Uint8Array(await readFile(weights)));
  const network = createPretrained(state['fc.bias']!.data.length, state);
  const folded = await stateDict(network);
  network.dispose();
  return encodeOnnx(resnet34Graph(folded));
}

async function measure(
  page: EnginePage,
  names: PictureCandidateName[],
  pictureSize: number,
  rounds: number,
): Promise<Result[]> {
  const candidates = await Promise.all(
    names.map(
      async (candidate) =>
        [candidate, await page.startPictures({ candidate, pictureSize })] as const,
    ),
  );
  const samples = new Map(names.map((name): [PictureCandidateName, PictureSample[]] => [name, []]));
  // Browsers compile WebAssembly in full only once it has run for a while.
  for (const [, candidate] of candidates) await candidate.answer(answersInARow);
  for (let round = 0; round < rounds; round++) {
    // There and back, so that a machine that slows down or warms up favours nobody.
    for (const [name, candidate] of round % 2 === 0 ? candidates : candidates.toReversed()) {
      samples.get(name)!.push(await candidate.answer(answersInARow));
    }
  }
  for (const [, candidate] of candidates) await candidate.stop();

  const times = new Map([...samples].map(([name, all]) => [name, all.map(({ ms }) => median(ms))]));
  const compare = (rival: PictureCandidateName, unit: string, promise?: Result['promise']) => {
    const mine = times.get('ours')!;
    const ratios = times.get(rival)!.map((ms, round) => ms / mine[round]!);
    return summarise(ratioKey(rival, pictureSize), ratios, unit, promise);
  };
  return [
    compare('stock', '× as fast as stock, unfolded', { atLeast: 1 }),
    ...(times.has('onnx') ? [compare('onnx', '× as fast as onnxruntime-web on one thread')] : []),
    ...candidates.map(([name, { threads }]) => {
      const unit = `ms per picture on ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
      return summarise(timeKey(name, pictureSize), times.get(name)!, unit);
    }),
    {
      key: agreementKey(pictureSize),
      value: difference([...samples.values()].map((all) => all[0]!.logits)) * 100,
      unit: '% apart in logits: equal work',
      promise: { atMost: 0.1 },
    },
  ];
}

/** The largest difference of any logits from the first, relative to the largest of the first. */
function difference([ours = [], ...others]: number[][]): number {
  const differences = others.flatMap((logits) =>
    logits.map((logit, i) => Math.abs(logit - ours[i]!)),
  );
  const most = (values: number[]) => values.reduce((a, b) => (b > a || Number.isNaN(b) ? b : a), 0);
  return most(differences) / most(ours.map(Math.abs));
}

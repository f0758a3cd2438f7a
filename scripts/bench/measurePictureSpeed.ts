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
const onCpu: PictureCandidateName[] = ['ours', 'stock', 'onnx', 'onnxByItself', 'onnxAllThreads'];
const onGpu: PictureCandidateName[] = ['oursWebgpu', 'oursWebgl', 'onnxWebgpu'];
const notInQuickRuns: PictureCandidateName[] = ['onnxByItself', 'onnxAllThreads'];
const answersInARow = 10;
/** After so many milliseconds no further round begins: a GPU in software takes up to a minute for a picture. */
const roundsMs = 120_000;

interface PictureRatio {
  key: string;
  ours: PictureCandidateName;
  rival: PictureCandidateName;
  unit: string;
  promise?: Result['promise'];
}

const wasmRatios: PictureRatio[] = [
  {
    ...{ key: 'picture.wasm.stock', ours: 'ours', rival: 'stock' },
    ...{ unit: '× as fast as stock, unfolded', promise: { atLeast: 1 } },
  },
  {
    ...{ key: 'picture.wasm.onnx', ours: 'ours', rival: 'onnx' },
    unit: '× as fast as onnxruntime-web on one thread',
  },
];
const webgpuRatios: PictureRatio[] = (
  [
    ['webgl', 'oursWebgl', 'WebGL'],
    ['wasm', 'ours', 'WebAssembly on one thread'],
    ['onnx', 'onnxWebgpu', 'onnxruntime-web on WebGPU'],
  ] as const
).map(([name, rival, who]) => ({
  ...{ key: `picture.webgpu.${name}`, ours: 'oursWebgpu', rival },
  unit: `× as fast as ${who}`,
}));

/** GPUs only at the size of the chapter's own pictures: in software they take long. */
const candidatesAt = (size: number) => (size === 224 ? [...onCpu, ...onGpu] : onCpu);
const ratiosAt = (size: number) =>
  (size === 224 ? [...wasmRatios, ...webgpuRatios] : wasmRatios).map((ratio) => ({
    ...ratio,
    key: `${ratio.key}.${size}px`,
  }));
const timeKey = (name: PictureCandidateName, size: number) => `picture.ms.${name}.${size}px`;
const agreementKey = (size: number) => `agree.picture.${size}px`;

/**
 * One picture through ResNet-34, all on the same weights in turns: our folded network on WebAssembly, WebGL and
 * WebGPU, TensorFlow.js's own kernels, unfolded, on WebAssembly, and onnxruntime-web on our folded weights.
 */
export const measurePictureSpeed: Measurement = {
  keys: sizes.flatMap((size) => [
    ...ratiosAt(size).map(({ key }) => key),
    ...candidatesAt(size).map((name) => timeKey(name, size)),
    agreementKey(size),
  ]),
  async run({ browser, quick, wants }) {
    const page = await openEnginePage(browser);
    await mkdir(filesFolder, { recursive: true });
    await copyFile(weights, path.join(filesFolder, 'model.safetensors'));
    const hasOnnx = await prepareOnnx();
    const hasWebgpu = await page.hasWebgpu();
    if (!hasWebgpu)
      console.log(
        'No pictures on WebGPU: this browser has none (README.md in scripts/bench names the flags).',
      );
    const canStart = (name: PictureCandidateName) =>
      (hasOnnx || !name.startsWith('onnx')) &&
      (hasWebgpu || !onGpu.includes(name)) &&
      !(quick && notInQuickRuns.includes(name));
    const isWanted = (name: PictureCandidateName, size: number) => {
      const ratios = ratiosAt(size).filter(
        ({ ours, rival }) => [ours, rival].includes(name) && canStart(ours) && canStart(rival),
      );
      return [...ratios.map(({ key }) => key), timeKey(name, size), agreementKey(size)].some(wants);
    };
    const results: Result[] = [];
    for (const size of sizes) {
      const names = candidatesAt(size).filter((name) => canStart(name) && isWanted(name, size));
      if (names.length > 0) results.push(...(await measure(page, names, size, quick ? 2 : 6)));
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
  const end = performance.now() + roundsMs;
  for (let round = 0; round === 0 || (round < rounds && performance.now() < end); round++) {
    // There and back, so that a machine that slows down or warms up favours nobody.
    for (const [name, candidate] of round % 2 === 0 ? candidates : candidates.toReversed()) {
      samples.get(name)!.push(await candidate.answer(answersInARow));
    }
  }
  for (const [, candidate] of candidates) await candidate.stop();

  const times = new Map([...samples].map(([name, all]) => [name, all.map(({ ms }) => median(ms))]));
  const ratios = ratiosAt(pictureSize).filter(
    ({ ours, rival }) => times.has(ours) && times.has(rival),
  );
  return [
    ...ratios.map(({ key, ours, rival, unit, promise }) => {
      const mine = times.get(ours)!;
      const samples = times.get(rival)!.map((ms, round) => ms / mine[round]!);
      return summarise(key, samples, unit, promise);
    }),
    ...candidates.map(([name, { runsOn }]) =>
      summarise(timeKey(name, pictureSize), times.get(name)!, `ms per picture on ${runsOn}`),
    ),
    {
      key: agreementKey(pictureSize),
      value: difference([...samples.values()].map((all) => all[0]!.logits)) * 100,
      unit: '% apart in logits: equal work',
      promise: { atMost: 0.1 },
    },
  ];
}

/** The largest difference of any logits from the first's, relative to the largest of the first's. */
function difference([first = [], ...others]: number[][]): number {
  const differences = others.flatMap((logits) =>
    logits.map((logit, i) => Math.abs(logit - first[i]!)),
  );
  return Math.max(0, ...differences) / Math.max(...first.map(Math.abs));
}

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { enableProdMode, setBackend } from '@tensorflow/tfjs-core';
import { createCifarNetwork } from '../../src/models/cifar.ts';
import { stateDict } from '../../src/nn/state.ts';
import { createBatches } from './page/batches.ts';
import type { Workload } from './page/protocol.ts';
import { networkOptions, optimiserSettings } from './page/recipe.ts';

/**
 * Writes what the candidates in the browser start from for pytorch.py: workload.json, with the names and
 * shapes of tensors, and values.bin, their float32 values one after the other.
 */
export async function writeWorkload(folder: string, workload: Workload): Promise<void> {
  enableProdMode(); // no greeting
  await setBackend('cpu'); // other measurements bring backends of their own
  const network = createCifarNetwork(networkOptions(workload));
  const weights = Object.entries(await stateDict(network));
  network.dispose();
  const batches = createBatches(workload);
  const { batchSize, pictureSize } = workload;
  const pictures = batches.map(
    ({ pictures: data }, index) =>
      [`pictures.${index}`, { shape: [batchSize, pictureSize, pictureSize, 3], data }] as const,
  );
  const tensors = [...weights, ...pictures];
  const description = {
    ...workload,
    ...optimiserSettings,
    tensors: tensors.map(([key, { shape }]) => [key, shape]),
    labels: batches.map(({ labels }) => [...labels]),
  };
  await writeFile(path.join(folder, 'workload.json'), JSON.stringify(description));
  const bytes = tensors.map(([, { data }]) =>
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  );
  await writeFile(path.join(folder, 'values.bin'), Buffer.concat(bytes));
}

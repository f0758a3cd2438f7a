import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelCard } from '../../src/contract/modelCard.ts';
import { giveNetwork } from '../../src/torch/network/given.ts';
import { readCheckpoint } from '../../src/weights/readCheckpoint.ts';

const folder = path.join(import.meta.dirname, '../../public/models/tiny200');

/** Gives torchvision the network that the page has, as the page does before an exercise that asks for it. */
export async function givePageNetwork(): Promise<void> {
  const weights = await readFile(path.join(folder, 'model.safetensors'));
  const card = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8')) as ModelCard;
  giveNetwork(readCheckpoint(weights, 'model.safetensors').state, card);
}

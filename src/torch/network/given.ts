import type { ModelCard } from '../../contract/modelCard.ts';
import type { StateDict } from '../../contract/stateDict.ts';
import { handleOf } from '../bridge/handles.ts';
import { call } from '../call.ts';
import { fromData, type Tensor } from '../tensor/Tensor.ts';
import { namesOfPictures, pixelsOf } from './pictures.ts';

/** What Python may know of the pretrained network's card. */
export type NetworkCard = Pick<ModelCard, 'classes' | 'resize' | 'crop'>;

let given: { state: Record<string, Tensor>; card: NetworkCard } | undefined;

/**
 * The weights of `torchvision.models.resnet34(weights=…)` from now on.
 * @param state by torchvision's names; kept, and not changed
 */
export function giveNetwork(state: StateDict, card: NetworkCard): void {
  const tensors = Object.entries(state).map(
    ([name, { data, shape }]) => [name, fromData(data, shape)] as const,
  );
  given = { state: Object.fromEntries(tensors), card };
}

/** What Python's torchvision and page modules call. */
export const networkBridge = {
  /** @returns names and handles as JSON; empty where no network was given */
  networkState(): string {
    const entries = Object.entries(given?.state ?? {});
    return JSON.stringify(
      entries.map(([name, tensor]) => [name, handleOf(call('clone', [tensor]))]),
    );
  },

  /** @returns each class's usual name, and the sizes of pictures, as JSON; empty where no network was given */
  networkCard(): string {
    if (!given) return '';
    const { classes, resize, crop } = given.card;
    const categories = classes.map(({ name }) => name.split(',')[0]);
    return JSON.stringify({ categories, resize, crop });
  },

  pictures: () => JSON.stringify(namesOfPictures()),

  /** @returns a handle: bytes of RGB as float32 [3, height, width] */
  picture(name: string): number {
    const { pixels, height, width } = pixelsOf(name);
    return handleOf(fromData(pixels, [3, height, width]));
  },
};

import type { ModelCard } from '../contract/modelCard.ts';
import type { StateDict } from '../contract/stateDict.ts';
import type { TestSet } from '../data/cifar10/testSet.ts';
import type { Picture } from '../data/pictures/preprocess.ts';
import type { ResNet34 } from '../models/resnet.ts';

/** Where experiments get what they compute with. */
export interface Sources {
  pictures: PictureSource;
  pretrained: PretrainedSource;
  toyNetworks: ToyNetworkSource;
}

/** Held-out pictures of CIFAR-10. */
export interface PictureSource {
  /** The first ones, normalised as for training, with their labels. */
  normalised(pictures: number, pictureSize: number): Promise<TestSet>;
  /** The same with values from 0 to 1. */
  raw(pictures: number, pictureSize: number): Promise<TestSet>;
}

/** A pretrained network, which the experiment disposes of, and photographs to cut up. */
export interface PretrainedSource {
  network(modelUrl: string): Promise<{ network: ResNet34; card: ModelCard }>;
  photographs(urls: string[]): Promise<Picture[]>;
}

/** Small transformers that ship with the site. */
export interface ToyNetworkSource {
  /** @param url of a safetensors file */
  weights(url: string): Promise<StateDict>;
}

/** What the site knows of a network for pictures: `model.json` beside its weights. */
export interface ModelCard {
  /** Such as `ResNet-34 on 200 ImageNet classes, version 1`. */
  title: string;
  /** The file of weights, beside this one, and its size in bytes. */
  weights: string;
  bytes: number;
  /** What it was trained on, and how. */
  data: string;
  recipe: string;
  /** How pictures are prepared (data/preprocess.ts): pixels of the shorter side, then of the square. */
  resize: number;
  crop: number;
  /** Measured with these very weights on pictures that it was not trained on; shares from 0 to 1. */
  accuracy: { pictures: number; top1: number; top5: number };
  classes: ModelClass[];
}

export interface ModelClass {
  /** WordNet's id, such as n01443537. */
  wnid: string;
  /** Its names, separated by commas, the usual one first. */
  name: string;
}

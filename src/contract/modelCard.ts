/** What the site knows about an image classifier: `model.json` beside its weights. */
export interface ModelCard {
  /** Such as `ResNet-34 on 200 ImageNet classes, version 2`. */
  title: string;
  /** Address of the weights, absolute or relative to this file. */
  weights: string;
  /** Its size, if the site has the file. */
  bytes?: number;
  /** Whether the weights are fetched in parts that are kept on the reader's device. */
  keep?: boolean;
  /** What it was trained on, and how. */
  data: string;
  recipe: string;
  /** How pictures are prepared (data/preprocess.ts): pixels of the shorter side, then of the square. */
  resize: number;
  crop: number;
  /** Measured with these very weights on pictures that it was not trained on, where known; shares from 0 to 1. */
  accuracy?: { pictures: number; top1: number; top5: number };
  classes: ModelClass[];
  /** Of a file of the reader's whose classes have no names known here: they are numbered. */
  isNumbered?: boolean;
  /** Of a file of the reader's: what was chosen or is missing in it, in sentences. */
  notes?: string[];
}

export interface ModelClass {
  /** WordNet's id, such as n01443537, where it is known. */
  wnid?: string;
  /** Its names, separated by commas, the usual one first. */
  name: string;
}

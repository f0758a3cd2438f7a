/** What the benchmark and the workers that answer what a picture shows say to each other: types only. */

/** Whose code runs ResNet-34, on WebAssembly unless the name says otherwise. */
export type PictureCandidateName =
  /** The chapter's network, batch norm folded, on our kernels. */
  | 'ours'
  | 'oursWebgl'
  | 'oursWebgpu'
  /** TensorFlow.js's own operations, batch norm apart. */
  | 'stock'
  /** onnxruntime-web on our folded weights: on one thread, on as many as it takes by itself, on all. */
  | 'onnx'
  | 'onnxByItself'
  | 'onnxAllThreads'
  | 'onnxWebgpu';

export interface PictureWork {
  candidate: PictureCandidateName;
  /** Height and width of the picture. */
  pictureSize: number;
  /** Address of the folder with model.safetensors, and network.onnx and onnxruntime-web for onnx. */
  files: string;
}

export type PictureCommand =
  | { type: 'start'; work: PictureWork }
  | { type: 'answer'; times: number };

/** One picture, answered some times in a row: fewer where it takes long. */
export interface PictureSample {
  /** Of each time, from pixels in JavaScript's memory to logits there. */
  ms: number[];
  /** [classes], of the last time. */
  logits: number[];
}

/** `runsOn` comes on start, `sample` on answer. */
export type PictureReply = { runsOn?: string; sample?: PictureSample } | { error: string };

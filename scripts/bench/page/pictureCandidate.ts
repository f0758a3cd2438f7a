/** One implementation of ResNet-34 with its weights, ready for pictures of one size. */
export interface PictureCandidate {
  /** What it computes on, such as `1 thread`. */
  runsOn: string;
  /** A picture [height, width, 3] → logits [classes]. */
  answer(picture: Float32Array): Promise<Float32Array>;
}

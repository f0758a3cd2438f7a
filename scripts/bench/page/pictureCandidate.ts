/** One implementation of ResNet-34 with its weights, ready for pictures of one size. */
export interface PictureCandidate {
  /** How many it computes on. */
  threads: number;
  /** A picture [height, width, 3] → logits [classes]. */
  answer(picture: Float32Array): Promise<Float32Array>;
}

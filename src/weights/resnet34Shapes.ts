import { resnet34Stages } from '../contract/resnet34.ts';

/** The shapes of all tensors of torchvision's resnet34 by key, in its order and without its counters. */
export function resnet34Shapes(classes: number): Record<string, number[]> {
  const shapes: Record<string, number[]> = Object.create(null);
  const norm = (name: string, channels: number) => {
    for (const field of ['weight', 'bias', 'running_mean', 'running_var']) {
      shapes[`${name}.${field}`] = [channels];
    }
  };
  let from = resnet34Stages[0].channels as number;
  shapes['conv1.weight'] = [from, 3, 7, 7];
  norm('bn1', from);
  for (const [stage, { blocks, channels }] of resnet34Stages.entries()) {
    for (let block = 0; block < blocks; block++) {
      const place = `layer${stage + 1}.${block}`;
      shapes[`${place}.conv1.weight`] = [channels, from, 3, 3];
      norm(`${place}.bn1`, channels);
      shapes[`${place}.conv2.weight`] = [channels, channels, 3, 3];
      norm(`${place}.bn2`, channels);
      if (from !== channels) {
        shapes[`${place}.downsample.0.weight`] = [channels, from, 1, 1];
        norm(`${place}.downsample.1`, channels);
      }
      from = channels;
    }
  }
  shapes['fc.weight'] = [classes, from];
  shapes['fc.bias'] = [classes];
  return shapes;
}

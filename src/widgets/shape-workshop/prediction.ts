import type { Prediction } from '../../figure/prediction/predictions.ts';
import { forgottenProjection, type BlockSettings } from './block.ts';
import { sendThrough } from './flow.ts';

const { settings: start } = forgottenProjection;

/** The figure starts with stride 2, where the maps' sizes differ. */
export const prediction: Prediction<BlockSettings, { settings: BlockSettings }> = {
  question: 'Set the stride of conv1 to 1 and leave the rest. Does the block run?',
  options: ['Yes', 'No: the maps’ sizes differ', 'No: the channels differ'],
  settings: { ...start, conv1: { ...start.conv1, stride: 1 } },
  outcome({ settings }) {
    const { conv2, shortcut, sum } = sendThrough(settings).steps;
    const [branch, way] = [conv2.shape, shortcut.shape];
    if (!branch || !way) return null;
    const sizes = `both ways have maps of ${branch[3]} × ${branch[3]}`;
    if (!sum.error) return { right: 0, says: `With stride 1 ${sizes}, and it runs.` };
    if (branch[3] !== way[3]) return { right: 1, says: 'The sizes of the maps still differ.' };
    return {
      right: 2,
      says: `With stride 1 ${sizes}, so PyTorch goes on to dimension 1: ${branch[1]} channels against ${way[1]}.`,
    };
  },
};

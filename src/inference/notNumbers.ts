import { isIntact, type Surgery } from '../contract/surgery.ts';
import { CheckpointError } from '../weights/checkpointError.ts';

/**
 * Says that a network's answers to a picture are no numbers.
 * @param layer the first layer where that happens and what was found there, where it is known
 */
export function notNumbers(title: string, surgery: Surgery, layer?: string): CheckpointError {
  const after = isIntact(surgery) ? '' : 'with these blocks changed, ';
  const first = layer === undefined ? '' : ` The first layer where it happens is ${layer}.`;
  return new CheckpointError(
    `${title}: ${after}this network’s answers are not numbers.${first}`,
    isIntact(surgery)
      ? 'The training run diverged, or the file is damaged. Choose other weights.'
      : 'Mend the network, or choose other weights.',
  );
}

import { CheckpointError, quote } from './checkpointError.ts';
import { describeNetwork } from './describeNetwork.ts';
import { resnet34Shapes } from './resnet34Shapes.ts';
import { trunk } from './names.ts';
import type { StateDict } from '../contract/stateDict.ts';

/** What training scripts keep in a model beside its layers: losses, metrics, the statistics of pictures. */
const aside =
  /(^|[._])(criterion|loss|loss_fn|metrics?|acc|accuracy|(pixel_)?mean|(pixel_)?std)([._]|$)/i;

/**
 * The tensors of torchvision's resnet34, all of them and no others; lone numbers beside them are passed over,
 * and what is no layer, which `notes` names.
 * @param state under torchvision's names
 * @param name what the reader knows the file by
 * @throws CheckpointError that says what the file holds instead
 */
export function takeResNet34(
  state: StateDict,
  name: string,
): { state: StateDict; classes: number; notes: string[] } {
  const classes = state['fc.weight']?.shape[0] ?? 0;
  const wanted = resnet34Shapes(classes);
  const missing = Object.keys(wanted).filter((key) => !(key in state));
  const beside = Object.keys(state).filter(
    (key) => !(key in wanted) && state[key]?.shape.length !== 0,
  );
  const isAside = (key: string) => aside.test(key) && !trunk.test(key);
  const unexpected = beside.filter((key) => !isAside(key));
  const part = /-0*(\d+)-of-0*(\d+)\./.exec(name);
  if (part && missing.length > 0) {
    throw new CheckpointError(
      `${name} is part ${part[1]} of ${part[2]} of a network.`,
      'Join the parts: load them in Python and save the weights whole, as one file.',
    );
  }
  const other = describeNetwork(state);
  if (other !== undefined || missing.length + unexpected.length > 0) {
    const differences = [list('Missing', missing), list('Unexpected', unexpected)].join('');
    throw wrongNetwork(
      `${name} holds ${other ?? 'a ResNet-34 of another make'}.${other === undefined ? differences : ''}`,
    );
  }
  const taken = Object.entries(wanted).map(([key, expected]) => {
    const tensor = state[key] as StateDict[string];
    if (tensor.shape.join() === expected.join()) return [key, tensor] as const;
    throw wrongNetwork(
      `${name}: ${quote(key)} has the shape [${tensor.shape.join(', ')}], where a ResNet-34 has [${expected.join(', ')}].`,
    );
  });
  const notes = [list('Passed over', beside).trim()].filter(Boolean);
  return { state: Object.fromEntries(taken), classes, notes };
}

function wrongNetwork(message: string): CheckpointError {
  return new CheckpointError(
    message,
    'Choose the weights of torchvision’s resnet34 with any number of classes, such as resnet34-b627a593.pth.',
  );
}

function list(what: string, keys: string[]): string {
  if (keys.length === 0) return '';
  const more = keys.length > 3 ? ` and ${keys.length - 3} more` : '';
  return ` ${what}: ${keys.slice(0, 3).map(quote).join(', ')}${more}.`;
}

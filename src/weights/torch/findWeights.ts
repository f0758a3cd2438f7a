import { CheckpointError, quote, saveAgain } from '../checkpointError.ts';
import { isAverage } from '../isAverage.ts';
import { maxTensors } from '../limits.ts';
import { isCounter } from '../names.ts';
import { Opaque, opaqueError } from './opaque.ts';
import { isTorch, type TorchTensor } from './torchNames.ts';

/** Keys under which training scripts keep the weights, the likeliest first. */
const nests = ['state_dict', 'model_state_dict', 'model', 'model_state', 'net', 'weights'];
/** How deep a dict may lie in others. */
const deepest = 3;

type Dict = Map<unknown, unknown>;

/** A dict that holds tensors. */
interface Candidate {
  /** The keys that lead to it. */
  path: string[];
  dict: Dict;
  tensors: number;
}

/**
 * The weights in what torch.save saved: the dict with the most tensors, wherever it lies; of several as large,
 * the one under the most usual key, which `notes` names. Whatever else is in the file is passed over: epochs,
 * optimisers, counters, objects of any class.
 * @throws CheckpointError when there is none, or when a weight itself is no tensor
 */
export function findWeights(saved: unknown): { weights: [string, TorchTensor][]; notes: string[] } {
  const candidates = collect(saved, [], new Set());
  const most = Math.max(...candidates.map(({ tensors }) => tensors));
  // Averages may lack what is not averaged, such as batch norm's buffers.
  const [chosen, ...others] = candidates
    .filter(({ tensors }) => 2 * tensors >= most)
    .sort((a, b) => order(a) - order(b));
  if (!chosen) throw noWeights(saved);
  if (chosen.dict.size > maxTensors) {
    throw new CheckpointError(
      `The file holds ${chosen.dict.size} tensors; this page reads at most ${maxTensors}.`,
      saveAgain,
    );
  }
  const weights = [...chosen.dict].flatMap(([key, value]): [string, TorchTensor][] => {
    if (typeof key !== 'string' || isCounter(key)) return [];
    if (isTorch(value, 'tensor')) return isLoneCount(value) ? [] : [[key, value]];
    if (/(^|\.)(weight|bias|running_mean|running_var)$/.test(key)) throw noTensor(key, value);
    return [];
  });
  return { weights, notes: noteChoice(chosen, others) };
}

function collect(value: unknown, path: string[], seen: Set<unknown>): Candidate[] {
  if (path.length > deepest || seen.has(value)) return [];
  seen.add(value);
  if (Array.isArray(value)) {
    return (value as unknown[]).flatMap((item, i) => collect(item, [...path, String(i)], seen));
  }
  if (!(value instanceof Map)) return [];
  let tensors = 0;
  const found: Candidate[] = [];
  for (const [key, item] of value as Dict) {
    if (isTorch(item, 'tensor')) tensors += typeof key === 'string' && !isCounter(key) ? 1 : 0;
    else if (!/optim/i.test(String(key)))
      found.push(...collect(item, [...path, String(key)], seen));
  }
  return tensors > 0 ? [{ path, dict: value as Dict, tensors }, ...found] : found;
}

/** Averages come last: the others are what training went on with. */
function order({ path }: Candidate): number {
  if (path.some(isAverage)) return nests.length + 1;
  const places = path.map((key) => nests.indexOf(key)).filter((place) => place >= 0);
  return Math.min(...places, nests.length);
}

/** A whole number that counts something, such as the `n_averaged` of averaged weights. */
function isLoneCount({ shape, storage }: TorchTensor): boolean {
  return shape.length === 0 && /^[IU]|^BOOL/.test(storage.dtype);
}

function noteChoice(chosen: Candidate, others: Candidate[]): string[] {
  if (others.length === 0) return [];
  const name = ({ path }: Candidate) => quote(path.join('.'));
  return [
    `The file holds ${others.length + 1} sets of weights: taken was ${name(chosen)}, not ${others.slice(0, 5).map(name).join(', ')}.`,
  ];
}

function noWeights(saved: unknown): CheckpointError {
  if (saved instanceof Opaque) return opaqueError(saved);
  const entries = saved instanceof Map ? [...(saved as Dict)] : [];
  const usual = entries.find(([key]) => nests.includes(String(key)));
  const object = entries.find(([, value]) => value instanceof Opaque);
  const [first] = [usual, object, entries[0]].filter((entry) => entry !== undefined);
  return first
    ? noTensor(String(first[0]), first[1])
    : new CheckpointError('The file does not hold a dict of tensors.', saveAgain);
}

function noTensor(key: string, value: unknown): CheckpointError {
  if (!(value instanceof Opaque)) {
    return new CheckpointError(`The entry ${quote(key)} is not a tensor.`, saveAgain);
  }
  const { message, remedy } = opaqueError(value);
  return new CheckpointError(`${quote(key)}, ${message}`, remedy);
}

import { CheckpointError, quote, saveAgain } from '../checkpointError.ts';
import type { ZipRecord } from '../zip/zipDirectory.ts';

/** Names of files that only TorchScript has. */
const isProgram = /^[^/]+\/(constants\.pkl$|code\/)/;

/** What other archives hold, and what they are. */
const others: [name: RegExp, what: string][] = [
  [/\.npy$/, 'NumPy’s arrays (.npz)'],
  [/^model\.weights\.h5$/, 'a Keras network'],
  [/^\[Content_Types\]\.xml$/, 'an Office document'],
  [/^AndroidManifest\.xml$/, 'an Android app'],
  [/^META-INF\/MANIFEST\.MF$/, 'a Java program'],
];

/**
 * Where in torch.save's archive its pickle is: `archive/data.pkl`, or `data.pkl` where somebody packed the
 * folder's contents again without it.
 * @throws CheckpointError naming what the archive holds instead
 */
export function findPickle(records: ZipRecord[]): string {
  const names = records.map(({ name }) => name);
  if (names.some((name) => isProgram.test(name))) {
    throw new CheckpointError(
      'The file is TorchScript, a program together with its weights, and programs are not run here.',
      'Load it in PyTorch with torch.jit.load and write its weights with torch.save(model.state_dict(), "weights.pth").',
    );
  }
  const pickles = names.filter((name) => /^([^/]+\/)?data\.pkl$/.test(name));
  const [pickle] = pickles;
  if (pickle !== undefined && pickles.length === 1) return pickle;
  const count = `The archive has ${pickles.length} files named data.pkl; PyTorch writes one.`;
  const inside = names.find((name) => /\.(pth|pt|ckpt|safetensors|bin|th)$/.test(name));
  if (pickles.length === 0 && inside !== undefined) {
    throw new CheckpointError(
      `${count} It is a zip archive that holds ${quote(inside)}.`,
      'Unpack it, and choose that file.',
    );
  }
  const [, what] = others.find(([form]) => names.some((name) => form.test(name))) ?? [];
  const [first] = names.filter((name) => !name.endsWith('/'));
  const holds = what ? ` It is ${what}.` : first ? ` It holds ${quote(first)}.` : '';
  throw new CheckpointError(pickles.length > 0 ? count : `${count}${holds}`, saveAgain);
}

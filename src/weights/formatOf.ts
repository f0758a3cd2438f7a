import { CheckpointError, downloadAgain, saveAgain } from './checkpointError.ts';
import { foreignKind } from './foreignKind.ts';

export type Format = 'torch archive' | 'torch stream' | 'safetensors';

/** How many bytes tell a file's format. */
export const headLength = 4096;

/** What comes near to a checkpoint, told by what it begins with, and what to do with it. */
const others: [start: RegExp, what: string, remedy: string][] = [
  [
    /^(sys_info|pickle|tensors|storages)\0.*ustar/s,
    'The file is a tar archive, the format of torch.save before 2017.',
    'Choose the file resnet34-b627a593.pth instead, or load this one in PyTorch and save it again.',
  ],
  [
    /^.{257}ustar/s,
    'The file is a tar archive, which torch.save does not write.',
    'Unpack it, and choose the checkpoint in it.',
  ],
  [
    /^version https:\/\/git-lfs/,
    'The file is only a Git LFS pointer to the weights.',
    'Download the weights themselves: run git lfs pull, or use the page’s download button.',
  ],
  [
    /^\s*\{.*"weight_map"/s,
    'The file is only an index that says which parts of a network are in which file.',
    'Join the parts: load them in Python and save the weights whole, as one file.',
  ],
  [/^\s*</, 'The file is a web page, not weights.', downloadAgain],
  [/^\x89HDF/, 'The file is HDF5, as Keras writes it.', saveAgain],
  [/^\x08[\x01-\x10][\x12\x1a:]/, 'The file is an ONNX network.', saveAgain],
  [/^GGUF|^lmgg|^tjgg/, 'The file is GGUF, as llama.cpp reads it.', saveAgain],
  [/^.{4}TFL3/s, 'The file is a TensorFlow Lite network.', saveAgain],
  [/^\x93NUMPY/, 'The file is a NumPy array.', saveAgain],
  [
    /^\x1f\x8b|^7z\xbc\xaf|^Rar!|^BZh|^\xfd7zXZ|^\x28\xb5\x2f\xfd|^\x04"M\x18/,
    'The file is compressed.',
    'Unpack it first.',
  ],
  [/^\0{64}/, 'The file begins with nothing but zeros, as one half downloaded.', downloadAgain],
  [/^$/, 'The file is empty.', downloadAgain],
];

/**
 * What kind of checkpoint a file is, told by its first bytes alone.
 * @param head the first `headLength` bytes or more
 * @throws CheckpointError naming what it is instead
 */
export function formatOf(head: Uint8Array): Format {
  const text = String.fromCharCode(...head.subarray(0, headLength));
  if (text.startsWith('PK')) return 'torch archive';
  if (text.startsWith('\x80')) return 'torch stream';
  // After the length of the header, as no other format here has it; eight letters are no length.
  if (text[8] === '{' && !/^[\t\n\r\x20-\x7e]{8}/.test(text)) return 'safetensors';
  const [, what, remedy] = others.find(([start]) => start.test(text)) ?? [];
  if (what && remedy) throw new CheckpointError(what, remedy);
  const kind = foreignKind(text);
  throw new CheckpointError(
    `The file is neither a safetensors file nor one written by torch.save${kind ? `: it is ${kind}` : ''}.`,
    saveAgain,
  );
}

import { CheckpointError, downloadAgain, saveAgain } from './checkpointError.ts';

export type Format = 'torch archive' | 'torch stream' | 'safetensors';

/** How many bytes tell a file's format. */
export const headLength = 4096;

/** What other files begin with, where in the file, and what they are. */
const others: [start: RegExp, what: string, remedy: string][] = [
  [
    /^.{257}ustar/s,
    'The file is a tar archive, the format that torchvision used before 2020.',
    'Choose the file resnet34-b627a593.pth instead, or load this one in PyTorch and save it again.',
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
  [/^\x08[\x01-\x10]\x12/, 'The file is an ONNX network.', saveAgain],
  [/^GGUF/, 'The file is GGUF, as llama.cpp reads it.', saveAgain],
  [/^\x1f\x8b|^7z\xbc\xaf|^Rar!|^BZh|^\xfd7zXZ/, 'The file is compressed.', 'Unpack it first.'],
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
  // After the length of the header, as no other format here has it.
  if (text[8] === '{') return 'safetensors';
  const [, what, remedy] = others.find(([start]) => start.test(text)) ?? [];
  throw new CheckpointError(
    what ?? 'The file is neither a safetensors file nor one written by torch.save.',
    remedy ?? saveAgain,
  );
}

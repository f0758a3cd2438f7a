import { CheckpointError, downloadAgain } from './checkpointError.ts';

/**
 * Compares a file with what its name promises: torchvision, like torch.hub, ends the names of its checkpoints in
 * the first eight digits of their SHA-256, such as `resnet34-b627a593.pth`. Other names promise nothing, and
 * without a secure connection browsers compute no digests.
 * @throws CheckpointError when the file is a different one
 */
export async function checkHash(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<void> {
  // Browsers put a number behind the names of files that are downloaded again.
  const promised = /-([0-9a-f]{8})(?: ?\(\d+\))?\.pth$/.exec(name)?.[1];
  if (!promised || !globalThis.crypto.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = [...digest.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
  if (found.join('') === promised) return;
  throw new CheckpointError(
    `${name} is damaged, or it is a different file: its SHA-256 begins with ${found.join('')}, not with ${promised}.`,
    downloadAgain,
  );
}

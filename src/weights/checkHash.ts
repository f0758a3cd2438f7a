/**
 * Compares a file with what its name promises: torchvision, as torch.hub, ends the names of its checkpoints in
 * the first eight digits of their SHA-256, such as `resnet34-b627a593.pth`. Other names promise nothing, eight
 * decimal digits may be a date, and without a secure connection browsers compute no digests.
 * @returns a sentence for the reader if the file is another one, which may well be sound
 */
export async function checkHash(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<string | undefined> {
  // Browsers put a number behind the names of files that are downloaded again.
  const promised = /-([0-9a-f]{8})(?: ?\(\d+\))?\.pth$/.exec(name)?.[1];
  if (!promised || isDate(promised) || !globalThis.crypto.subtle) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = [...digest.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
  if (found.join('') === promised) return undefined;
  return `It isn’t the file that its name promises: its SHA-256 begins with ${found.join('')}, not with ${promised}. It may have been saved anew.`;
}

/** Whether eight digits can be a day, as in 20240115 or 15012024. */
function isDate(digits: string): boolean {
  const year = '(19|20)\\d\\d';
  const monthDay = '(0[1-9]|1[0-2])([0-2]\\d|3[01])';
  const dayMonth = '([0-2]\\d|3[01])(0[1-9]|1[0-2])';
  return new RegExp(`^(${year}${monthDay}|${dayMonth}${year}|${monthDay}${year})$`).test(digits);
}

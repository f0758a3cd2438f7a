/**
 * Puts a text onto the clipboard. Resolves to whether it is there: without a secure connection there is no clipboard,
 * and the reader, or the page around a frame, may forbid it.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text that these bytes are in UTF-8, or undefined if they are none. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * A picture of classifier.json as the network sees it: RGB bytes [side, side, 3].
 * @param crop the bytes in base64
 */
export function decodeCrop(crop: string): { side: number; rgb: Uint8Array } {
  const rgb = Uint8Array.from(atob(crop), (character) => character.charCodeAt(0));
  return { side: Math.sqrt(rgb.length / 3), rgb };
}

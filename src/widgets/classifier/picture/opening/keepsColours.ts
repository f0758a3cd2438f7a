/** A PNG of one pixel, red 200, green 100, blue 30, whose profile makes red of blue and blue of red. */
const swapped =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAAw2lDQ1B4AAB42mNgYHzAAARMAgwMuXklRUHuTgoRkVEKDEggMbm4gAEv+HaNgRFEX9ZlIB1wpqQWJwPpD0CcklxQVMLAwBgCZPOUlxSA2AlAtkgR0FFAdgmInQ5hd4DYSRD2HLCakCBnIHsDkC2QDmEfALGTIOwLIDbULrCXKxhoA0pSK0DuZHB2NmBAhCUijBBiKosYGPibGRi2nUeIJU1jYNjezsAgcQchlr+EgcHiGwMDc39yaVEZ1BpGJmMGBkJ8AOusOA4PLQ8UAAAADElEQVR42mM4kSIHAANCAUsVgI/4AAAAAElFTkSuQmCC';

/**
 * Whether this browser leaves a picture's numbers alone, whatever profile it carries: WebKit converts them even
 * when asked not to. Tells the truth only where pixels are read back as they were drawn.
 */
export async function keepsColours(): Promise<boolean> {
  const bytes = Uint8Array.from(atob(swapped), (character) => character.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]), { colorSpaceConversion: 'none' });
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0);
  const [red = 0, , blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
  return red > blue;
}

/** Whether a JPEG, PNG or WebP says how its colours are meant. */
export function carriesProfile(bytes: Uint8Array): boolean {
  const begins = new TextDecoder('latin1').decode(bytes.subarray(0, 2 ** 18));
  return /ICC_PROFILE\0|iCCP|gAMA|cHRM|cICP|ICCP/.test(begins);
}

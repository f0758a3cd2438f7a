/** A reader of unsigned numbers at places of a file; NaN beyond its end. */
export function numbersOf(bytes: Uint8Array) {
  const at = (place: number) => bytes[place] ?? NaN;
  const big16 = (place: number) => at(place) * 0x100 + at(place + 1);
  const little16 = (place: number) => at(place + 1) * 0x100 + at(place);
  return {
    at,
    big16,
    little16,
    big32: (place: number) => big16(place) * 0x10000 + big16(place + 2),
    little32: (place: number) => little16(place + 2) * 0x10000 + little16(place),
  };
}

/** @throws when one of `hooked` is none of a network's `places` */
export function expectPlaces(places: string[], hooked: string[]): void {
  const unknown = hooked.find((place) => !places.includes(place));
  if (unknown === undefined) return;
  throw new Error(`This network has no place called ${unknown}; hook one of ${places.join(', ')}.`);
}

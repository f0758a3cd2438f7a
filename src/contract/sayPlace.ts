/** A place of the stream in words, layers counted from 1: `layers.0.mlp` → 'MLP of layer 1'. */
export function sayPlace(place: string): string {
  const [, layer, sublayer] = /^layers\.(\d+)\.(\w+)$/.exec(place) ?? [];
  if (layer === undefined) return place;
  return `${sublayer === 'mlp' ? 'MLP' : sublayer} of layer ${Number(layer) + 1}`;
}

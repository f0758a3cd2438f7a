/** A place in a sentence: `attention of layer 1`, `the embedding`. */
export function namePlace(place: string): string {
  return place === 'embedding' ? 'the embedding' : sayPlace(place);
}

/** A place of the stream in words, layers counted from 1: `layers.0.mlp` → 'MLP of layer 1'. */
export function sayPlace(place: string): string {
  const [, layer, sublayer] = /^layers\.(\d+)\.(\w+)$/.exec(place) ?? [];
  if (layer === undefined) return place;
  return `${sublayer === 'mlp' ? 'MLP' : sublayer} of layer ${Number(layer) + 1}`;
}

/** Where a vector can be added, in the stream's order: after the embedding, and after each sublayer. */
export const places = [
  'embedding',
  'layers.0.attention',
  'layers.0.mlp',
  'layers.1.attention',
  'layers.1.mlp',
] as const;

export type Place = (typeof places)[number];

/** The sublayers, with the settings that hold their factor and, of attention, the heads that are off. */
export const sublayers = [
  { place: 'layers.0.attention', layer: 1, kind: 'attention', scale: 'attention1', off: 'off1' },
  { place: 'layers.0.mlp', layer: 1, kind: 'MLP', scale: 'mlp1', off: null },
  { place: 'layers.1.attention', layer: 2, kind: 'attention', scale: 'attention2', off: 'off2' },
  { place: 'layers.1.mlp', layer: 2, kind: 'MLP', scale: 'mlp2', off: null },
] as const;

export type SublayerPlace = (typeof sublayers)[number]['place'];

export const heads = [1, 2, 3, 4] as const;

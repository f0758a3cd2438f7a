/**
 * The stages of ResNet-34 (He et al. 2015, table 1). The first has as many channels as the stem; each later
 * one begins with a block that halves height and width.
 */
export const resnet34Stages = [
  { blocks: 3, channels: 64 },
  { blocks: 4, channels: 128 },
  { blocks: 6, channels: 256 },
  { blocks: 3, channels: 512 },
] as const;

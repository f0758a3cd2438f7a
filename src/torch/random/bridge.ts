import { generator, type SavedGenerator } from './generator.ts';

/** What Python's torch.random calls besides the operations that draw; seeds and states cross as text. */
export const randomBridge = {
  seed(seed: string): void {
    generator.seed(BigInt(seed));
  },
  initialSeed: () => String(generator.initialSeed),
  drawSeed: () => String(generator.seedForAnother()),
  saveRandom: () => JSON.stringify(generator.save()),
  restoreRandom(state: string): void {
    generator.restore(JSON.parse(state) as SavedGenerator);
  },
};

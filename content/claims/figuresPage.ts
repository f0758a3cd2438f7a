import type { Claim } from './claim.ts';

export const claims: readonly Claim[] = [
  { quote: 'The 18 figures', chosen: 'counted by the build: the entries of src/widgets.ts' },
];

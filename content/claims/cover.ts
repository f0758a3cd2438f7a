import type { Claim } from './claim.ts';

export const claims: readonly Claim[] = [
  {
    quote: 'From 8 layers to 1,001',
    source: 'he2016identity',
    place: 'Table 4: ResNet-1001; the 8 layers are AlexNet’s (Krizhevsky et al. 2012, section 3)',
  },
];

import type { Claim } from './claim.ts';

const recorded = 'content/runs/copying.json';

export const claims: readonly Claim[] = [
  {
    quote: ['Plain: 8 blocks', 'Residual: 8 blocks with shortcuts'],
    recorded,
    fields: ['settings.blocks'],
  },
  {
    quote: 'error 36 %',
    recorded,
    fields: ['errors.plain.149', 'greyError'],
    computed: '0.02356042/0.06462223 ≈ 36 %',
  },
  {
    quote: 'error < 0.1 %',
    recorded,
    fields: ['errors.residual.149', 'greyError'],
    computed: '0.000003283037/0.06462223 ≈ 0.005 %',
    chosen: 'a share below 0.05 % is printed as < 0.1 %',
  },
  {
    quote: ['training step 150 of 150', 'train for 150 steps'],
    recorded,
    fields: ['settings.steps'],
  },
  { quote: 'Recorded on 26 November 2026', recorded, fields: ['recordedAt'] },
  {
    quote: ['32 test pictures of CIFAR-10', 'over all 32'],
    recorded,
    fields: ['settings.pictures'],
  },
  { quote: 'its last scale at 0.1', recorded, fields: ['settings.lastScale'] },
  {
    quote: '8 lessons, about 110 minutes in all',
    chosen: 'the number of lessons, and the sum of their reading times to the nearest ten',
  },
];

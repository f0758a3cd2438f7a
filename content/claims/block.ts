import type { Claim } from './claim.ts';

const question = 'a value made up for a question';

export const claims: readonly Claim[] = [
  { quote: 'a batch of 2 pictures', chosen: 'a batch made up for the running example' },
  {
    quote: ['64 channels of 56×56 values', 'The 56×56 values'],
    source: 'he2015deep',
    place: 'Table 1: the maps of the first stage',
  },
  { quote: 'F = −0.5 and x = 2', chosen: question },
  { quote: 'they are 2 and 1.5', computed: '0 + 2 = 2; −0.5 + 2 = 1.5' },
  { quote: 'one kernel of 9 weights', computed: '3 × 3 = 9' },
  {
    quote: ['With 64 channels that is', 'With C = 64', 'as with 64 channels'],
    source: 'he2015deep',
    place: 'Table 1: the channels of the first stage',
  },
  { quote: 'a residual block with 128 channels', chosen: 'a block made up for a question' },
  {
    quote: '147,968, twice as many as with 64',
    chosen: 'a wrong answer to a question',
    computed: '2 × 73,984 = 147,968; 18 × 64² + 4 × 64 = 73,984',
  },
  { quote: '295,424', computed: '18 × 128² + 4 × 128 = 295,424' },
  { quote: '295,424, and 128 more', chosen: 'a wrong answer to a question' },
  {
    quote: 'If you count 128 parameters too many, the convolutions have a bias: 64 numbers in each',
    computed: '2 × 64 = 128',
  },
  {
    quote: ['four times as many weights'],
    computed: '2 × 2 = 4',
  },
];

import type { Claim } from './claim.ts';

const worked = 'a worked number';
const passing = 'four values made up for a table';

export const claims: readonly Claim[] = [
  { quote: ['x = 2.0', 'H(x) = 2.1'], chosen: worked },
  { quote: ['is wrong by 0.1', 'is wrong by 2.1'], computed: '2.1 − 2.0 = 0.1; 2.1 − 0 = 2.1' },
  {
    quote: '32 × 32 pixels',
    code: 'src/widgets/block-machine/run.ts',
    line: 'pictureSize = 32',
  },
  {
    quote: 'batch of 16 pictures',
    code: 'src/widgets/block-machine/settings.ts',
    line: 'pictures = 16',
  },
  { quote: 'H(x) = 4.5', chosen: 'a value made up for a question' },
  { quote: 'add 5 to it and get 9.5', computed: '4.5 + 5 = 9.5' },
  { quote: '4.5', chosen: 'a wrong answer to a question' },
  { quote: '0.5', computed: '5 − 4.5 = 0.5' },
  { quote: '−0.5', computed: '4.5 − 5 = −0.5' },
  {
    quote: ['With 64 channels', 'weights. To copy, 64 of them', 'needs 64 weights'],
    source: 'he2015deep',
    place: 'Table 1: the channels of the first stage',
  },
  { quote: 'the other 36,800 must be 0', computed: '9 × 64 × 64 = 36,864; 36,864 − 64 = 36,800' },
  {
    quote: ['falls to about 3 %', 'Where the 3 % comes from'],
    computed: 'e^(−3.376) ≈ 3 %',
  },
  {
    quote: ['η = 0.1 at first', 'λ = 10⁻⁴'],
    source: 'he2015deep',
    place: 'Sections 3.4 and 4.2: learning rate 0.1, weight decay 0.0001',
  },
  {
    quote: ['0.9 of it carries over', 'u ← 0.9 u'],
    source: 'he2015deep',
    place: 'Sections 3.4 and 4.2: momentum 0.9',
  },
  { quote: '1 + 0.9 + 0.9² + … = 10', computed: '1/(1 − 0.9) = 10; 0.9² = 0.81' },
  { quote: 'shrinks by about 10 ηλ', computed: '1/(1 − 0.9) = 10' },
  { quote: 'which is 10⁻⁴ at first', computed: '10 × 0.1 × 10⁻⁴ = 10⁻⁴' },
  {
    quote: '32,000 steps at η = 0.1, 16,000 at 0.01 and 16,000 at 0.001',
    source: 'he2015deep',
    place: 'Section 4.2: divided by 10 at 32k and 48k, stopped at 64k',
    computed: '48,000 − 32,000 = 16,000; 64,000 − 48,000 = 16,000',
  },
  {
    quote: '3.2 + 0.16 + 0.016 = 3.376',
    computed:
      '32,000 × 10⁻⁴ = 3.2; 16,000 × 10⁻⁵ = 0.16; 16,000 × 10⁻⁶ = 0.016; 3.2 + 0.16 + 0.016 = 3.376',
  },
  { quote: '2.0 | 0.1 | 2.1 | 2.1', chosen: passing, computed: '2.0 + 0.1 = 2.1' },
  { quote: '2.0 | 0 | 2.0 | 2.0', chosen: passing, computed: '2.0 + 0 = 2.0' },
  { quote: '2.0 | −0.5 | 1.5 | 1.5', chosen: passing, computed: '2.0 − 0.5 = 1.5' },
  { quote: '2.0 | −3.0 | −1.0 | 0', chosen: passing, computed: '2.0 − 3.0 = −1.0' },
  { quote: 'a 2.0 became 0', chosen: passing },
  { quote: 'ten times as large', computed: '1/(1 − 0.9) = 10' },
];

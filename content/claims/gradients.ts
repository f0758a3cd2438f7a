import type { Claim } from './claim.ts';

const worked = 'a worked number';
const factors = 'factors made up for a table';
const model = 'a derivative made up for a model';

export const claims: readonly Claim[] = [
  { quote: ['F(x) = −0.25 x', 'y = 0.8', 'its copy, 0.8'], chosen: worked },
  { quote: 'the −0.2 alone', computed: '0.8 × (−0.25) = −0.2' },
  { quote: ['plain, each 0.5', 'plain, each 1.5'], chosen: factors },
  { quote: ['each 1 + 0.1', 'each 1 − 0.1', 'each 1 + 0.5'], chosen: factors },
  {
    quote: '32 test pictures',
    code: 'src/widgets/gradient-thermometer/run.ts',
    line: 'batchSize: 32',
  },
  {
    quote: '8 channels wide',
    code: 'src/widgets/gradient-thermometer/run.ts',
    line: 'width: 8',
  },
  {
    quote: 'train for 30 steps',
    code: 'src/widgets/gradient-thermometer/run.ts',
    line: 'steps = 30',
  },
  {
    quote: 'a learning rate of 0.05',
    code: 'src/widgets/gradient-thermometer/run.ts',
    line: 'learningRate: 0.05',
  },
  { quote: ['c_l = 0.9', 'a factor of 0.9'], chosen: 'a factor made up for a worked example' },
  { quote: 'the 0.5¹⁰ of the table', chosen: factors, computed: '0.5¹⁰ ≈ 0.001' },
  {
    quote: '252 paths of length 5, but only 10 of length 1',
    computed: '(10 over 5) = 252; (10 over 1) = 10',
  },
  {
    quote: ['has 6 blocks', '6 choices for one, 5 for the other'],
    chosen: 'a network made up for a question',
    computed: '6 − 1 = 5',
  },
  { quote: '12', chosen: 'a wrong answer to a question', computed: '6 × 2 = 12' },
  { quote: 'That is 6 × 2', computed: '6 × 2 = 12' },
  { quote: '15', computed: '(6 over 2) = 15' },
  { quote: '30', chosen: 'a wrong answer to a question', computed: '6 × 5 = 30' },
  { quote: ['let every derivative be 0.1', 'carries 0.1^k', '(10 over k) · 0.1^k'], chosen: model },
  { quote: '0 | 1 | 1 | 1.000', computed: '(10 over 0) × 0.1^0 = 1.000' },
  { quote: '1 | 10 | 0.1 | 1.000', computed: '(10 over 1) = 10; 10 × 0.1 = 1.000' },
  { quote: '2 | 45 | 0.01 | 0.450', computed: '(10 over 2) = 45; 0.1^2 = 0.01; 45 × 0.01 = 0.450' },
  {
    quote: '3 | 120 | 0.001 | 0.120',
    computed: '(10 over 3) = 120; 0.1^3 = 0.001; 120 × 0.001 = 0.120',
  },
  {
    quote: '4 | 210 | 0.0001 | 0.021',
    computed: '(10 over 4) = 210; 0.1^4 = 0.0001; 210 × 0.0001 = 0.021',
  },
  {
    quote: '5 | 252 | 0.00001 | 0.003',
    computed: '(10 over 5) = 252; 0.1^5 = 0.00001; 252 × 0.00001 ≈ 0.003',
  },
  { quote: 'all | 1,024 |  | 2.594', computed: '2^10 = 1,024; (1 + 0.1)^10 ≈ 2.594' },
  { quote: 'The sum is 1.1¹⁰', computed: '1.1¹⁰ ≈ 2.594' },
  { quote: 'The 56 paths of length 0, 1 and 2', computed: '1 + 10 + 45 = 56; (10 over 2) = 45' },
  { quote: '2.45/2.594 ≈ 94 %', computed: '1 + 1 + 0.45 = 2.45; 2.45/2.594 ≈ 94 %' },
  {
    quote: '10 to 34 layers',
    source: 'veit2016residual',
    place: 'Abstract',
  },
  {
    quote: 'n = 54 blocks',
    source: 'veit2016residual',
    place: 'the network of 110 layers',
    computed: '(110 − 2)/2 = 54',
  },
  {
    quote: ['its 2⁵⁴ paths', 'about 54 layers deep'],
    computed: '2⁵⁴ ≈ 18,014,398,509,481,984; 2 × 54/2 = 54',
  },
  { quote: '5 to 17 blocks', computed: '10/2 = 5; 34/2 = 17' },
  { quote: 'up to the 54 of that network', computed: '(110 − 2)/2 = 54' },
  { quote: 'With 54 blocks the marked range', computed: '(110 − 2)/2 = 54' },
  { quote: ['derivatives of 0.1', 'leave 0.1¹⁰'], chosen: model },
  {
    quote: [
      '10–20 % of the original size',
      'Frankle and Carbin 2019',
      'Frankle and Carbin (2019) found it so',
    ],
    source: 'frankle2019lottery',
    place: 'Abstract',
  },
  { quote: '304 parameters with 4 channels', computed: '18 × 4² + 4 × 4 = 304' },
  { quote: 'fractions of 0.5, 0.8 and 0.95', chosen: 'values to try' },
  {
    quote: ['How much is that for a = 0.1', 'With k = 0.9, and branches', 'only u changes by 0.01'],
    chosen: 'numbers to try a formula with',
  },
  { quote: 'Halve a number ten times', computed: '1/2^10 ≈ 0.001' },
  {
    quote: [
      ...['over ten blocks', 'ten factors', 'then ten, and at last'],
      ...[
        ...['Now ten blocks, and each', 'of ten such blocks?', 'left after ten blocks?'],
        'Ten blocks multiply it by ten such',
        'ten plain blocks leave',
      ],
    ],
    chosen: 'a number of blocks for an example',
  },
  { quote: 'fewer than one in two hundred', computed: '1/200 = 0.5 %' },
];

import type { Claim } from './claim.ts';

const stages = 'Table 1: the maps and channels of the stages';

export const claims: readonly Claim[] = [
  { quote: 'For a batch of 2 pictures', chosen: 'a batch made up for the running example' },
  { quote: 'a map of 56 rows', source: 'he2015deep', place: stages },
  { quote: 'which makes 58', computed: '56 + 2 = 58' },
  { quote: 'covers 3 rows and has 55 left', computed: '58 − 3 = 55' },
  { quote: 'steps of 2 that makes 27 more stops', computed: '⌊55/2⌋ = 27' },
  { quote: 'the output has 28 rows', computed: '27 + 1 = 28' },
  {
    quote: 'first convolution | 224 | 7 | 2 | 3 | ⌊ 223/2 ⌋ + 1 | 112',
    source: 'he2015deep',
    place: 'Table 1',
    computed: '⌊(224 + 2 × 3 − 7)/2⌋ + 1 = ⌊223/2⌋ + 1 = 112',
  },
  {
    quote: 'max pooling | 112 | 3 | 2 | 1 | ⌊ 111/2 ⌋ + 1 | 56',
    source: 'he2015deep',
    place: 'Table 1',
    computed: '⌊(112 + 2 × 1 − 3)/2⌋ + 1 = ⌊111/2⌋ + 1 = 56',
  },
  {
    quote: '3×3 convolution | 56 | 3 | 1 | 1 | 55 + 1 | 56',
    computed: '(56 + 2 × 1 − 3)/1 + 1 = 55 + 1 = 56',
  },
  {
    quote: '3×3, stride 2 | 56 | 3 | 2 | 1 | ⌊ 55/2 ⌋ + 1 | 28',
    computed: '⌊(56 + 2 × 1 − 3)/2⌋ + 1 = ⌊55/2⌋ + 1 = 28',
  },
  {
    quote: '1×1, stride 2 | 56 | 1 | 2 | 0 | ⌊ 55/2 ⌋ + 1 | 28',
    computed: '⌊(56 + 2 × 0 − 1)/2⌋ + 1 = ⌊55/2⌋ + 1 = 28',
  },
  { quote: '3.5×3.5', chosen: 'a wrong answer to a question', computed: '7/2 = 3.5' },
  { quote: 'Half of 7 is 3.5', computed: '7/2 = 3.5' },
  {
    quote: [
      ...['stride 2 and 128 channels', '64 → 128 channels', 'all 128 channels'],
      ...['128 against 64', 'the stride and the 128 channels', 'of the 128 output channels'],
      ...['the 64 input channels', 'For 64 → 128', 'have 128 output channels'],
      ...['both sides have 128', '28 against 56', 'and 128 output channels'],
    ],
    source: 'he2015deep',
    place: stages,
  },
  {
    quote: 'PyTorch 1.13',
    code: 'tests/reference/make_goldens.py',
    line: 'python3-torch 1.13',
  },
  { quote: '3×3 kernel covers 3 rows and moves by 2', chosen: 'a kernel of size 3 with stride 2' },
  {
    quote: ['173,824 parameters', 'the 173,824', 'all three | 172,032 | 1,792 | 173,824'],
    computed:
      '8,192 + 32,768 + 131,072 = 172,032; 256 + 512 + 1,024 = 1,792; 172,032 + 1,792 = 173,824',
  },
  {
    quote: ['919,168 parameters', 'the 919,168', '919,168 more', 'that makes 919,168'],
    computed: '913,408 + 5,760 = 919,168',
  },
  {
    quote: '64 → 128 | 8,192 | 256 | 8,448',
    computed: '64 × 128 = 8,192; 2 × 128 = 256; 8,192 + 256 = 8,448',
  },
  {
    quote: '128 → 256 | 32,768 | 512 | 33,280',
    computed: '128 × 256 = 32,768; 2 × 256 = 512; 32,768 + 512 = 33,280',
  },
  {
    quote: '256 → 512 | 131,072 | 1,024 | 132,096',
    computed: '256 × 512 = 131,072; 2 × 512 = 1,024; 131,072 + 1,024 = 132,096',
  },
  {
    quote: 'three have 64 channels, three 128, five 256 and two 512',
    source: 'he2015deep',
    place: 'Table 1, without the first block of each later stage',
  },
  {
    quote: 'option A | 21,623,848',
    computed: '21,797,672 − 173,824 = 21,623,848',
  },
  {
    quote: 'option C | 22,716,840',
    computed: '21,797,672 + 919,168 = 22,716,840',
  },
  { quote: '| 25.03 %', source: 'he2015deep', place: 'Table 3: ResNet-34 with option A' },
  {
    quote: ['| 24.19 %', 'Yes, 24.19 %'],
    source: 'he2015deep',
    place: 'Table 3: ResNet-34 with option C',
  },
  { quote: 'with 10 crops', source: 'he2015deep', place: 'Table 3: 10-crop testing' },
  { quote: 'plain network’s 28.54 %', source: 'he2015deep', place: 'Table 2: plain-34' },
  {
    quote: '73,728 + 147,456 parameters',
    computed: '9 × 64 × 128 = 73,728; 9 × 128 × 128 = 147,456',
  },
  { quote: '512 in their batch normalisations', computed: '2 × 2 × 128 = 512' },
  {
    quote: ['8,448 in the shortcut', '8,448 of them in the shortcut'],
    computed: '64 × 128 + 2 × 128 = 8,448',
  },
  {
    quote: ['230,144 together', '230,144 parameters'],
    computed: '73,728 + 147,456 + 512 + 8,448 = 230,144',
  },
  { quote: '8,192 for 64 → 128', computed: '64 × 128 = 8,192' },
  {
    quote: 'a map of 7×7',
    chosen: 'a map made up for a question',
  },
  { quote: ['four times the work', 'at four times the cost'], computed: '2 × 2 = 4' },
  {
    quote:
      '8,192 weights from 64 to 128 channels, where a 3×3 kernel would need nine times as many',
    computed: '64 × 128 = 8,192; 3 × 3 = 9',
  },
  { quote: 'From 4 to 6 channels', chosen: 'small numbers, quick to check' },
];

import type { Claim } from './claim.ts';

/** What several pages print. */
export const claims: readonly Claim[] = [
  {
    quote: [
      ...['20 layers', '56 layers', '20-layer network', '56-layer network', 'Depth 56 fails'],
      ...['one of 20', 'one of 56 from it', 'more weights than 20.', 'with 56'],
    ],
    source: 'he2015deep',
    place: 'Section 4.2 and Table 6: the depths that were trained on CIFAR-10',
  },
  { quote: '110 layers', source: 'he2015deep', place: 'Section 4.2 and Table 6' },
  {
    quote: ['1,000 classes', '1,000 scores', '1,000 offsets'],
    source: 'russakovsky2015imagenet',
    place: 'the classification task',
  },
  {
    quote: [
      ...['34 layers', '34-layer network', 'Counting to 34', 'The 34 counts', 'Both have 34'],
      ...['of 18;', '18 layers'],
    ],
    source: 'he2015deep',
    place: 'Table 1',
  },
  {
    quote: [
      ...['21,797,672 parameters', 'counts its 21,797,672'],
      ...['all |  | 21,797,672', 'option B | 21,797,672'],
    ],
    source: 'torchvision2016',
    place: 'num_params of IMAGENET1K_V1',
    computed: '9,536 + 221,952 + 1,116,416 + 6,822,400 + 13,114,368 + 513,000 = 21,797,672',
  },
  {
    quote: ['16 blocks', 'chains 16 of these blocks'],
    source: 'he2015deep',
    place: 'Table 1',
    computed: '3 + 4 + 6 + 3 = 16',
  },
  {
    quote: '13 other blocks',
    computed: '3 + 4 + 6 + 3 = 16; 16 − 3 = 13',
  },
  {
    quote: ['224×224', '224 to 7'],
    source: 'he2015deep',
    place: 'Section 3.4: crops of 224×224; Table 1: maps of 7×7 at the end',
  },
  {
    quote: '16 × 16 pixels',
    code: 'src/widgets/learn-to-copy/run.ts',
    line: 'pictureSize = 16',
  },
  {
    quote: '36,864',
    computed: '9 × 64 × 64 = 36,864',
  },
  { quote: '73,984 parameters', computed: '18 × 64² + 4 × 64 = 73,984' },
  { quote: '401,408', computed: '2 × 64 × 56 × 56 = 401,408' },
  {
    quote: '34 layers would hardly',
    source: 'he2015deep',
    place: 'Table 2',
  },
  {
    quote: ['24.52 %'],
    source: 'he2015deep',
    place: 'Table 3: ResNet-34 with option B',
  },
  {
    quote: 'From 8 layers to 1,001',
    source: 'he2016identity',
    place: 'Table 4: ResNet-1001; the 8 layers are AlexNet’s (Krizhevsky et al. 2012, section 3)',
  },
  {
    quote: 'once and fifty times over',
    chosen: 'a round number: ResNet-110 has 54 blocks',
    computed: '(110 − 2)/2 = 54',
  },
];

import type { Claim } from './claim.ts';

const table1 = { source: 'he2015deep', place: 'Table 1' } as const;
const card = 'public/models/tiny200/model.json';
const lesions = 'content/runs/lesions-tiny200.json';
const torchvision = {
  source: 'torchvision2016',
  place: 'IMAGENET1K_V1, evaluated on one crop',
} as const;
const preparation = { source: 'torchvision2016', place: 'transforms of IMAGENET1K_V1' } as const;

export const claims: readonly Claim[] = [
  { quote: ['512 numbers', '512 maps of 7×7', 'head | average pooling | 512'], ...table1 },
  { quote: 'input | picture | 224×224×3', ...table1 },
  {
    quote: '112×112×64 | 1',
    ...table1,
    computed: '⌊(224 + 2 × 3 − 7)/2⌋ + 1 = 112',
  },
  { quote: '56×56×64 | –', ...table1, computed: '⌊(112 + 2 × 1 − 3)/2⌋ + 1 = 56' },
  { quote: 'stage 1 | 3 blocks | 56×56×64 | 6', ...table1, computed: '2 × 3 = 6' },
  {
    quote: 'stage 2 | 4 blocks, the first downsamples | 28×28×128 | 8',
    ...table1,
    computed: '2 × 4 = 8',
  },
  {
    quote: 'stage 3 | 6 blocks, the first downsamples | 14×14×256 | 12',
    ...table1,
    computed: '2 × 6 = 12',
  },
  {
    quote: 'stage 4 | 3 blocks, the first downsamples | 7×7×512 | 6',
    ...table1,
    computed: '2 × 3 = 6',
  },
  { quote: 'linear layer | 1,000 | 1', ...table1 },
  {
    quote: [
      '64 maps of 112×112',
      '64 maps of a quarter',
      'sides to 56.',
      '64 channels at the right size',
    ],
    ...table1,
  },
  { quote: '49 values', computed: '7 × 7 = 49' },
  { quote: ['1,000 × 512 weights', '512 × 1,000'], ...table1 },
  { quote: '2, 2, 2 and 2 blocks', source: 'he2015deep', place: 'Table 1: ResNet-18' },
  {
    quote: 'stem | 9,408 + 2 × 64 | 9,536 | 0.0 %',
    computed: '7² × 3 × 64 = 9,408; 9,408 + 2 × 64 = 9,536; 9,536/21,797,672 ≈ 0.0 %',
  },
  {
    quote: 'stage 1 | 3 × 73,984 | 221,952 | 1.0 %',
    computed: '3 × 73,984 = 221,952; 221,952/21,797,672 ≈ 1.0 %',
  },
  {
    quote: 'stage 2 | 230,144 + 3 × 295,424 | 1,116,416 | 5.1 %',
    computed: '230,144 + 3 × 295,424 = 1,116,416; 1,116,416/21,797,672 ≈ 5.1 %',
  },
  {
    quote: 'stage 3 | 919,040 + 5 × 1,180,672 | 6,822,400 | 31.3 %',
    computed:
      '56 × 128² + 12 × 128 = 919,040; 18 × 256² + 4 × 256 = 1,180,672; 919,040 + 5 × 1,180,672 = 6,822,400; 6,822,400/21,797,672 ≈ 31.3 %',
  },
  {
    quote: 'stage 4 | 3,673,088 + 2 × 4,720,640 | 13,114,368 | 60.2 %',
    computed:
      '56 × 256² + 12 × 256 = 3,673,088; 18 × 512² + 4 × 512 = 4,720,640; 3,673,088 + 2 × 4,720,640 = 13,114,368; 13,114,368/21,797,672 ≈ 60.2 %',
  },
  {
    quote: 'linear layer | 512,000 + 1,000 | 513,000 | 2.4 %',
    computed: '512,000 + 1,000 = 513,000; 513,000/21,797,672 ≈ 2.4 %',
  },
  { quote: '| 100 %', computed: '21,797,672/21,797,672 = 100 %' },
  { quote: '147,456 × 28²', computed: '9 × 128 × 128 = 147,456; 147,456 × 28² = 115,605,504' },
  { quote: 'There are 29 such convolutions', computed: '6 + 7 + 11 + 5 = 29' },
  { quote: '57,802,752 each', computed: '115,605,504/2 = 57,802,752' },
  { quote: '6,422,528 each', computed: '57,802,752/9 = 6,422,528' },
  { quote: 'stem | 9,408 × 112² | 118,013,952', computed: '9,408 × 112² = 118,013,952' },
  { quote: 'stage 1 | 6 full | 693,633,024', computed: '6 × 115,605,504 = 693,633,024' },
  {
    quote: 'stage 2 | 7 full, 1 half, projection | 873,463,808',
    computed: '7 × 115,605,504 + 57,802,752 + 6,422,528 = 873,463,808',
  },
  {
    quote: 'stage 3 | 11 full, 1 half, projection | 1,335,885,824',
    computed: '11 × 115,605,504 + 57,802,752 + 6,422,528 = 1,335,885,824',
  },
  {
    quote: 'stage 4 | 5 full, 1 half, projection | 642,252,800',
    computed: '5 × 115,605,504 + 57,802,752 + 6,422,528 = 642,252,800',
  },
  { quote: '512 × 1,000 | 512,000', computed: '512 × 1,000 = 512,000' },
  {
    quote: 'all |  | 3,663,761,408',
    computed:
      '118,013,952 + 693,633,024 + 873,463,808 + 1,335,885,824 + 642,252,800 + 512,000 = 3,663,761,408',
  },
  {
    quote: ['3.66 billion, as torchvision states', '3.66 billion multiply-adds'],
    source: 'torchvision2016',
    place: 'GFLOPS of IMAGENET1K_V1',
    computed: '3,663,761,408/10⁹ ≈ 3.66',
  },
  { quote: '3.6 billion', source: 'he2015deep', place: 'Table 1: FLOPs' },
  {
    quote: 'Stage 4 holds 60 % of the parameters and does 18 % of the work',
    computed: '13,114,368/21,797,672 ≈ 60 %; 642,252,800/3,663,761,408 ≈ 18 %',
  },
  {
    quote: 'Stage 1 holds 1 % and does 19 %',
    computed: '221,952/21,797,672 ≈ 1 %; 693,633,024/3,663,761,408 ≈ 19 %',
  },
  { quote: ['73.314 %', '91.42 %'], ...torchvision },
  { quote: '26.686 %', computed: '100 % − 73.314 % = 26.686 %' },
  { quote: '8.58 %', computed: '100 % − 91.42 % = 8.58 %' },
  { quote: 'side is 256 pixels', ...preparation },
  {
    quote: ['Divide by 255', 'A red value of 255'],
    ...preparation,
    computed: '2⁸ − 1 = 255',
  },
  {
    quote: 'means 0.485, 0.456, 0.406 and deviations 0.229, 0.224, 0.225',
    ...preparation,
  },
  {
    quote: '36 convolutions, projections included',
    computed: '1 + 2 × 16 + 3 = 36',
  },
  { quote: '36 batch normalisations', computed: '1 + 2 × 16 + 3 = 36' },
  {
    quote: '17,024 running averages',
    computed: '2 (64 + 6 × 64 + 9 × 128 + 13 × 256 + 7 × 512) = 17,024',
  },
  {
    quote: 'has 87,319,819',
    source: 'torchvision2016',
    place: 'size of resnet34-b627a593.pth',
  },
  { quote: 'the other 61,035', computed: '87,319,819 − 87,258,784 = 61,035' },
  {
    quote: [
      'only 200 classes',
      'with 200 classes',
      'knows 200 classes',
      'only 200 names',
      'among the 200 classes',
      'among its 200 names',
    ],
    recorded: card,
    fields: ['classes.length'],
  },
  { quote: 'among 200 names is right once in 200', recorded: card, fields: ['classes.length'] },
  {
    quote: '21,387,272 in all',
    computed: '21,797,672 − 513,000 + 102,600 = 21,387,272',
  },
  { quote: 'thumbnails of 64×64 pixels', code: card, line: 'training pictures of 64×64' },
  { quote: 'enlarged to 128×128', recorded: card, fields: ['crop'] },
  { quote: 'use 146 and 128', recorded: card, fields: ['resize', 'crop'] },
  { quote: 'Without any of the other 13', computed: '16 − 3 = 13' },
  { quote: 'Cut any one of 12', computed: '16 − 4 = 12' },
  { quote: 'at most 4 %', recorded: lesions, fields: ['withoutShortcut.10'] },
  { quote: '11 of these 12 shortcuts', computed: '13 − 2 = 11; 16 − 4 = 12' },
  { quote: 'right on 62 %', recorded: lesions, fields: ['withoutShortcut.13'] },
  { quote: 'it is right on 66 %', recorded: lesions, fields: ['whole'] },
  { quote: 'in place of 256 and 224', ...preparation },
  { quote: 'Softmax shares out 100 %', computed: '1 = 100 %' },
  { quote: 'the other 15', computed: '16 − 1 = 15' },
  { quote: 'four stages of 3, 4, 6 and 3 blocks', ...table1 },
  { quote: 'channels grow from 3 to 512', ...table1 },
  { quote: '60 % are in stage 4', computed: '13,114,368/21,797,672 ≈ 60 %' },
  { quote: '64, 64, 3 | 0 | 221,952', computed: '3 × (18 × 64² + 4 × 64) = 221,952' },
  {
    quote: '64, 128, 4, 2 | 1 | 1,116,416',
    computed: '56 × 64² + 12 × 64 + (4 − 1) × (18 × 128² + 4 × 128) = 1,116,416; 128/64 = 2',
  },
  {
    quote: '128, 256, 6, 2 | 1 | 6,822,400',
    computed: '56 × 128² + 12 × 128 + (6 − 1) × (18 × 256² + 4 × 256) = 6,822,400; 256/128 = 2',
  },
  {
    quote: '256, 512, 3, 2 | 1 | 13,114,368',
    computed: '56 × 256² + 12 × 256 + (3 − 1) × (18 × 512² + 4 × 512) = 13,114,368; 512/256 = 2',
  },
  { quote: 'all 110 weights and biases', computed: '36 + 36 × 2 + 2 = 110' },
  { quote: 'all 72 running means and variances', computed: '36 × 2 = 72' },
  {
    quote: 'its own, which knows 1,000',
    source: 'torchvision2016',
    place: 'resnet34: num_classes',
  },
  { quote: 'from 18 layers to 152', source: 'he2015deep', place: 'Table 1' },
  { quote: 'four times the weights', computed: '2 × 2 = 4' },
  { quote: 'halve its maps six times', source: 'he2015deep', place: 'Table 1: six blocks' },
  {
    quote: ['for ten crops', 'over ten crops', 'both on ten'],
    source: 'he2015deep',
    place: 'Table 3: 10-crop testing',
  },
  {
    quote: 'right about two times in three',
    recorded: 'public/models/tiny200/model.json',
    fields: ['accuracy.top1'],
    chosen: 'two in three is 67 %',
  },
  {
    quote: 'about seven times in eight',
    recorded: 'public/models/tiny200/model.json',
    fields: ['accuracy.top5'],
    chosen: 'seven in eight is 87.5 %',
  },
  {
    quote: ['[1, 3, 224, 224], enters', '[2, 64, 56, 56] enters', 'convolution reads 64 channels'],
    chosen: 'an exercise on the shapes of ResNet-34',
  },
  { quote: 'a convolution with 64 · 128 parameters', computed: '64 × 128 = 8,192' },
  {
    quote: ['A residual block with 64 channels', '73,984 in all'],
    computed: '2 × 64 × 64 × 9 + 2 × 2 × 64 = 73,984',
  },
  {
    quote: 'A downsampling block has 73,728 + 147,456 in the branch',
    computed: '64 × 128 × 9 = 73,728; 128 × 128 × 9 = 147,456',
  },
  { quote: '8,192 in the projection', computed: '64 × 128 = 8,192' },
  {
    quote: 'in three batch norms: 230,144',
    computed: '73,728 + 147,456 + 8,192 + 768 = 230,144',
  },
  { quote: '16×16 becomes 2×2', computed: '16/(2 × 2 × 2) = 2' },
  {
    quote: 'Do the stages have 3, 4, 6 and 3 blocks',
    source: 'he2015deep',
    place: 'Table 1: 34-layer',
  },
  {
    quote: 'have 21,289,802 parameters',
    computed: '21,797,672 − 513,000 + 10 × 512 + 10 = 21,289,802',
  },
  { quote: 'pictures of 48×16 pixels', chosen: 'small pictures, quick to check' },
  { quote: 'every stage does four times the work', computed: '2 × 2 = 4' },
  {
    quote: 'from 224 it should lead to 112',
    computed: '⌊(224 + 2 × 3 − 7)/2⌋ + 1 = 112',
  },
  { quote: 'Count to 34 with', computed: '1 + 2 × 16 + 1 = 34' },
  {
    quote: [
      ...['These are 64 parameters', 'The stem delivers 64 channels, and stage 1 has 64'],
      ...['The stem makes 64 channels', 'each of the 512 maps', '56×56 for a picture of 224×224'],
    ],
    source: 'he2015deep',
    place: 'Table 1: the maps and channels of the stages',
  },
];
